package jp.yakuba.document.service.drafting;

import static jp.yakuba.document.api.DocumentProblem.DRAFT_INCOMPLETE;
import static jp.yakuba.document.api.DocumentProblem.NOT_IN_THIS_STATE;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DRAFT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.approval.api.AddedStop;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalFile;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.approval.api.SettleObjection;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DraftEnded;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.ProposeDraft;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Hands drafts to their route, answers objections with another text, gives drafts up. */
@ApplicationScoped
public class DraftRoute {
    @Inject
    private DraftingStore store;

    @Inject
    private DraftBook book;

    @Inject
    private DraftWriting writing;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private RecordHistory history;

    @Inject
    private Event<DraftEnded> ended;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Names of the fields without which it cannot be proposed. */
    static List<String> missing(DraftVersion version) {
        var missing = new ArrayList<String>();
        var facts = version.facts();
        if (version.ask().isBlank()) {
            missing.add("ask");
        }
        if (version.text().isEmpty()) {
            missing.add("text");
        }
        if (facts.matter() == null) {
            missing.add("matter");
        }
        if (facts.disclosure() != Disclosure.OPEN && (facts.clause() == null || facts.clause().isBlank())) {
            missing.add("clause");
        }
        return List.copyOf(missing);
    }

    /** Hands it to its route as it stands. */
    UUID propose(ProposeDraft command) {
        var draft = book.lock(command.draftId(), command.version(), "document.draft-propose");
        if (draft.state() != DraftState.DRAFTING) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        var version = book.latest(draft);
        var missing = missing(version);
        if (!missing.isEmpty()) {
            throw new RuleViolation(DRAFT_INCOMPLETE, String.join(", ", missing));
        }
        var proposal = approval.propose(decision(draft, version, command));
        draft.propose(proposal, clock.now());
        history.note(draft.id(), RecordEventKind.PROPOSED,
                Map.of("version", version.number(), "content", version.sha256(), "proposal", proposal));
        book.changed("document.draft-propose", draft.id(), proposal.toString());
        return proposal;
    }

    private ProposeDecision decision(WorkingDraft draft, DraftVersion version, ProposeDraft command) {
        var decision = new ProposeDecision(version.facts().matter(), version.facts().amount(), DraftBook.SUBJECT, draft.id(),
                version.title(), textOf(version)).inSection(draft.section()).about(version.sha256(), filesOf(version))
                .withStops(command.consulted().stream().map(post -> AddedStop.beforeDecision(StopKind.CONSULT, post)).toList());
        decision = command.urgent() ? decision.urgently() : decision;
        decision = command.wantedBy() == null ? decision : decision.by(command.wantedBy());
        var amended = draft.amends() == null ? null : store.find(draft.amends()).map(WorkingDraft::proposalId).orElse(null);
        return amended == null ? decision : decision.amending(amended);
    }

    private static String textOf(DraftVersion version) {
        return version.ask() + "\n\n" + version.text().plain();
    }

    private static List<ProposalFile> filesOf(DraftVersion version) {
        return version.files().stream().map(file -> new ProposalFile(file.name(), file.sha256())).toList();
    }

    /**
     * Answers an objection with the next version. The proposal is locked before the draft, as a decision does it; who changed
     * the draft meanwhile is found out by its version.
     */
    void answer(WriteDraft command, String words) {
        var seen = book.ofWriter(command.draftId(), "document.draft-answer");
        seen.expect(command.version());
        var proposal = approval.findBySubject(DraftBook.SUBJECT, seen.id());
        if (seen.state() != DraftState.PROPOSED || !mayAnswer(proposal)) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        var next = writing.next(seen, command);
        approval.settle(next == null ? new SettleObjection(proposal.id(), proposal.version(), words)
                : new SettleObjection(proposal.id(), proposal.version(), words, textOf(next), next.sha256(), filesOf(next), List.of()));
        if (next != null) {
            var draft = store.lock(seen.id()).orElseThrow(() -> new RuleViolation(NO_SUCH_DRAFT));
            draft.expect(command.version());
            writing.take(draft, next, command.staged());
        }
    }

    /** True if an objection waits for the actor, who proposed it. */
    boolean mayAnswer(ProposalView proposal) {
        return proposal != null && proposal.state().equals("PROPOSED") && proposal.drafterId().equals(actor.get().id())
                && proposal.route().stream().anyMatch(step -> step.state().equals("OBJECTED"));
    }

    /** Gives it up while it is on no route. */
    void abandon(UUID id, long version, String reason) {
        var draft = book.lock(id, version, "document.draft-abandon");
        draft.abandon(clock.now());
        history.note(id, RecordEventKind.WITHDRAWN, Map.of("reason", reason, "state", DraftState.ABANDONED));
        book.changed("document.draft-abandon", id, reason);
        ended.fire(new DraftEnded(id, DraftState.ABANDONED));
    }
}
