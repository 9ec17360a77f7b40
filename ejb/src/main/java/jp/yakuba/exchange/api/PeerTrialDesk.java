package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.util.List;

/** Where an operator tries the line to an office step by step (回線の自己診断); nothing is sent but the question what it can do. */
@Local
public interface PeerTrialDesk {
    /** Tries all steps in their order; takes half a minute at most. Refused with {@code EXC-035} if it was tried a moment ago. */
    List<TrialStep> run(String code);
}
