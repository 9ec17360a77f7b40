package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECORD;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DispatchRecord;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.ReceiveRecord;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.model.AttachedFile;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.RecordEntry;
import jp.yakuba.document.service.record.Completion;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.service.record.RecordDeeds;
import jp.yakuba.document.service.record.Registry.Belonging;
import jp.yakuba.document.service.record.Registry;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** The records desk: numbers in one unbroken series for each section, direction and fiscal year. */
@Stateless
@RunAs(Role.DESK)
public class DocumentDeskBean implements DocumentDesk {
    private RecordStore store;
    private Registry registry;
    private Completion completion;
    private RecordDeeds deeds;
    private AuditDesk audit;
    private OwnRecords own;
    private DraftingStore drafts;

    protected DocumentDeskBean() {
        // for the container
    }

    @Inject
    public DocumentDeskBean(RecordStore store, Registry registry, Completion completion, RecordDeeds deeds, AuditDesk audit, OwnRecords own,
            DraftingStore drafts) {
        this.store = store;
        this.registry = registry;
        this.completion = completion;
        this.deeds = deeds;
        this.audit = audit;
        this.own = own;
        this.drafts = drafts;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public RecordView receive(ReceiveRecord command) {
        return registry.find(Direction.IN, command.causeType(), command.causeId())
                .orElseGet(() -> noted(registry.enter(Direction.IN,
                        new RecordEntry(command.causeType(), command.causeId(), null, command.title(), command.sender(),
                                command.arrivedAt(), unnamed(command.files())),
                        Belonging.ofMatter(command.section(), command.matter()), RecordEventKind.RECEIVED), "document.receive"))
                .view();
    }

    @Override
    @RolesAllowed(Role.DESK)
    public RecordView dispatch(DispatchRecord command) {
        return registry.find(Direction.OUT, command.causeType(), command.causeId())
                .orElseGet(() -> noted(registry.enter(Direction.OUT,
                        new RecordEntry(command.causeType(), command.causeId(), command.inReplyTo(), command.title(),
                                command.recipient(), null, unnamed(command.files())),
                        Belonging.ofMatter(command.section(), null), RecordEventKind.DISPATCHED), "document.dispatch"))
                .view();
    }

    @Override
    @RolesAllowed(Role.DESK)
    public void requireReadable(UUID recordId) {
        own.get(recordId);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Set<UUID> listReadByOthers(Collection<UUID> recordIds, Set<UUID> readers) {
        return deeds.readByOthers(recordIds, readers);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public void closeTo(UUID recordId, Set<UUID> readers) {
        deeds.closeTo(recordId, readers);
        audit.changed(new AuditNote("document.close-to", null, "record", recordId.toString(), null));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Set<UUID> listReadable(Collection<UUID> recordIds) {
        return own.readable(recordIds);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Map<UUID, DraftState> listDraftStates(Collection<UUID> draftIds) {
        return drafts.listStates(draftIds);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public void complete(UUID recordId) {
        completion.ofCause(recordId);
    }

    @Override
    @RolesAllowed({Role.DESK, Role.STAFF})
    public RecordView get(UUID recordId) {
        return store.find(recordId).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD)).view();
    }

    private NumberedRecord noted(NumberedRecord record, String deed) {
        audit.changed(new AuditNote(deed, null, "record", record.id().toString(), record.number()));
        return record;
    }

    private static List<AttachedFile> unnamed(List<String> files) {
        return files.stream().map(sha256 -> new AttachedFile(sha256, null)).toList();
    }
}
