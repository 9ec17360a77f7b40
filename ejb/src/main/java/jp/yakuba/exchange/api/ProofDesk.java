package jp.yakuba.exchange.api;

import java.io.InputStream;

/** The desk where anybody has the evidence of a message checked (書類の確認): nothing of it is kept, and nobody is asked for a name. */
public interface ProofDesk {
    /** The largest file that is checked at the desk; larger ones are checked with the command. */
    long LARGEST = 50L * 1024 * 1024;

    /** Checks evidence, or a container alone, with those whom this office trusts. */
    ProofReport check(InputStream content);

    /** How many files may be brought from one network in a minute, at one node. */
    int mostInAMinute();
}
