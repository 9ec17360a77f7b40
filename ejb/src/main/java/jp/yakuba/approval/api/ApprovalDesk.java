package jp.yakuba.approval.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** The decision desk (決裁): takes a matter, an amount and a subject, and announces {@link MatterDecided}. */
@Local
public interface ApprovalDesk {
    /** Proposes (起案) a decision; the route comes from the delegation table. */
    UUID propose(@Valid ProposeDecision command);

    /** Decides or passes on; refused unless it is the actor's turn, or if {@code version} is no longer the present one. */
    void approve(UUID proposalId, long version, String comment);

    /** Sends it back (差戻し) to the drafter with a reason. */
    void sendBack(UUID proposalId, long version, String comment);

    /** The proposals that wait for the actor's post. */
    List<ProposalView> listWaitingForMe();

    /** One proposal with its steps. */
    ProposalView get(UUID proposalId);

    /** The latest proposal on a subject, with its route; null if none was made. */
    ProposalView findBySubject(String subjectType, UUID subjectId);
}
