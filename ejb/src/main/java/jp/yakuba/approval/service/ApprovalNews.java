package jp.yakuba.approval.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.yakuba.approval.api.ApprovalProblem;
import jp.yakuba.approval.api.MatterDecided;
import jp.yakuba.approval.api.MatterDecided.Outcome;
import jp.yakuba.approval.model.EventKind;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalEvent;
import jp.yakuba.approval.store.ProposalStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.audit.api.PersonsBehind;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/** Writes what a deed has done: the line of the history, the audit entry that carries its hash, and the end of a proposal. */
@ApplicationScoped
public class ApprovalNews {
    @Inject
    private ProposalStore store;

    @Inject
    private AuditDesk audit;

    @Inject
    private Event<MatterDecided> decided;

    @Inject
    private Event<PersonsBehind> behind;

    @Inject
    private StaffNotices notices;

    @Inject
    private CurrentActor actor;

    /** Writes the line and announces an end. */
    void write(Proposal proposal, ProposalEvent line) {
        write(proposal, line, false);
    }

    /** The same; {@code byProxy} if somebody stood in. */
    void write(Proposal proposal, ProposalEvent line, boolean byProxy) {
        store.write(line);
        tell(proposal, line);
        var outcome = outcomeOf(line.kind());
        if (outcome != null) {
            decided.fire(new MatterDecided(
                    proposal.id(), proposal.subjectType(), proposal.subjectId(), outcome, actor.get().name(), byProxy));
        }
    }

    /** Writes the line of an end that is announced to nobody, because who asked for it knows. */
    void writeQuietly(Proposal proposal, ProposalEvent line) {
        store.write(line);
        tell(proposal, line);
    }

    /** Tells the audit log and whoever has something to do now. */
    void tell(Proposal proposal, ProposalEvent line) {
        note(proposal, line);
        notices.tell(proposal, line);
    }

    /** The audit entry: sealed into the chain of the whole office, it makes the head of this history known outside of it. */
    private void note(Proposal proposal, ProposalEvent line) {
        audit.changed(new AuditNote(
                "approval." + line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), personBehind(proposal), "proposal",
                proposal.id().toString(), "#" + line.number() + " " + line.hash()));
    }

    /** A refusal about a proposal of others stays when the deed rolls back. */
    RuleViolation refused(String deed, Object id, ApprovalProblem problem, Object... details) {
        audit.refused(new AuditNote(deed, null, "proposal", String.valueOf(id), problem.code()));
        return new RuleViolation(problem, details);
    }

    void looked(String deed, Proposal proposal) {
        audit.looked(new AuditNote(deed, personBehind(proposal), "proposal", proposal.id().toString(), null));
    }

    /** Whom the subject concerns, as its domain knows today; null if nobody of the ledger. */
    private UUID personBehind(Proposal proposal) {
        var question = PersonsBehind.causes(proposal.subjectType(), List.of(proposal.subjectId()));
        behind.fire(question);
        return question.persons().get(proposal.subjectId());
    }

    private static Outcome outcomeOf(EventKind kind) {
        return switch (kind) {
            case DECIDED -> Outcome.DECIDED;
            case REJECTED -> Outcome.REJECTED;
            case SENT_BACK -> Outcome.RETURNED;
            case WITHDRAWN -> Outcome.WITHDRAWN;
            case ABANDONED -> Outcome.ABANDONED;
            default -> null;
        };
    }
}
