package jp.yakuba.approval.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** The history of proposals (決裁の経過): append-only, each line chained to the one before by its hash. */
@Local
public interface ProposalHistoryDesk {
    /** Every line of the proposal's history, first one first. */
    List<ProposalEventLine> list(UUID proposalId);

    /** The text as it was in an earlier version. */
    String getText(UUID proposalId, int textVersion);

    /** Walks over the history and names the first line that does not hold. */
    HistoryCheck verify(UUID proposalId);
}
