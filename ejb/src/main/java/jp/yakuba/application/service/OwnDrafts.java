package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_APPLICATION;
import static jp.yakuba.application.api.ApplicationProblem.STATE_FORBIDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    private CurrentActor actor;

    @Inject
    private AuditDesk audit;

    /** The actor's own draft. */
    public Draft get(UUID draftId) {
        return drafts.find(draftId).filter(this::isMine).orElseThrow(() -> refused(draftId));
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
    }

    /** The actor's own draft, submitted or not, with its row locked. */
    public Draft lock(UUID draftId) {
        return drafts.lock(draftId).filter(this::isMine).orElseThrow(() -> refused(draftId));
    }

    /** The refusal, written in the log. */
    public RuleViolation refused(UUID draftId) {
        audit.refused(new AuditNote(
                "application.draft", null, "draft", String.valueOf(draftId), NO_SUCH_APPLICATION.code()));
        return new RuleViolation(NO_SUCH_APPLICATION);
    }

    private boolean isMine(Draft draft) {
        return draft.accountId().equals(actor.get().id());
    }
}
