package jp.yakuba.document.service.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import jp.yakuba.approval.api.MatterDecided;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DraftEnded;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.AttachedFile;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.RecordEntry;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.service.record.Completion;
import jp.yakuba.document.service.record.Registry;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.document.store.signing.SheetSealStore;
import jp.yakuba.kernel.OfficeClock;

/** Hears what became of drafts on their route; a decided one is a record in the same deed, or nothing is decided. */
@ApplicationScoped
public class DraftEnds {
    @Inject
    private DraftingStore store;

    @Inject
    private DraftBook book;

    @Inject
    private DraftPress press;

    @Inject
    private Registry registry;

    @Inject
    private DraftReaders readers;

    @Inject
    private Completion completion;

    @Inject
    private SheetSealStore seals;

    @Inject
    private RecordHistory history;

    @Inject
    private Event<DraftEnded> ended;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** The draft stands or falls with the decision. */
    void on(@Observes MatterDecided decided) {
        if (DraftBook.SUBJECT.equals(decided.subjectType())) {
            store.lock(decided.subjectId()).filter(draft -> !draft.state().isEnd()).ifPresent(draft -> follow(draft, decided));
        }
    }

    private void follow(WorkingDraft draft, MatterDecided decided) {
        var proposal = Map.of("proposal", decided.proposalId());
        switch (decided.outcome()) {
            case DECIDED -> enter(draft, decided);
            case REJECTED -> end(draft, DraftState.REJECTED, RecordEventKind.REJECTED, proposal);
            case ABANDONED -> {
                if (draft.state() == DraftState.DRAFTING) {
                    draft.abandon(clock.now());
                    history.note(draft.id(), RecordEventKind.WITHDRAWN, proposal);
                    ended.fire(new DraftEnded(draft.id(), DraftState.ABANDONED));
                } else {
                    end(draft, DraftState.ABANDONED, RecordEventKind.WITHDRAWN, proposal);
                }
            }
            case RETURNED -> comeBack(draft, RecordEventKind.RETURNED, proposal);
            case WITHDRAWN -> comeBack(draft, RecordEventKind.WITHDRAWN, proposal);
        }
    }

    private void comeBack(WorkingDraft draft, RecordEventKind kind, Map<String, ?> facts) {
        draft.comeBack(clock.now());
        history.note(draft.id(), kind, facts);
    }

    private void end(WorkingDraft draft, DraftState how, RecordEventKind kind, Map<String, ?> facts) {
        draft.end(how, clock.now());
        history.note(draft.id(), kind, facts);
        ended.fire(new DraftEnded(draft.id(), how));
    }

    /** Numbers it (起案番号), files it, and keeps the sheet as it was decided beside its attachments. */
    private void enter(WorkingDraft draft, MatterDecided decided) {
        var version = book.latest(draft);
        var files = new ArrayList<AttachedFile>();
        var sheet = press.keep(draft, version).sha256();
        files.add(new AttachedFile(sheet, "起案文書.pdf"));
        version.files().forEach(file -> files.add(new AttachedFile(file.sha256(), file.name())));
        var facts = version.facts();
        var record = registry.enter(Direction.INTERNAL,
                new RecordEntry(DraftBook.SUBJECT, draft.id(), draft.causingRecord(), version.title(), draft.createdName(), null, files),
                new Registry.Belonging(draft.section(), facts.matter(), facts.dossierId(), draft.isConfidential()), RecordEventKind.DECIDED);
        readers.follow(draft, record.id());
        seals.order(record.id(), sheet, clock.now());
        draft.decide(record.id(), clock.now());
        note(draft, record, decided, version.sha256());
        if (facts.dispatch() == DispatchIntent.NONE) {
            completion.ofCause(record.id());
        }
    }

    private void note(WorkingDraft draft, NumberedRecord record, MatterDecided decided, String content) {
        history.note(draft.id(), RecordEventKind.DECIDED, Map.of("number", record.number(), "record", record.id(),
                "content", content, "proposal", decided.proposalId(), "proxy", decided.byProxy()));
        audit.changed(new AuditNote("document.draft-decided", null, "record", record.id().toString(), record.number()));
    }
}
