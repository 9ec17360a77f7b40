package jp.yakuba.document;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.yakuba.AsArchivist;
import jp.yakuba.AsDecider;
import jp.yakuba.AsDesk;
import jp.yakuba.AsRecordsManager;
import jp.yakuba.AsRecordsOfficer;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.ReceiveRecord;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** Files of years long gone for tests of their end, and the people who lead them there. */
@ApplicationScoped
public class DisposalFixture {
    static final Actor OFFICER = DocumentFixture.staff(
            "1005", "総務係員", "general-clerk-1", "general", Role.STAFF, Role.RECORDS_OFFICER);
    static final Actor HEAD = DocumentFixture.staff("1003", "総務課長", "general-chief", "general", Role.STAFF, Role.DECIDER,
            Role.RECORDS_OFFICER);
    static final Actor MANAGER = DocumentFixture.staff(
            "1004", "総務係長", "general-lead-1", "general", Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER);
    static final Actor SECOND = DocumentFixture.staff(
            "1002", "副町長", "deputy", "general", Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER);
    static final Actor ARCHIVIST = DocumentFixture.staff("1090", "学芸員", "education-clerk-1", "education", Role.STAFF, Role.ARCHIVIST);
    static final Actor STRANGER =
            DocumentFixture.staff("1020", "税務課長", "tax-chief", "tax", Role.STAFF, Role.DECIDER, Role.RECORDS_OFFICER);
    static final String CLASS = "Z-01-01";

    @Inject
    private FilingDesk filing;

    @Inject
    private DocumentDesk documents;

    @Inject
    private RecordDesk records;

    @Inject
    private FileDesk files;

    @Inject
    private AsDesk desk;

    @Inject
    private AsStaff staff;

    @Inject
    private AsDecider decider;

    @Inject
    private AsArchivist archivist;

    @Inject
    private AsRecordsOfficer officer;

    @Inject
    private AsRecordsManager manager;

    @Inject
    private InRequest request;

    @Inject
    private OfficeClock clock;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    /** A file of the general section, opened for a year and still open. */
    UUID open(int year, RetentionClass kept, RetentionClass after) throws Exception {
        return as(MANAGER, () -> {
            for (var code : List.of("Z", "Z-01", CLASS)) {
                filing.name("general", year, code, "終わりの試験");
            }
            int number = 1 + filing.plan("general", year).dossiers().stream()
                    .filter(one -> one.facts().classCode().equals(CLASS) && one.fiscalYear() == year)
                    .mapToInt(one -> one.facts().number()).max().orElse(0);
            return filing.open("general", year, DocumentFixture.dossier(CLASS, number, kept, after));
        });
    }

    /** A closed file whose one-year period is over since long, with so many records that hold the texts. */
    UUID due(int year, String... texts) throws Exception {
        var id = open(year, RetentionClass.Y1, null);
        for (var text : texts) {
            record(id, year, text);
        }
        as(MANAGER, () -> filing.close(id, filing.get(id).version()));
        return id;
    }

    /** A record with one file, put into the dossier and done with in its year. */
    RecordView record(UUID dossier, int year, String text) throws Exception {
        var made = request.as(Actor.system("test"), () -> desk.call(() -> {
            var kept = files.keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "写し.txt", 1_000_000);
            var received = documents.receive(new ReceiveRecord("trial", UUID.randomUUID(), "general", "山田花子さんの申立て", "山田 花子",
                    clock.now(), List.of(kept.sha256()), "end-of-life-trial"));
            documents.complete(received.id());
            return received;
        }));
        as(MANAGER, () -> {
            records.file(made.id(), records.get(made.id()).version(), dossier);
            return null;
        });
        asOwner("UPDATE yakuba.doc_life SET completed_on = ? WHERE record_id = ?", LocalDate.of(year, 6, 1), made.id());
        return made;
    }

    DossierView get(UUID dossier) throws Exception {
        return as(MANAGER, () -> filing.get(dossier));
    }

    /** Does the deed as the person, at the door that fits the person's roles. */
    <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> {
            if (who.holds(Role.RECORDS_MANAGER)) {
                return manager.call(deed);
            }
            return who.holds(Role.ARCHIVIST) ? archivist.call(deed) : who.holds(Role.DECIDER) ? decider.call(deed)
                    : who.holds(Role.RECORDS_OFFICER) ? officer.call(deed) : staff.call(deed);
        });
    }

    /** As {@link #as}, for a deed of a records officer whatever other roles the person has. */
    <T> T asOfficer(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> officer.call(deed));
    }

    int asOwner(String sql, Object... values) throws SQLException {
        try (var connection = owner.getConnection(); var change = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            return change.executeUpdate();
        }
    }

    /** The first column of the first row, as text. */
    String ask(String sql, Object... values) throws SQLException {
        try (var connection = owner.getConnection(); var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    static Stream<RetentionClass> counted() {
        return Stream.of(RetentionClass.values()).filter(one -> one != RetentionClass.STANDING);
    }

    /** Waits until the record is found by its words. */
    void awaitIndex(UUID record) throws Exception {
        for (int turn = 0; turn < 200; turn++) {
            if ("DONE".equals(ask("SELECT state FROM yakuba.doc_index WHERE record_id = ?", record))) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("Not in the index within forty seconds");
    }
}
