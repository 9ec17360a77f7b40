package jp.yakuba.approval.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/**
 * The decision desk (決裁): takes a matter, an amount and a subject, and announces {@link MatterDecided}.
 *
 * <p>Every deed names the version that was seen; it is refused if words were said or the text changed since, or if the stop
 * was reached later. Two who are asked at the same time do not disturb each other.
 */
@Local
public interface ApprovalDesk {
    /** Proposes (起案) a decision; the route comes from the delegation table. */
    UUID propose(@Valid ProposeDecision command);

    /** The route that the proposal would take, before it is made; refused as the proposal itself would be. */
    List<ProposalView.Step> preview(@Valid ProposeDecision command);

    /** Agrees or decides at the actor's stop. */
    void approve(UUID proposalId, long version, String comment);

    /** Agrees or decides for somebody away (代決); that person reviews it after the return (後閲). */
    void approveAsProxy(UUID proposalId, long version, String comment);

    /** Approves many, each on its own: what was not opened since it last changed, or refuses otherwise, is told. */
    List<ApprovalOutcome> approveAll(List<UUID> proposalIds);

    /** Objects (合議の異議); the drafter settles it. */
    void object(UUID proposalId, long version, String reason);

    /** Settles an objection: answers, changes the text or adds stops. */
    void settle(@Valid SettleObjection command);

    /** Sends it back (差戻し) to the drafter with a reason; that closes it. */
    void sendBack(UUID proposalId, long version, String comment);

    /** Sends it back (差戻し) to an earlier stop, which acts again. */
    void sendBackTo(UUID proposalId, long version, int step, String reason);

    /** Takes it back (引戻し) before anybody has acted, or while an objection stands; for its drafter. */
    void withdraw(UUID proposalId, long version, String reason);

    /** Takes it over (引上げ) from lower posts that do not act; they review it afterwards. */
    void pullUp(UUID proposalId, long version, String reason);

    /** Rejects it (否決); for who decides. */
    void reject(UUID proposalId, long version, String reason);

    /** Gives it up (廃案), open or sent back; for its drafter. */
    void abandon(UUID proposalId, long version, String reason);

    /**
     * Gives up (廃案) what is open on a subject that is no longer there; nothing if nothing is open. Not announced: the caller
     * knows. Called before the subject's own row is locked, for a decision locks the proposal first.
     */
    void lapse(String subjectType, UUID subjectId, String reason);

    /**
     * Takes texts, titles and names of files out of the closed proposals on a subject whose record is gone (廃棄・移管), naming the
     * protocol; route and history with its hashes stay.
     */
    void forget(String subjectType, UUID subjectId, String protocol);

    /** Hands the stop over to another holder of the same post. */
    void handOver(UUID proposalId, long version, UUID toStaff, String words);

    /** Says something without deciding. */
    void comment(UUID proposalId, String words);

    /** Has reviewed (後閲) or read what was decided; nothing is undone by it. */
    void review(UUID proposalId, String words);

    /** The proposals that wait for the actor's post. */
    List<ProposalView> listWaitingForMe();

    /** One proposal with its steps; from then on the actor has opened it. */
    ProposalView get(UUID proposalId);

    /** The latest proposal on a subject, with its route; null if none was made. */
    ProposalView findBySubject(String subjectType, UUID subjectId);

    /** True if the latest proposal on a subject was made by the actor, asks or asked the actor, or lets the actor stand in. */
    boolean concerns(String subjectType, UUID subjectId);
}
