package jp.yakuba.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsPeer;
import jp.yakuba.AsResident;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.document.DocumentFixture;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.ProposeDraft;
import jp.yakuba.exchange.PeerOffice;
import jp.yakuba.exchange.api.ArrivalDesk;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.exchange.api.TransferView;
import jp.yakuba.exchange.service.container.ContainerCheck;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.inquiry.api.AnsweringDesk;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.InquiryDesk;
import jp.yakuba.inquiry.api.WriteInquiry;
import jp.yakuba.inquiry.model.AskedForm;
import jp.yakuba.inquiry.model.InquiryXml;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.signature.api.SigningMeans;
import jp.yakuba.signature.service.SigningFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two offices that agreed on inquiries, and what clerks do with them. For tests in the container. */
abstract class InquiryCase {
    static final String CODE = "990019";
    static final String THIRD = "990027";
    static final Actor CLERK = DocumentFixture.staff("1005", "小林　七海", "general-clerk-1", "general", Role.STAFF);
    static final Actor LEAD = DocumentFixture.staff("1004", "小野　麻衣", "general-lead-1", "general", Role.STAFF, Role.RECORDS_OFFICER);
    static final Actor CHIEF = DocumentFixture.staff("1003", "中西　さやか", "general-chief", "general", Role.STAFF);
    static final Actor TAX = DocumentFixture.staff("1020", "早川　愛", "tax-chief", "tax", Role.STAFF, Role.RECORDS_OFFICER);

    @Inject
    InquiryDesk inquiries;

    @Inject
    AnsweringDesk answering;

    @Inject
    DraftingDesk drafting;

    @Inject
    ApprovalDesk approval;

    @Inject
    ArrivalDesk arrivals;

    @Inject
    FileDesk files;

    @Inject
    ContainerPress press;

    @Inject
    ContainerCheck check;

    @Inject
    SigningMeans means;

    @Inject
    AsStaff staff;

    @Inject
    AsPeer peer;

    @Inject
    AsDesk desk;

    @Inject
    AsResident resident;

    @Inject
    InRequest request;

    @Inject
    OfficeClock clock;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    DataSource owner;

    SigningFixture keys;

    @BeforeEach
    void open() throws Exception {
        Path folder = Files.createTempDirectory("inquiry");
        keys = new SigningFixture(folder, Instant.now());
        for (var code : List.of("016373", CODE, THIRD)) {
            keys.keyOf(code);
        }
        keys.nameKeys();
        System.setProperty("yakuba.exchange.keys", Files.createFile(folder.resolve("line.p12")).toString()); // the line is on; nobody answers
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + CODE + "', '試験市', 'https://localhost:1/x', now()),"
                + " ('" + THIRD + "', '別の試験市', 'https://localhost:1/x', now()) ON CONFLICT (code) DO UPDATE SET state = 'ACTIVE', most_bytes = 2147483648");
        asOwner("UPDATE yakuba.exc_peer SET services = '{document,inquiry,inquiry-answer}', asked = '{document,inquiry}', per_minute = 600 WHERE code IN ('"
                + CODE + "', '" + THIRD + "')");
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty("yakuba.exchange.keys");
        asOwner("UPDATE yakuba.exc_peer SET services = '{document}', asked = '{document}' WHERE code IN ('" + CODE + "', '" + THIRD + "')");
        keys.close();
    }

    UUID asked(String title, UUID inquiry) throws Exception {
        var form = new AskedForm(inquiry, title, "説明", clock.today().plusDays(10), InquiryFixture.FORM);
        var letter = office(CODE).service(title, UUID.randomUUID(), null, new ServicePart("inquiry", 1, InquiryXml.write(form)));
        assertThat(deliver(CODE, letter).state()).isEqualTo(ArrivalState.ACCEPTED);
        return UUID.fromString(text("SELECT id FROM yakuba.inq_asked WHERE inquiry = '" + inquiry + "'"));
    }

    void makeConfidential(UUID record) throws Exception {
        asOwner("UPDATE yakuba.doc_life SET confidential = true WHERE record_id = '" + record + "'");
    }

    UUID sent(String title, String... offices) throws Exception {
        var id = UUID.randomUUID();
        write(new WriteInquiry(id, null, "general", title, "次の事項について照会します。", clock.today().plusDays(14), List.of(offices), InquiryFixture.FORM));
        decide(draft(id));
        assertThat(as(CLERK, () -> inquiries.get(id)).decided()).isTrue();
        as(CLERK, () -> inquiries.send(id));
        return id;
    }

    UUID draft(UUID id) throws Exception {
        return as(CLERK, () -> inquiries.draft(id, version(id)));
    }

    long version(UUID id) throws Exception {
        return Long.parseLong(text("SELECT version FROM yakuba.inq_inquiry WHERE id = '" + id + "'"));
    }

    void write(WriteInquiry command) throws Exception {
        as(CLERK, () -> {
            inquiries.write(command);
            return null;
        });
    }

    void close(UUID id) throws Exception {
        as(CLERK, () -> {
            inquiries.close(id, version(id), "まとめた");
            return null;
        });
    }

    void keep(UUID id, List<Given> given) throws Exception {
        as(CLERK, () -> {
            answering.keep(id, answering.get(id).version(), given);
            return null;
        });
    }

    void decide(UUID draft) throws Exception {
        var proposal = as(CLERK, () -> drafting.propose(new ProposeDraft(draft, drafting.get(draft).version(), List.of(), false, null)));
        for (var who : List.of(LEAD, CHIEF)) {
            as(who, () -> {
                approval.approve(proposal, approval.get(proposal).version(), null);
                return null;
            });
        }
    }

    byte[] partThatLeft(UUID record, String to) throws Exception {
        var sql = "SELECT sha256 FROM yakuba.exc_parcel WHERE sha256 IS NOT NULL AND record_id = '" + record + "' AND peer = '" + to + "'";
        for (int attempt = 0; attempt < 200 && text(sql) == null; attempt++) {
            Thread.sleep(100);
        }
        var hash = text(sql);
        var file = Files.createTempFile("left", ".asice");
        request.as(Actor.system("test"), () -> desk.call(() -> {
            try (var bytes = files.open(hash)) {
                return Files.write(file, bytes.readAllBytes());
            }
        }));
        try (var checked = check.check(file, to, "016373"); var part = checked.open(checked.head().servicePart().orElseThrow())) {
            return part.readAllBytes();
        } finally {
            Files.delete(file);
        }
    }

    PeerOffice office(String code) {
        return new PeerOffice(code, keys, press);
    }

    TransferView answer(String from, UUID inquiry, List<Given> given) throws Exception {
        var part = new ServicePart("inquiry-answer", 1, InquiryXml.write(new InquiryXml.Answered(inquiry, given), InquiryFixture.FORM));
        return deliver(from, office(from).service("回答", UUID.randomUUID(), UUID.randomUUID(), part));
    }

    TransferView deliver(String from, PeerOffice.Message letter) throws Exception {
        return request.as(Actor.peer(from, "test"), () -> peer.call(() -> {
            arrivals.take(letter.whole(null), letter.container());
            arrivals.judge(letter.id());
            for (int attempt = 0; attempt < 100 && arrivals.find(letter.id()).state() == ArrivalState.STORED; attempt++) {
                Thread.sleep(100);
            }
            return arrivals.find(letter.id());
        }));
    }

    <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> staff.call(deed));
    }

    static void refused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> {
            for (var cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof RuleViolation refusal) {
                    assertThat(refusal.problem()).isEqualTo(problem);
                    return;
                }
            }
            throw new AssertionError("no refusal", thrown);
        });
    }

    String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
