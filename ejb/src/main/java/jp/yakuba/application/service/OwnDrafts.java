package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_APPLICATION;
import static jp.yakuba.application.api.ApplicationProblem.STATE_FORBIDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.application.model.Draft;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/** Finds a draft for its own account only: a missing one and another's are refused alike, and the refusal is logged. */
@ApplicationScoped
public class OwnDrafts {
    @Inject
    private DraftStore drafts;

    @Inject
    private Agency agency;

    @Inject
    private SureEnough sureEnough;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditDesk audit;

    /** The actor's own draft. */
    public Draft get(UUID draftId) {
        var draft = mine(drafts.find(draftId), draftId);
        mustBeOpenToActor(draft);
        return draft;
    }

    /** The actor's own draft, still open, with its row locked until the deed ends. */
    public Draft lockOpen(UUID draftId) {
        var draft = lock(draftId);
        if (draft.isSubmitted()) {
            throw new RuleViolation(STATE_FORBIDS, "submitted", "draft");
        }
        return draft;
    }

    /** Locks the own draft that was read before, and reads again what others have written meanwhile. */
    void lockAnew(Draft draft) {
        drafts.lockAnew(draft);
        if (draft.isSubmitted()) {
            throw new RuleViolation(STATE_FORBIDS, "submitted", "draft");
        }
        mustBeOpenToActor(draft);
    }

    /** The actor's own draft with its row locked; of one that was submitted nothing but its receipts is left to give. */
    public Draft lock(UUID draftId) {
        var draft = mine(drafts.lock(draftId), draftId);
        if (!draft.isSubmitted()) {
            mustBeOpenToActor(draft);
        }
        return draft;
    }

    /** The actor's own drafts that are still open, without those under mandates that have ended. */
    public List<DraftStore.Line> listOpen(Instant now) {
        return drafts.listOpen(actor.get().id(), now).stream()
                .filter(draft -> draft.mandateId() == null || agency.stands(draft.mandateId()))
                .toList();
    }

    private Draft mine(Optional<Draft> found, UUID draftId) {
        return found.filter(draft -> draft.accountId().equals(actor.get().id())).orElseThrow(() -> refused(draftId));
    }

    private void mustBeOpenToActor(Draft draft) {
        if (draft.mandateId() != null && !agency.stands(draft.mandateId())) {
            throw agency.ended(draft.mandateId());
        }
        sureEnough.mustBe(draft.openedWith(), "draft", draft.id());
    }

    /** The refusal, written in the log. */
    public RuleViolation refused(UUID draftId) {
        audit.refused(new AuditNote(
                "application.draft", null, "draft", String.valueOf(draftId), NO_SUCH_APPLICATION.code()));
        return new RuleViolation(NO_SUCH_APPLICATION);
    }
}
