package jp.yakuba.document.service.drafting;

import static jp.yakuba.document.api.DocumentProblem.NOT_YOUR_DRAFT;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DRAFT;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.service.record.RecordPersons;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;

/**
 * Hands drafts to those who may have them: their section, their writers, the records manager, and whoever is asked on their
 * route read; their writers write. What somebody may not read is not there, and asking for it is written down.
 */
@ApplicationScoped
public class DraftBook {
    private static final String OBJECT = "draft-sheet";

    /** Kind of the subject in proposals. */
    static final String SUBJECT = "draft";

    @Inject
    private DraftingStore store;

    @Inject
    private OwnRecords own;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private RecordPersons persons;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    /** A draft to be read. */
    public WorkingDraft get(UUID id, String deed) {
        return store.find(id).filter(draft -> store.mayRead(id, own.reader()) || approval.concerns(SUBJECT, id))
                .orElseThrow(() -> refused(id, NO_SUCH_DRAFT, deed));
    }

    /** A draft for one of its writers. */
    WorkingDraft ofWriter(UUID id, String deed) {
        var draft = get(id, deed);
        if (!draft.isDrafter(actor.get().id())) {
            throw refused(id, NOT_YOUR_DRAFT, deed);
        }
        return draft;
    }

    /** A draft for one of its writers who saw this version of its row; locked until the deed ends. */
    WorkingDraft lock(UUID id, long version, String deed) {
        ofWriter(id, deed);
        var draft = store.lock(id).orElseThrow(() -> new RuleViolation(NO_SUCH_DRAFT));
        draft.expect(version);
        return draft;
    }

    /** True once the record that it became is gone, and its words with it. */
    public boolean isGone(WorkingDraft draft) {
        return draft.recordId() != null && store.isGone(draft.recordId());
    }

    public DraftVersion latest(WorkingDraft draft) {
        return version(draft, draft.latest());
    }

    DraftVersion version(WorkingDraft draft, int number) {
        return store.findVersion(draft.id(), number).orElseThrow(() -> new RuleViolation(NO_SUCH_VERSION));
    }

    /** Writes a change down in the audit log. */
    void changed(String deed, UUID id, String reason) {
        audit.changed(note(deed, id, reason));
    }

    /** Writes a look down in the audit log. */
    void looked(String deed, UUID id, String reason) {
        audit.looked(note(deed, id, reason));
    }

    /** Writes down at whom a list of drafts has looked. */
    void lookedAtAll(List<UUID> ids) {
        var notes = persons.behind(SUBJECT, ids).entrySet().stream()
                .map(one -> new AuditNote("document.draft-list", one.getValue(), OBJECT, one.getKey().toString(), null)).toList();
        if (!notes.isEmpty()) {
            audit.lookedAtAll(notes);
        }
    }

    private AuditNote note(String deed, UUID id, String reason) {
        return new AuditNote(deed, persons.behind(SUBJECT, List.of(id)).get(id), OBJECT, id.toString(), reason);
    }

    public RuleViolation refused(UUID id, Problem why, String deed) {
        audit.refused(note(deed, id, why.code()));
        return new RuleViolation(why);
    }
}
