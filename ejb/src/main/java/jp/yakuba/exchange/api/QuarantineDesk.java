package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/**
 * What was refused and is kept apart for some days (隔離). An operator or the records manager looks at it, and has it judged again when the
 * fault lay here: the signatures of the virus scanner were wrong, a revocation list came late.
 */
@Local
public interface QuarantineDesk {
    /** What was refused within the days of quarantine, latest first. */
    Page<QuarantineLine> list(PageRequest request);

    /** One of them with what its head says; the look is written down. */
    QuarantineView open(String peer, UUID id);

    /**
     * Has it judged again; if it holds now it becomes a record, and the receipt is brought to its sender, for whom it takes the place of the
     * refusal. If it does not, the refusal that was given stays. Refused if it was accepted meanwhile, its pieces are gone, its place in the
     * conversation is taken, or a later message of the conversation is here already.
     *
     * @param reason why, in words
     */
    void judgeAgain(String peer, UUID id, String reason);
}
