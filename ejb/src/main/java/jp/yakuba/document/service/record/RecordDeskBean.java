package jp.yakuba.document.service.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.Circulate;
import jp.yakuba.document.api.HistoryBreak;
import jp.yakuba.document.api.ReadingLine;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.document.service.Reasons;
import jp.yakuba.document.store.record.RegisterStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;

/** Behind the records desk of staff: what somebody may not read is not there for them, not even as a number in a list. */
@Stateless
@RunAs(Role.DESK)
public class RecordDeskBean implements RecordDesk {
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_AT_ONCE = 500;

    private OwnRecords own;
    private RegisterStore register;
    private RecordSheets sheets;
    private ShieldedRecords shielded;
    private RecordDeeds deeds;
    private RecordReading reading;
    private CurrentActor actor;

    protected RecordDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public RecordDeskBean(
            OwnRecords own, RegisterStore register, RecordSheets sheets, ShieldedRecords shielded, RecordDeeds deeds,
            RecordReading reading, CurrentActor actor) {
        this.own = own;
        this.register = register;
        this.sheets = sheets;
        this.shielded = shielded;
        this.deeds = deeds;
        this.reading = reading;
        this.actor = actor;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public Page<RecordLine> list(RecordFilter filter, PageRequest page) {
        own.lookedAtRegister(filter.section(), AuditNote.words(filter.direction(), filter.fiscalYear()));
        var found = register.list(filter, reading.within(filter.section()), own.reader(), page);
        own.lookedAtAll(found.rows().stream().map(RecordLine::id).toList(), "register");
        return shielded.lines(found);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<RecordLine> listNext(RecordFilter filter, RecordLine behind, int size) {
        if (behind == null) {
            own.lookedAtRegister(filter.section(), AuditNote.words(filter.direction(), filter.fiscalYear(), "file"));
        }
        var found = register.listNext(filter, reading.within(filter.section()), own.reader(), behind, Math.min(size, MOST_AT_ONCE));
        own.lookedAtAll(found.stream().map(RecordLine::id).toList(), "file");
        return shielded.lines(found);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public RecordSheet get(UUID recordId) {
        var line = own.get(recordId);
        own.looked("document.view", recordId, line.number());
        return shielded.sheet(sheets.of(line, own.reader()));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void file(UUID recordId, long version, UUID dossierId) {
        deeds.file(own.lockToWork(recordId, version, "document.file"), dossierId);
        own.changed("document.file", recordId, AuditNote.words(dossierId));
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void distribute(UUID recordId, long version, String section, UUID staffId) {
        deeds.distribute(own.lockToKeep(recordId, version, "document.distribute"), section, staffId);
        own.changed("document.distribute", recordId, AuditNote.words(section, staffId));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void complete(UUID recordId, long version) {
        deeds.complete(own.lockToWork(recordId, version, "document.complete"));
        own.changed("document.complete", recordId, null);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void reopen(UUID recordId, long version, String reason) {
        var words = Reasons.given(reason, LONGEST_REASON);
        deeds.takeBack(own.lockToWork(recordId, version, "document.reopen"), words);
        own.changed("document.reopen", recordId, words);
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void refuse(UUID recordId, long version, String reason) {
        var words = Reasons.given(reason, LONGEST_REASON);
        deeds.refuse(own.lockToKeep(recordId, version, "document.refuse"), words);
        own.changed("document.refuse", recordId, words);
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void forward(UUID recordId, long version, String to, String reason) {
        var words = Reasons.given(reason, LONGEST_REASON);
        deeds.forward(own.lockToKeep(recordId, version, "document.forward"), Reasons.given(to, LONGEST_REASON), words);
        own.changed("document.forward", recordId, words);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void restrict(UUID recordId, long version, Set<UUID> readers) {
        deeds.restrict(own.lockToWork(recordId, version, "document.restrict"), readers);
        own.changed("document.restrict", recordId, readers.size() + " readers");
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public UUID circulate(Circulate command) {
        var begun = deeds.circulate(own.lockToWork(command.recordId(), command.version(), "document.circulate"), command);
        own.changed("document.circulate", command.recordId(), begun.toString());
        return begun;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void read(UUID circulationId, String comment) {
        var words = comment == null || comment.isBlank() ? null : Reasons.given(comment, LONGEST_REASON);
        own.changed("document.read", deeds.read(circulationId, words), null);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public Page<ReadingLine> listReadings(boolean read, PageRequest page) {
        var found = register.listReadings(actor.get().id(), read, page);
        own.lookedAtAll(found.rows().stream().map(ReadingLine::recordId).toList(), "reading");
        return shielded.readings(found);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public long countUnread() {
        return register.countReadings(actor.get().id(), false);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public InputStream open(UUID recordId, int position) {
        return reading.open(own.get(recordId), position, false);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public InputStream openRendition(UUID recordId, int position) {
        return reading.open(own.get(recordId), position, true);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public Optional<HistoryBreak> verify(UUID recordId) {
        return reading.verify(own.get(recordId));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<RecordSheet.Reader> listColleagues(String section) {
        return reading.colleagues(section);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<String> listSectionsRead() {
        return reading.sectionsRead();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<String> listSectionsKept() {
        return reading.sectionsKept(actor.get().section());
    }
}
