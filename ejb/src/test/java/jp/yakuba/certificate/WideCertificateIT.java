package jp.yakuba.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsPeer;
import jp.yakuba.AsProtectionOfficer;
import jp.yakuba.AsRegistrar;
import jp.yakuba.AsStaff;
import jp.yakuba.AsSystem;
import jp.yakuba.InRequest;
import jp.yakuba.certificate.api.AskCopy;
import jp.yakuba.certificate.api.CertificateProblem;
import jp.yakuba.certificate.api.CopyDoubt;
import jp.yakuba.certificate.api.CopyLine;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.api.CopyPerson;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.CopySheet;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.certificate.api.IdentityDocument;
import jp.yakuba.certificate.api.WideCopyDesk;
import jp.yakuba.certificate.model.CopyItems;
import jp.yakuba.certificate.model.CopyReply;
import jp.yakuba.certificate.model.CopyRequest;
import jp.yakuba.certificate.model.ItemSeal;
import jp.yakuba.certificate.model.WideCopyXml;
import jp.yakuba.certificate.service.CopyRound;
import jp.yakuba.document.DocumentFixture;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.exchange.PeerOffice;
import jp.yakuba.exchange.api.ArrivalDesk;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.exchange.api.TransferView;
import jp.yakuba.exchange.service.ParcelRound;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.AddressNumber;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.resident.api.CopyAnswer;
import jp.yakuba.resident.api.CopyDesk;
import jp.yakuba.resident.api.CopyQuestion;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.signature.service.SigningFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("住民票の写しの広域交付(コンテナ内)")
class WideCertificateIT {
    private static final String CODE = "990019";
    private static final LocalDate BORN = LocalDate.of(1980, 5, 5);
    private static final Actor CLERK = DocumentFixture.staff("1017", "窓口　正子", "residents-clerk-1", "residents", Role.STAFF, Role.REGISTRAR);
    private static final Actor OTHER = DocumentFixture.staff("1019", "別の係", "residents-clerk-2", "residents", Role.STAFF, Role.REGISTRAR);
    private static final Actor CHIEF = DocumentFixture.staff("1015", "長", "residents-chief", "residents", Role.STAFF, Role.PROTECTION_OFFICER);
    private static final Actor ELSEWHERE = DocumentFixture.staff("1005", "小林　七海", "general-clerk-1", "general", Role.STAFF, Role.REGISTRAR);
    /** Families, each with a lot and a day of birth of its own: what protects one is not like another. */
    private static final List<String> FAMILIES = List.of("写山", "写川", "写影", "写谷", "写海", "写岳", "写岬", "写浜", "写沢", "写峰", "写島");
    private static final AtomicLong SERIAL = new AtomicLong(955_000);

    @Inject
    private WideCopyDesk desk;

    @Inject
    private CopyRound expiring;

    @Inject
    private ProtectionDesk protections;

    @Inject
    private CopyDesk copies;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private RecordDesk records;

    @Inject
    private ArrivalDesk arrivals;

    @Inject
    private ParcelRound parcels;

    @Inject
    private ContainerPress press;

    @Inject
    private AsRegistrar registrar;

    @Inject
    private AsProtectionOfficer officer;

    @Inject
    private AsStaff staff;

    @Inject
    private AsSystem system;

    @Inject
    private AsDesk inside;

    @Inject
    private AsPeer peer;

    @Inject
    private InRequest request;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private SigningFixture keys;

    @BeforeEach
    void open() throws Exception {
        Path folder = Files.createTempDirectory("certificate");
        keys = new SigningFixture(folder, Instant.now());
        keys.keyOf("016373");
        keys.keyOf(CODE);
        keys.nameKeys();
        System.setProperty("yakuba.exchange.keys", Files.createFile(folder.resolve("line.p12")).toString()); // the line is on; nobody answers
        asOwner("INSERT INTO yakuba.res_place (code, name, postal_code, latitude, longitude, valid_from)"
                + " VALUES ('t1', '東二条二丁目', '0820012', 42.9, 143.0, '1970-01-01') ON CONFLICT DO NOTHING");
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + CODE + "', '試験市', 'https://localhost:1/x', now())"
                + " ON CONFLICT (code) DO UPDATE SET state = 'ACTIVE', most_bytes = 2147483648");
        asOwner("UPDATE yakuba.exc_peer SET services = '{document,wide-copy,wide-copy-answer}', asked = '{document,wide-copy}', per_minute = 600"
                + " WHERE code = '" + CODE + "'");
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty("yakuba.exchange.keys");
        asOwner("UPDATE yakuba.exc_peer SET services = '{document}', asked = '{document}' WHERE code = '" + CODE + "'");
        keys.close();
    }

    // this office as the one before which a resident of another town stands

    @Test
    @DisplayName("請求は番号のある手紙で出て、答えが来れば交付でき、渡し終えれば来たものは読めない。手紙と要約値は残る")
    void aCopyIsAskedForAndIssued() throws Exception {
        var id = ask();
        ask(id); // the same form again
        assertThat(text("SELECT string_agg(p.service || ' ' || p.mark || ' ' || p.title, ',') FROM yakuba.exc_parcel p JOIN yakuba.crt_request c"
                + " ON c.record_id = p.record_id WHERE c.id = '" + id + "'")).isEqualTo("wide-copy CONFIDENTIAL 住民票の写しの広域交付に係る通知（請求）");
        assertThat(sheet(id).line().number()).startsWith("芽住第");
        assertThat(sent(id).clerk()).isEqualTo("窓口　正子");
        refused(CertificateProblem.NOT_IN_THIS_STATE, () -> issue(id, sheet(id).version()));

        assertThat(reply(id, told(id)).state()).isEqualTo(ArrivalState.ACCEPTED);
        var sheet = sheet(id);
        assertThat(sheet.line().state()).isEqualTo(CopyState.ANSWERED);
        assertThat(sheet.persons()).extracting(CopyPerson::name).containsExactly("写野　元", "写野　葛󠄀");
        var first = issue(id, sheet.version());
        var pdf = print(first);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).as("signed by the office").contains("/ByteRange");
        refused(CertificateProblem.PRINTED_ALREADY, () -> print(first));
        issue(id, sheet(id).version());
        var issued = sheet(id).issues();
        assertThat(issued).extracting(one -> one.printed()).containsExactly(true, false);
        long early = sheet(id).version();
        refused(CertificateProblem.SHEET_WAITS, () -> as(CLERK, () -> done(() -> desk.finish(id, early))));
        assertThat(issued).extracting(one -> one.fee()).containsExactly(300, 300);
        assertThat(issued.get(0).number()).isNotEqualTo(issued.get(1).number());
        spoil(issued.get(1).id());
        assertThat(sheet(id).issues().get(1).fee()).isZero();
        assertThat(sheet(id).issues().get(1).printed()).as("void, and nobody has fetched it").isFalse();
        assertThat(sheet(id).line().copies()).isEqualTo(1);

        long last = sheet(id).version();
        as(CLERK, () -> done(() -> desk.finish(id, last)));
        assertThat(sheet(id).persons()).isEmpty();
        assertThat(text("SELECT num_nulls(name, request, private_key, sealed) || ' ' || length(digest) FROM yakuba.crt_request WHERE id = '" + id + "'")).isEqualTo("4 64");
        assertThat(text("SELECT count(sheet) FROM yakuba.crt_issue WHERE request_id = '" + id + "'")).isEqualTo("0");
        assertThat(text("SELECT count(*) FROM yakuba.doc_record r JOIN yakuba.crt_request c ON c.answer_record = r.id WHERE c.id = '" + id + "'")).isEqualTo("1");
        assertThat(text("SELECT string_agg(DISTINCT deed, ',' ORDER BY deed) FROM yakuba.aud_entry WHERE object_id = '" + id + "' AND deed LIKE 'certificate.%'"))
                .contains("certificate.answered", "certificate.ask", "certificate.finish", "certificate.issue", "certificate.print", "certificate.view");
    }

    @Test
    @DisplayName("二人が同じ秒に交付しても一通だけ出る。同じ画面をもう一度送っても一通で、番号は飛ばない")
    void twoWhoIssueAtOnceIssueOne() throws Exception {
        var id = ask();
        reply(id, told(id));
        var version = sheet(id).version();
        var start = new CountDownLatch(1);
        var two = Executors.newFixedThreadPool(2);
        var done = new ArrayList<Future<UUID>>();
        for (var who : List.of(CLERK, OTHER)) {
            done.add(two.submit(() -> {
                start.await();
                return as(who, () -> desk.issue(id, version, UUID.randomUUID(), false));
            }));
        }
        start.countDown();
        var problems = new ArrayList<Problem>();
        for (var one : done) {
            try {
                one.get();
            } catch (ExecutionException second) {
                problems.add(problemOf(second));
            }
        }
        two.shutdown();
        assertThat(problems).containsExactly(CertificateProblem.CHANGED_MEANWHILE);
        assertThat(sheet(id).issues()).hasSize(1);
        var once = sheet(id).issues().get(0).id();
        assertThat(as(CLERK, () -> desk.issue(id, version, once, false))).as("the same form again").isEqualTo(once);
        assertThat(sheet(id).issues()).hasSize(1);
        issue(id, sheet(id).version());
        assertThat(text("SELECT count(*) = max(serial) - min(serial) + 1 FROM yakuba.crt_issue WHERE request_id = '" + id + "'")).isEqualTo("t");
    }

    @Test
    @DisplayName("取り下げた請求の手紙は出ず、遅れて来た答えは記録になるが読めない")
    void aWithdrawnRequestAsksNothing() throws Exception {
        var id = ask();
        var answer = told(id);
        var parcel = UUID.fromString(text("SELECT p.id FROM yakuba.exc_parcel p JOIN yakuba.crt_request c ON c.record_id = p.record_id WHERE c.id = '" + id + "'"));
        assertThat(asDesk(() -> parcels.mayLeave(parcel))).isTrue();
        long version = sheet(id).version();
        as(CLERK, () -> done(() -> desk.withdraw(id, version)));
        assertThat(asDesk(() -> parcels.mayLeave(parcel))).isFalse();
        assertThat(text("SELECT state FROM yakuba.exc_parcel WHERE id = '" + parcel + "'")).isEqualTo("CANCELLED");

        assertThat(reply(id, answer).state()).isEqualTo(ArrivalState.ACCEPTED);
        assertThat(sheet(id).line().state()).isEqualTo(CopyState.WITHDRAWN);
        assertThat(sheet(id).persons()).isEmpty();
        refused(CertificateProblem.NOT_IN_THIS_STATE, () -> issue(id, sheet(id).version()));
    }

    @Test
    @DisplayName("断りは符号のとおりに見え、頼んでいない答え、ほかの鍵に封をした答えは受けない")
    void refusalsAndStrangersAnswers() throws Exception {
        var id = ask();
        assertThat(reply(id, new CopyReply(UUID.randomUUID(), CopyOutcome.NOT_HERE, null)).fault()).isEqualTo(ExchangeFault.SERVICE_UNASKED.code());
        var other = ItemSeal.pair();
        assertThat(reply(id, new CopyReply(id, CopyOutcome.TOLD, ItemSeal.seal(WideCopyXml.write(CopyFixture.items(today())), other.getPublic().getEncoded(), id))).fault())
                .isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        var old = new CopyReply(id, CopyOutcome.TOLD, ItemSeal.seal(WideCopyXml.write(CopyFixture.items(today().minusDays(2))), sent(id).key(), id));
        assertThat(reply(id, old).fault()).as("from before it was asked").isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        var part = new CopyItems(today(), false, CopyFixture.ITEMS.head(), CopyFixture.ITEMS.persons());
        assertThat(reply(id, new CopyReply(id, CopyOutcome.TOLD, ItemSeal.seal(WideCopyXml.write(part), sent(id).key(), id))).fault())
                .as("not the whole household that was asked for").isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        assertThat(sheet(id).line().state()).isEqualTo(CopyState.WAITING);
        reply(id, new CopyReply(id, CopyOutcome.CHANGE_WAITS, null));
        assertThat(sheet(id).line().state()).isEqualTo(CopyState.REFUSED);
        assertThat(sheet(id).line().outcome()).isEqualTo(CopyOutcome.CHANGE_WAITS);
    }

    @Test
    @DisplayName("請求した人を見れば、待つあいだも断られた後も記録が残る。自動の見直しは名前を出さず、記録もしない")
    void everyLookIsWrittenDown() throws Exception {
        var id = ask();
        var views = "SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'certificate.view' AND object_id = '" + id + "'";
        assertThat(sheet(id).address()).isNotNull();
        assertThat(text(views)).isEqualTo("1");
        var watched = as(CLERK, () -> desk.watch(id));
        assertThat(watched.line().name()).isNull();
        assertThat(watched.birthDate()).isNull();
        assertThat(watched.address()).isNull();
        assertThat(watched.wanted()).isEmpty();
        assertThat(text(views)).isEqualTo("1");
        refused(CertificateProblem.NO_SUCH_REQUEST, () -> as(ELSEWHERE, () -> desk.watch(id)));
        reply(id, new CopyReply(id, CopyOutcome.NOT_HERE, null));
        assertThat(as(CLERK, () -> desk.watch(id)).address()).as("there is nothing to wait for, so it is a look").isNotNull();
        assertThat(sheet(id).address()).isNotNull();
        assertThat(text(views)).isEqualTo("3");
    }

    @Test
    @DisplayName("回答の日を過ぎれば交付できず、そう言う。待つ請求は何日前のものでも一覧に一度だけ載り、終わった昔の請求は載らない")
    void nothingIsIssuedOnAnotherDay() throws Exception {
        var id = ask();
        asOwner("UPDATE yakuba.crt_request SET asked_at = now() - interval '1 day', erase_at = now() + interval '1 hour' WHERE id = '" + id + "'");
        reply(id, new CopyReply(id, CopyOutcome.TOLD, ItemSeal.seal(WideCopyXml.write(CopyFixture.items(today().minusDays(1))), sent(id).key(), id)));
        var sheet = sheet(id);
        assertThat(sheet.line().state()).isEqualTo(CopyState.ANSWERED);
        assertThat(sheet.issuable()).isFalse();
        assertThat(as(CLERK, () -> desk.list())).filteredOn(one -> one.id().equals(id)).as("it came today, of yesterday").extracting(one -> one.isOldOn(today()))
                .containsExactly(true);
        assertThat(sheet.asOf()).isEqualTo(today().minusDays(1));
        refused(CertificateProblem.ANSWER_OF_ANOTHER_DAY, () -> issue(id, sheet.version()));
        var now = ask();
        assertThat(as(CLERK, () -> desk.list())).extracting(CopyLine::id).containsOnlyOnce(id, now);
        as(CLERK, () -> done(() -> desk.withdraw(id, sheet.version())));
        assertThat(as(CLERK, () -> desk.list())).extracting(CopyLine::id).contains(now).doesNotContain(id);
        assertThat(planOfTheList()).contains("crt_request_open");
    }

    /** How what is open is found, with no other index and no small table to be read whole instead. */
    private String planOfTheList() throws SQLException {
        var plan = new StringBuilder();
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL enable_seqscan = off");
            statement.execute("DROP INDEX yakuba.crt_request_latest");
            try (var rows = statement.executeQuery("EXPLAIN SELECT id FROM yakuba.crt_request WHERE section IN ('residents')"
                    + " AND state IN ('WAITING', 'ANSWERED', 'ISSUED') ORDER BY asked_at DESC, id LIMIT 500")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            connection.rollback();
        }
        return plan.toString();
    }

    @Test
    @DisplayName("来た人が請求の人と同じ名前でないとき、求めた世帯主がないときは、見たと言わなければ交付できない")
    void whatIsDoubtfulIsLookedAtFirst() throws Exception {
        var id = ask();
        var twin = CopyFixture.ITEMS.persons().get(1);
        var items = new CopyItems(today(), true, null, List.of(twin));
        assertThat(reply(id, new CopyReply(id, CopyOutcome.TOLD, ItemSeal.seal(WideCopyXml.write(items), sent(id).key(), id))).state()).isEqualTo(ArrivalState.ACCEPTED);
        var sheet = sheet(id);
        assertThat(sheet.doubts()).containsExactlyInAnyOrder(CopyDoubt.NAMES, CopyDoubt.HEAD);
        refused(CertificateProblem.NOT_COMPARED, () -> issue(id, sheet.version()));
        assertThat(sheet(id).issues()).isEmpty();
        as(CLERK, () -> desk.issue(id, sheet.version(), UUID.randomUUID(), true));
        assertThat(sheet(id).issues()).hasSize(1);
        var plain = ask();
        reply(plain, told(plain));
        assertThat(sheet(plain).doubts()).isEmpty();
    }

    @Test
    @DisplayName("受け取れない回答が来た請求は、待つあいだそう言い、ほかの請求には言わない。正しい回答が来れば交付できる")
    void anAnswerThatCannotBeTakenIsSaid() throws Exception {
        var id = ask();
        var other = ask();
        var conversation = UUID.fromString(text("SELECT p.conversation FROM yakuba.exc_parcel p JOIN yakuba.crt_request c ON c.record_id = p.record_id WHERE c.id = '" + id + "'"));
        assertThat(sheet(id).line().isAnsweredInVain()).isFalse();
        var wrong = ItemSeal.seal(WideCopyXml.write(CopyFixture.items(today())), ItemSeal.pair().getPublic().getEncoded(), id);
        assertThat(deliver("wide-copy-answer", WideCopyXml.write(new CopyReply(id, CopyOutcome.TOLD, wrong)), conversation).fault())
                .isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        assertThat(sheet(id).line().state()).isEqualTo(CopyState.WAITING);
        assertThat(sheet(id).line().isAnsweredInVain()).isTrue();
        assertThat(as(CLERK, () -> desk.watch(id)).line().isAnsweredInVain()).isTrue();
        assertThat(as(CLERK, () -> desk.list())).filteredOn(one -> one.id().equals(id) || one.id().equals(other))
                .extracting(CopyLine::id, CopyLine::isAnsweredInVain).containsExactlyInAnyOrder(tuple(id, true), tuple(other, false));
        reply(id, told(id));
        assertThat(sheet(id).line().state()).isEqualTo(CopyState.ANSWERED);
        assertThat(sheet(id).line().isAnsweredInVain()).isFalse();
    }

    @Test
    @DisplayName("用紙がどれも書き損じなら、渡し終えたとは言わずに終わり、来たものは消える")
    void whereEverySheetIsVoidItIsWithdrawn() throws Exception {
        var id = ask();
        reply(id, told(id));
        spoil(issue(id, sheet(id).version()));
        long version = sheet(id).version();
        as(CLERK, () -> done(() -> desk.finish(id, version)));
        assertThat(sheet(id).line().state()).isEqualTo(CopyState.WITHDRAWN);
        assertThat(sheet(id).persons()).isEmpty();
        assertThat(text("SELECT reason FROM yakuba.aud_entry WHERE deed = 'certificate.finish' AND object_id = '" + id + "'")).isEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("書き損じと取出しは、請求の行から順に押さえる。終える人や消す時計と互いに待つことはない")
    void theRequestIsLockedFirst() throws Exception {
        var id = ask();
        reply(id, told(id));
        var sheet = issue(id, sheet(id).version());
        for (ThrowingCallable deed : List.<ThrowingCallable>of(() -> print(sheet), () -> spoil(sheet))) {
            var one = Executors.newSingleThreadExecutor();
            try (var turn = owner.getConnection(); var row = owner.getConnection(); var statement = turn.createStatement(); var other = row.createStatement()) {
                turn.setAutoCommit(false);
                row.setAutoCommit(false);
                statement.execute("SELECT id FROM yakuba.crt_request WHERE id = '" + id + "' FOR UPDATE");
                var made = one.submit(() -> {
                    try {
                        deed.call();
                    } catch (Throwable failure) {
                        throw new IllegalStateException(failure);
                    }
                    return null;
                });
                awaitText("t", "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted");
                other.execute("SELECT id FROM yakuba.crt_issue WHERE id = '" + sheet + "' FOR UPDATE NOWAIT");
                row.rollback();
                turn.commit();
                made.get();
            } finally {
                one.shutdown();
            }
        }
    }

    @Test
    @DisplayName("期限が来れば、交付しなかった請求は消え、来たものも用紙も消える")
    void whatCameIsDeletedAfterItsTime() throws Exception {
        var answered = ask();
        reply(answered, told(answered));
        var issued = ask();
        reply(issued, told(issued));
        print(issue(issued, sheet(issued).version()));
        var unfetched = ask();
        reply(unfetched, told(unfetched));
        issue(unfetched, sheet(unfetched).version());
        asOwner("UPDATE yakuba.crt_request SET asked_at = now() - interval '2 days', erase_at = now() - interval '1 day'"
                + " WHERE id IN ('" + answered + "', '" + issued + "', '" + unfetched + "')");
        assertThat(sheet(answered).persons()).as("even before the clock has come").isEmpty();
        var due = request.as(Actor.system("test"), () -> system.call(() -> expiring.listDue()));
        assertThat(due).contains(answered, issued, unfetched);
        request.as(Actor.system("test"), () -> system.call(() -> done(() -> due.forEach(expiring::expire))));
        assertThat(sheet(answered).line().state()).isEqualTo(CopyState.LAPSED);
        assertThat(sheet(issued).line().state()).isEqualTo(CopyState.DONE);
        assertThat(sheet(issued).issues().get(0).fee()).isEqualTo(300);
        assertThat(sheet(unfetched).line().state()).as("nothing was handed over").isEqualTo(CopyState.LAPSED);
        assertThat(sheet(unfetched).issues()).hasSize(1).allSatisfy(one -> {
            assertThat(one.fee()).isZero();
            assertThat(one.printed()).isFalse();
            assertThat(one.spoiled()).isNotBlank();
        });
        assertThat(text("SELECT count(*) FROM yakuba.crt_issue WHERE request_id IN ('" + issued + "', '" + unfetched + "') AND sheet IS NOT NULL")).isEqualTo("0");
        assertThat(text("SELECT count(*) FROM yakuba.crt_request WHERE id IN ('" + answered + "', '" + issued + "') AND private_key IS NOT NULL")).isEqualTo("0");
    }

    @Test
    @DisplayName("本人確認をしていない請求、取り決めのない役所、名前のない一部は受けない。ほかの課には見えず、登録の役割のない人は断られる")
    void whoMayAskWhat() throws Exception {
        refused(CertificateProblem.IDENTITY_NOT_CHECKED, () -> as(CLERK, () -> done(() -> desk.ask(command(UUID.randomUUID(), CODE, false, CopyScope.WHOLE, List.of())))));
        refused(CertificateProblem.OFFICE_NOT_ASKED, () -> as(CLERK, () -> done(() -> desk.ask(command(UUID.randomUUID(), "990020", true, CopyScope.WHOLE, List.of())))));
        refused(CertificateProblem.NOBODY_NAMED, () -> as(CLERK, () -> done(() -> desk.ask(command(UUID.randomUUID(), CODE, true, CopyScope.SOME, List.of())))));
        var id = ask();
        assertThat(as(CLERK, () -> desk.list())).extracting(CopyLine::id).contains(id);
        assertThat(as(ELSEWHERE, () -> desk.list())).extracting(CopyLine::id).doesNotContain(id);
        refused(CertificateProblem.NO_SUCH_REQUEST, () -> as(ELSEWHERE, () -> desk.get(id)));
        assertThatThrownBy(() -> request.as(CLERK, () -> staff.call(() -> desk.get(id)))).isInstanceOf(EJBAccessException.class);
    }

    // this office as the one that keeps the ledger

    @Test
    @DisplayName("ほかの市の窓口に来た住民の事項は、事実が合えば封をして同じ会話で返り、見た人と理由が一人ずつ残る。同じ請求には一度だけ答える")
    void theLedgerAnswersByItself() throws Exception {
        var family = family("写山");
        var pair = ItemSeal.pair();
        var asked = asked(pair, "写山　太郎", family, CopyScope.WHOLE, List.of(), true);
        assertThat(deliver(asked).state()).isEqualTo(ArrivalState.ACCEPTED);
        var items = told(asked, pair);
        assertThat(items.whole()).isTrue();
        assertThat(items.head()).isEqualTo("写山　太郎");
        assertThat(items.persons()).extracting(CopyPerson::name).containsExactly("写山　太郎", "写山　花子", "写山　次郎");
        assertThat(items.persons()).extracting(CopyPerson::relationship).containsExactly("世帯主", "妻", "子");
        assertThat(items.persons().get(0).address()).isEqualTo(address(701));
        assertThat(text(PARCEL.formatted("p.title || ' ' || (p.reply_to IS NOT NULL)", asked.id()))).isEqualTo("住民票の写しの広域交付に係る通知（回答） true");
        assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'resident.copy-told' AND reason LIKE '広域交付 " + CODE + " 窓口　正子 " + asked.id() + "'")).isEqualTo("3");
        assertThat(deliver(asked).state()).isEqualTo(ArrivalState.ACCEPTED);
        assertThat(text("SELECT count(*) FROM yakuba.crt_asked WHERE request = '" + asked.id() + "'")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM yakuba.exc_parcel p JOIN yakuba.crt_asked a ON a.answer_record = p.record_id WHERE a.request = '" + asked.id() + "'")).isEqualTo("1");

        var self = asked(pair, "写山　花子", family, CopyScope.SELF, List.of(), false);
        deliver(self);
        assertThat(told(self, pair).persons()).extracting(CopyPerson::name).containsExactly("写山　花子");
        assertThat(told(self, pair).head()).isNull();
        assertThat(told(self, pair).persons().get(0).relationship()).isNull();
        var some = asked(pair, "写山　花子", family, CopyScope.SOME, List.of("写山次郎"), false);
        deliver(some);
        assertThat(told(some, pair).persons()).extracting(CopyPerson::name).containsExactly("写山　次郎");
    }

    @Test
    @DisplayName("事実が合わない請求、世帯にいない人、守られている人の世帯は、同じ言葉で断る。処理中の届出があれば、そう言う。遅すぎる請求には答えない")
    void refusalsLookAlike() throws Exception {
        var family = family("写川");
        assertThat(outcome("写川　太郎", "北海道河西郡芽室町東二条二丁目999番地", CopyScope.WHOLE, List.of())).isEqualTo("NOT_HERE");
        assertThat(outcome("写川　三郎", family, CopyScope.WHOLE, List.of())).isEqualTo("NOT_HERE");
        assertThat(outcome("写川　太郎", family, CopyScope.SOME, List.of("写川　次郎", "他人　一郎"))).isEqualTo("NOT_HERE");
        var guarded = family("写影");
        protect("写影　花子");
        assertThat(outcome("写影　太郎", guarded, CopyScope.SELF, List.of())).as("who lives with somebody protected").isEqualTo("NOT_HERE");
        assertThat(outcome("写影　花子", guarded, CopyScope.SELF, List.of())).isEqualTo("NOT_HERE");
        var letter = UUID.fromString(text("SELECT max(record_id::text) FROM yakuba.crt_asked a JOIN yakuba.crt_asked_person p ON p.asked_id = a.id"
                + " JOIN yakuba.res_person r ON r.id = p.person_id WHERE r.name = '写影　花子'"));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> request.as(CLERK, () -> staff.call(() -> records.get(letter))));
        assertThat(request.as(CHIEF, () -> staff.call(() -> records.get(letter))).line().title()).as("it says where she lives").isEqualTo("広域交付");
        var answer = UUID.fromString(text("SELECT answer_record FROM yakuba.crt_asked WHERE record_id = '" + letter + "'"));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> request.as(CLERK, () -> staff.call(() -> records.get(answer))));
        assertThat(request.as(CHIEF, () -> staff.call(() -> records.get(answer))).line().id()).as("the readers of what it answers").isEqualTo(answer);
        assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'resident.copy-refused' AND reason LIKE '広域交付 " + CODE + "%NOT_HERE'")).isNotEqualTo("0");

        var mother = text("SELECT id FROM yakuba.res_person WHERE name = '写川　花子'");
        var event = UUID.randomUUID();
        asOwner("INSERT INTO yakuba.res_event (id, version, reason, event_date, state, entered_at, entered_by) VALUES ('" + event + "', 0, 'BIRTH', current_date - 1, 'PROVISIONAL', now(), 'test')");
        asOwner("INSERT INTO yakuba.res_entry (event_id, household_id, parent_id) SELECT '" + event + "', household_id, person_id FROM yakuba.res_membership WHERE person_id = '" + mother + "'");
        assertThat(outcome("写川　太郎", family, CopyScope.SELF, List.of())).isEqualTo("CHANGE_WAITS");
        asOwner("UPDATE yakuba.res_event SET state = 'WITHDRAWN', processed_at = now(), processed_by = 'test' WHERE id = '" + event + "'");
        assertThat(outcome("写川　太郎", family, CopyScope.SELF, List.of())).isEqualTo("TOLD");

        var late = new CopyRequest(UUID.randomUUID(), Instant.now().minus(Duration.ofDays(2)), "窓口　正子", IdentityDocument.PASSPORT, "写川　太郎", born("写川"), family,
                CopyScope.SELF, List.of(), false, ItemSeal.pair().getPublic().getEncoded());
        deliver(late);
        assertThat(text("SELECT outcome FROM yakuba.crt_asked WHERE request = '" + late.id() + "'")).isEqualTo("TOO_LATE");
    }

    @Test
    @DisplayName("世帯を出た人が守られていても、元の世帯の人には前と同じに答える。断りは保護を知らせるから。手紙と回答は閉じる")
    void whoOnceLivedWithAProtectedPersonIsTold() throws Exception {
        var family = family("写峰");
        protect("写峰　花子");
        assertThat(outcome("写峰　太郎", family, CopyScope.SELF, List.of())).as("while she lives there").isEqualTo("NOT_HERE");
        var she = "person_id = (SELECT id FROM yakuba.res_person WHERE name = '写峰　花子')";
        asOwner("UPDATE yakuba.res_membership SET valid_until = current_date - 30 WHERE " + she);
        asOwner("UPDATE yakuba.res_address SET valid_until = current_date - 30 WHERE " + she);
        asOwner("UPDATE yakuba.res_person SET left_on = current_date - 30 WHERE name = '写峰　花子'");
        var pair = ItemSeal.pair();
        var asked = asked(pair, "写峰　太郎", family, CopyScope.WHOLE, List.of(), true);
        deliver(asked);
        assertThat(told(asked, pair).persons()).extracting(CopyPerson::name).containsExactly("写峰　太郎", "写峰　次郎");
        assertThat(asDesk(() -> parcels.mayLeave(UUID.fromString(text(PARCEL.formatted("p.id", asked.id())))))).isTrue();
        assertThat(outcome("写峰　花子", family, CopyScope.SELF, List.of())).isEqualTo("NOT_HERE");
        for (var column : List.of("record_id", "answer_record")) {
            var letter = UUID.fromString(text("SELECT " + column + " FROM yakuba.crt_asked WHERE closed AND request = '" + asked.id() + "'"));
            refused(DocumentProblem.NO_SUCH_RECORD, () -> request.as(CLERK, () -> staff.call(() -> records.get(letter))));
            assertThat(request.as(CHIEF, () -> staff.call(() -> records.get(letter))).line().id()).isEqualTo(letter);
        }
    }

    @Test
    @DisplayName("様式に書けない世帯は断り、知らせたとは記録しない")
    void whatCannotBeSaidIsNotWrittenDownAsTold() throws Exception {
        var family = family("写島");
        asOwner("UPDATE yakuba.res_person SET name = '写島　' || repeat('次', 98) WHERE name = '写島　次郎'");
        var asked = asked(ItemSeal.pair(), "写島　太郎", family, CopyScope.WHOLE, List.of(), true);
        deliver(asked);
        assertThat(text("SELECT outcome FROM yakuba.crt_asked WHERE request = '" + asked.id() + "'")).isEqualTo("NOT_HERE");
        assertThat(text("SELECT string_agg(deed, ' ') FROM yakuba.aud_entry WHERE deed LIKE 'resident.copy-%' AND reason LIKE '%" + asked.id() + "%'"))
                .isEqualTo("resident.copy-refused");
    }

    @Test
    @DisplayName("答えが出る前に守られた人の事項は出ない。断りは出る")
    void whoIsProtectedMeanwhileIsNotTold() throws Exception {
        var family = family("写谷");
        var asked = asked(ItemSeal.pair(), "写谷　太郎", family, CopyScope.WHOLE, List.of(), true);
        deliver(asked);
        var parcel = UUID.fromString(text(PARCEL.formatted("p.id", asked.id())));
        assertThat(asDesk(() -> parcels.mayLeave(parcel))).isTrue();
        var letter = UUID.fromString(text("SELECT record_id FROM yakuba.crt_asked WHERE request = '" + asked.id() + "'"));
        assertThat(request.as(CLERK, () -> staff.call(() -> records.get(letter))).line().title()).isEqualTo("広域交付");
        protect("写谷　次郎");
        refused(DocumentProblem.NO_SUCH_RECORD, () -> request.as(CLERK, () -> staff.call(() -> records.get(letter))));
        assertThat(asDesk(() -> parcels.mayLeave(parcel))).isFalse();
        assertThat(text("SELECT state FROM yakuba.exc_parcel WHERE id = '" + parcel + "'")).isEqualTo("CANCELLED");
        assertThat(text(PARCEL.formatted("p.id <> '" + parcel + "' AND p.state <> 'CANCELLED' AND p.reply_to IS NOT NULL", asked.id())))
                .as("another letter says no, in the same deed").isEqualTo("t");
        assertThat(instead(asked)).isEqualTo(CopyOutcome.NOT_HERE);
        assertThat(asDesk(() -> parcels.mayLeave(UUID.fromString(text(PARCEL.formatted("p.id", asked.id())))))).isTrue();
        assertThat(asDesk(() -> parcels.mayLeave(parcel))).as("asked once more").isFalse();
        assertThat(text(PARCEL.formatted("p.next_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM yakuba.exc_parcel b WHERE b.peer = p.peer"
                + " AND b.conversation = p.conversation AND b.sequence < p.sequence AND b.next_at IS NOT NULL)", asked.id())))
                .as("the exchange takes it: what was taken back does not stand before it").isEqualTo("t");
        var unsent = UUID.fromString(text("SELECT record_id FROM yakuba.exc_parcel WHERE id = '" + parcel + "'"));
        assertThat(text("SELECT u.record_id FROM yakuba.crt_asked_unsent u JOIN yakuba.crt_asked a ON a.id = u.asked_id WHERE a.request = '" + asked.id() + "'"))
                .as("what was taken back is still followed").isEqualTo(unsent.toString());
        assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'certificate.refuse-instead' AND object_id = '" + asked.id() + "'")).isEqualTo("1");
        var refused = asked(ItemSeal.pair(), "写谷　太郎", family, CopyScope.WHOLE, List.of(), true);
        deliver(refused);
        assertThat(asDesk(() -> parcels.mayLeave(UUID.fromString(text(PARCEL.formatted("p.id", refused.id())))))).isTrue();
    }

    @Test
    @DisplayName("約束のない役所は聞けず、様式でないもの、先の時刻の請求は受けない。途中で失敗すれば、届いた記録も答えも残らない")
    void nothingIsToldToOthers() throws Exception {
        var family = family("写海");
        var future = new CopyRequest(UUID.randomUUID(), Instant.now().plus(Duration.ofHours(1)), "窓口　正子", IdentityDocument.PASSPORT, "写海　太郎", born("写海"), family,
                CopyScope.SELF, List.of(), false, ItemSeal.pair().getPublic().getEncoded());
        assertThat(deliver(future).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        assertThat(deliver("wide-copy", WideCopyXml.write(new CopyReply(UUID.randomUUID(), CopyOutcome.NOT_HERE, null))).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());

        var asked = asked(ItemSeal.pair(), "写海　太郎", family, CopyScope.SELF, List.of(), false);
        asOwner("ALTER TABLE yakuba.crt_asked ADD CONSTRAINT broken CHECK (request <> '" + asked.id() + "')");
        try {
            assertThat(deliver(asked).state()).isEqualTo(ArrivalState.STORED);
            assertThat(text("SELECT count(*) FROM yakuba.exc_parcel WHERE service_content LIKE convert_to('%" + asked.id() + "%', 'UTF8')")).isEqualTo("0");
        } finally {
            asOwner("ALTER TABLE yakuba.crt_asked DROP CONSTRAINT broken");
        }
        asOwner("UPDATE yakuba.exc_peer SET services = '{document,wide-copy-answer}' WHERE code = '" + CODE + "'");
        var stranger = asked(ItemSeal.pair(), "写海　太郎", family, CopyScope.SELF, List.of(), false);
        refused(ExchangeProblem.SERVICE_NOT_ALLOWED, () -> deliver(stranger));
        assertThat(text("SELECT count(*) FROM yakuba.crt_asked WHERE request = '" + stranger.id() + "'")).isEqualTo("0");
    }

    @Test
    @DisplayName("見えない字だけの氏名、見えない字だけの載せる人は、誰にも当たらない")
    void aNameThatFoldsToNothingFitsNobody() throws Exception {
        var family = family("写岳");
        var alone = BORN.plusDays(1706); // nobody else is born on that day: only the name is left to compare
        asOwner("UPDATE yakuba.res_person SET birth_date = '" + alone + "' WHERE name = '写岳　次郎'");
        assertThat(asDesk(() -> copies.tell(new CopyQuestion("写岳　次郎", alone, family, false, List.of(), "試験"), found -> true)).outcome()).isEqualTo(CopyAnswer.Outcome.TOLD);
        for (var unseen : List.of("\uDB40\uDD00", "\uFE00", "")) {
            assertThat(asDesk(() -> copies.tell(new CopyQuestion(unseen, alone, family, false, List.of(), "試験"), found -> true)).outcome()).isEqualTo(CopyAnswer.Outcome.NOT_HERE);
            assertThat(asDesk(() -> copies.tell(new CopyQuestion("写岳　次郎", alone, family, false, List.of(unseen), "試験"), found -> true)).outcome()).isEqualTo(CopyAnswer.Outcome.NOT_HERE);
        }
        var xml = new String(WideCopyXml.write(asked(ItemSeal.pair(), "写岳　太郎", family, CopyScope.SELF, List.of(), false)), StandardCharsets.UTF_8);
        var part = xml.replace("写岳　太郎", "\uDB40\uDD00").getBytes(StandardCharsets.UTF_8);
        assertThat(deliver("wide-copy", part).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
    }

    @Test
    @DisplayName("保護が始まれば、それまでに届いた手紙は、事実が合わなかったもの、遅すぎたもの、もう一度届いたもの、載せる人の名前だけのものも、回答も閉じる")
    void everyLetterOfAProtectedPersonIsClosed() throws Exception {
        var family = family("写岬");
        var elsewhere = "北海道河西郡芽室町東二条二丁目998番地";
        var far = BORN.plusDays(2707);
        var told = asked(ItemSeal.pair(), "写岬　太郎", family, CopyScope.WHOLE, List.of(), true);
        var wrong = asked(ItemSeal.pair(), "写岬　花子", elsewhere, CopyScope.SELF, List.of(), false);
        var late = request("写岬　花子", born("写岬"), elsewhere, List.of(), Instant.now().minus(Duration.ofDays(2)));
        var there = request("別人　一郎", far, family, List.of(), Instant.now());
        var named = request("別人　二郎", far, elsewhere, List.of("写岬花子"), Instant.now());
        for (var one : List.of(told, told, wrong, late, there, named)) {
            assertThat(deliver(one).state()).isEqualTo(ArrivalState.ACCEPTED);
        }
        var requests = "request IN ('" + told.id() + "', '" + wrong.id() + "', '" + late.id() + "', '" + there.id() + "', '" + named.id() + "')";
        assertThat(text("SELECT string_agg(outcome, ' ' ORDER BY outcome) FROM yakuba.crt_asked WHERE " + requests)).isEqualTo("NOT_HERE NOT_HERE NOT_HERE TOLD TOO_LATE");
        var letters = text("SELECT string_agg(r.id::text, ' ') FROM (SELECT record_id AS id FROM yakuba.crt_asked WHERE " + requests
                + " UNION SELECT answer_record FROM yakuba.crt_asked WHERE " + requests
                + " UNION SELECT g.record_id FROM yakuba.crt_asked_again g JOIN yakuba.crt_asked a ON a.id = g.asked_id WHERE a." + requests + ") r").split(" ");
        assertThat(letters).hasSize(11);
        for (var letter : letters) {
            assertThat(request.as(CLERK, () -> staff.call(() -> records.get(UUID.fromString(letter)))).line().id()).hasToString(letter);
        }
        protect("写岬　花子");
        assertThat(text("SELECT count(*) FROM yakuba.crt_asked WHERE NOT closed AND " + requests)).isEqualTo("0");
        for (var letter : letters) {
            refused(DocumentProblem.NO_SUCH_RECORD, () -> request.as(CLERK, () -> staff.call(() -> records.get(UUID.fromString(letter)))));
            assertThat(request.as(CHIEF, () -> staff.call(() -> records.get(UUID.fromString(letter)))).line().id()).hasToString(letter);
        }
        deliver(told);
        var again = UUID.fromString(text("SELECT g.record_id FROM yakuba.crt_asked_again g JOIN yakuba.crt_asked a ON a.id = g.asked_id JOIN yakuba.doc_record r"
                + " ON r.id = g.record_id WHERE a.request = '" + told.id() + "' ORDER BY r.sequence DESC LIMIT 1"));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> request.as(CLERK, () -> staff.call(() -> records.get(again))));
        var lie = new CopyRequest(told.id(), told.askedAt(), told.clerk(), told.identity(), "別人　三郎", far, elsewhere, CopyScope.SELF, List.of(), false, told.key());
        assertThat(deliver(lie).fault()).as("the id of another request").isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        var here = UUID.randomUUID();
        as(CLERK, () -> done(() -> desk.ask(new AskCopy(here, CODE, IdentityDocument.PASSPORT, true, "写岬　花子", born("写岬"), "試験県試験市本町9番地", CopyScope.SELF,
                List.of(), false))));
        var own = UUID.fromString(text("SELECT record_id FROM yakuba.crt_request WHERE id = '" + here + "'"));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> request.as(CLERK, () -> staff.call(() -> records.get(own))));
        assertThat(request.as(CHIEF, () -> staff.call(() -> records.get(own))).line().id()).as("it may say where she has gone").isEqualTo(own);
        nobodyReadsUntilSomebodyIsNamed(again, UUID.fromString(letters[0]));
    }

    /** Whoever is not an officer any more reads it no more; nobody at all is told; who comes reads it. */
    private void nobodyReadsUntilSomebodyIsNamed(UUID... letters) throws Exception {
        asOwner("CREATE TABLE yakuba.crt_test_roles AS SELECT * FROM yakuba.org_post_role WHERE role = 'protection-officer'");
        asOwner("UPDATE yakuba.org_staff SET mail = 'operator@example.jp' WHERE id = (SELECT staff FROM yakuba.org_appointment"
                + " WHERE post = 'planning-lead-2' AND valid_until IS NULL)");
        try {
            asOwner("DELETE FROM yakuba.org_post_role WHERE role = 'protection-officer'");
            awaitOfficers(false);
            nameReaders();
            assertThat(text("SELECT bool_and(unread) FROM yakuba.crt_asked WHERE closed")).isEqualTo("t");
            for (var letter : letters) {
                refused(DocumentProblem.NO_SUCH_RECORD, () -> request.as(CHIEF, () -> staff.call(() -> records.get(letter))));
            }
            assertThat(text("SELECT count(*) > 1 FROM yakuba.crt_asked WHERE closed AND unread")).isEqualTo("t");
            assertThat(text("SELECT count(*) > 0 AND count(*) = count(DISTINCT right(once_key, 36)) FROM yakuba.ntf_notice WHERE once_key LIKE 'wide-copy:%unread:"
                    + today() + ":%'")).as("whoever is told gets one mail, for however many letters").isEqualTo("t");
        } finally {
            asOwner("INSERT INTO yakuba.org_post_role SELECT * FROM yakuba.crt_test_roles ON CONFLICT DO NOTHING");
            asOwner("DROP TABLE yakuba.crt_test_roles");
            asOwner("UPDATE yakuba.org_staff SET mail = NULL WHERE mail = 'operator@example.jp'");
            awaitOfficers(true);
        }
        nameReaders();
        assertThat(text("SELECT bool_or(unread) FROM yakuba.crt_asked")).isEqualTo("f");
        for (var letter : letters) {
            assertThat(request.as(CHIEF, () -> staff.call(() -> records.get(letter))).line().id()).isEqualTo(letter);
        }
    }

    private void nameReaders() throws Exception {
        request.as(Actor.system("test"), () -> system.call(() -> {
            for (var part = expiring.listMisread(null); part != null; part = part.last() == null ? null : expiring.listMisread(part.last())) {
                part.misread().forEach(expiring::nameReaders);
            }
            assertThat(expiring.listMisread(null).misread()).isEmpty();
            return null;
        }));
    }

    /** The chart is read anew after a moment. */
    private void awaitOfficers(boolean any) throws Exception {
        for (int attempt = 0; attempt < 150; attempt++) {
            var roles = request.as(CLERK, () -> staff.call(() -> organization.listRolesOf(DocumentFixture.idOf("1015"), today())));
            if (roles.contains(Role.PROTECTION_OFFICER) == any) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The chart does not change");
    }

    @Test
    @DisplayName("答えが出る前に世帯に異動があれば、日が変われば、事項は出ず、代わりの断りが出る")
    void whatHasChangedMeanwhileIsNotTold() throws Exception {
        var family = family("写浜");
        var moved = waiting("写浜　太郎", family);
        asOwner("UPDATE yakuba.res_address SET line = '" + family + "　二階' WHERE line = '" + family + "'");
        withheld(moved, CopyOutcome.CHANGE_WAITS);
        var changing = waiting("写浜　太郎", family + "　二階");
        var event = UUID.randomUUID();
        asOwner("INSERT INTO yakuba.res_event (id, version, reason, event_date, state, entered_at, entered_by) VALUES ('" + event
                + "', 0, 'BIRTH', current_date - 1, 'PROVISIONAL', now(), 'test')");
        asOwner("INSERT INTO yakuba.res_entry (event_id, household_id, parent_id) SELECT '" + event + "', m.household_id, p.id FROM yakuba.res_membership m"
                + " JOIN yakuba.res_person p ON p.id = m.person_id WHERE p.name = '写浜　花子'");
        withheld(changing, CopyOutcome.CHANGE_WAITS);
        asOwner("UPDATE yakuba.res_event SET state = 'WITHDRAWN', processed_at = now(), processed_by = 'test' WHERE id = '" + event + "'");
        var old = waiting("写浜　太郎", family + "　二階");
        asOwner("UPDATE yakuba.crt_asked SET answered_at = now() - interval '1 day' WHERE request = '" + old.id() + "'");
        withheld(old, CopyOutcome.TOO_LATE);
    }

    /** A request that was told what it asks, and whose answer waits to leave. */
    private CopyRequest waiting(String name, String address) throws Exception {
        var asked = asked(ItemSeal.pair(), name, address, CopyScope.WHOLE, List.of(), true);
        deliver(asked);
        assertThat(text("SELECT outcome FROM yakuba.crt_asked WHERE request = '" + asked.id() + "'")).isEqualTo("TOLD");
        assertThat(asDesk(() -> parcels.mayLeave(UUID.fromString(text(PARCEL.formatted("p.id", asked.id())))))).isTrue();
        return asked;
    }

    private void withheld(CopyRequest asked, CopyOutcome refusal) throws Exception {
        var parcel = UUID.fromString(text(PARCEL.formatted("p.id", asked.id())));
        assertThat(asDesk(() -> parcels.mayLeave(parcel))).isFalse();
        assertThat(text("SELECT state FROM yakuba.exc_parcel WHERE id = '" + parcel + "'")).isEqualTo("CANCELLED");
        assertThat(instead(asked)).isEqualTo(refusal);
    }

    private CopyOutcome instead(CopyRequest asked) throws Exception {
        var reply = WideCopyXml.readReply(text(PARCEL.formatted("convert_from(p.service_content, 'UTF8')", asked.id())).getBytes(StandardCharsets.UTF_8));
        assertThat(text("SELECT outcome FROM yakuba.crt_asked WHERE request = '" + asked.id() + "'")).isEqualTo(reply.outcome().name());
        assertThat(reply.sealed()).isNull();
        return reply.outcome();
    }

    @Test
    @DisplayName("届いた請求は、支援措置の順番を待ってから文書の番号を取る。転入通知も同じなので、互いに待つことはない")
    void aRequestTakesItsTurnBeforeItsNumber() throws Exception {
        var asked = asked(ItemSeal.pair(), "写沢　太郎", family("写沢"), CopyScope.SELF, List.of(), false);
        deliver(asked(ItemSeal.pair(), "写沢　花子", family("写沢"), CopyScope.SELF, List.of(), false)); // there is a counter
        var one = Executors.newSingleThreadExecutor();
        try (var turn = owner.getConnection(); var row = owner.getConnection(); var statement = turn.createStatement(); var other = row.createStatement()) {
            turn.setAutoCommit(false);
            row.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('res_protection', 0))");
            var made = one.submit(() -> deliver(asked));
            awaitText("t", "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
            other.execute("SELECT last FROM yakuba.doc_counter WHERE direction = 'IN' AND section = 'residents' FOR UPDATE NOWAIT"); // it has no number yet
            row.rollback();
            turn.commit();
            assertThat(made.get().state()).isEqualTo(ArrivalState.ACCEPTED);
        } finally {
            one.shutdown();
        }
    }

    private void awaitText(String wanted, String sql) throws Exception {
        for (int attempt = 0; attempt < 150 && !wanted.equals(text(sql)); attempt++) {
            Thread.sleep(100);
        }
        assertThat(text(sql)).isEqualTo(wanted);
    }

    private static CopyRequest request(String name, LocalDate born, String address, List<String> wanted, Instant at) {
        return new CopyRequest(UUID.randomUUID(), at, "窓口　正子", IdentityDocument.PASSPORT, name, born, address, wanted.isEmpty() ? CopyScope.SELF : CopyScope.SOME,
                wanted, false, ItemSeal.pair().getPublic().getEncoded());
    }

    private static LocalDate today() {
        return LocalDate.now(OfficeClock.ZONE);
    }

    private static final String PARCEL = "SELECT %s FROM yakuba.exc_parcel p JOIN yakuba.crt_asked a ON a.answer_record = p.record_id WHERE a.request = '%s'";

    /** Three who live at a lot of their own; their address. */
    private String family(String surname) throws SQLException {
        int lot = lot(surname);
        if (Long.parseLong(text("SELECT count(*) FROM yakuba.res_person WHERE name = '" + surname + "　太郎'")) > 0) {
            return address(lot);
        }
        var household = UUID.randomUUID();
        asOwner("INSERT INTO yakuba.res_household (id, version, number, formed_on) VALUES ('" + household + "', 0, '" + number() + "', '2001-04-01')");
        member(surname + "　太郎", born(surname), "1", "世帯主", household, lot);
        member(surname + "　花子", born(surname), "2", "妻", household, lot);
        member(surname + "　次郎", born(surname), "1", "子", household, lot);
        return address(lot);
    }

    private void member(String name, LocalDate born, String sex, String relationship, UUID household, int lot) throws SQLException {
        var id = UUID.randomUUID();
        asOwner("INSERT INTO yakuba.res_person (id, version, number, name, kana, birth_date, sex, nationality, became_resident) VALUES ('" + id + "', 0, '" + number()
                + "', '" + name + "', 'ウツシ', '" + born + "', '" + sex + "', 'JPN', '2001-04-01')");
        asOwner("INSERT INTO yakuba.res_membership (id, version, household_id, person_id, relationship, valid_from) VALUES (gen_random_uuid(), 0, '" + household + "', '"
                + id + "', '" + relationship + "', '2001-04-01')");
        asOwner("INSERT INTO yakuba.res_address (id, version, person_id, place_code, postal_code, place, lot, line, valid_from) SELECT gen_random_uuid(), 0, '" + id
                + "', code, postal_code, name, '" + lot + "番地', '" + address(lot) + "', '2001-04-01' FROM yakuba.res_place WHERE name = '東二条二丁目'");
    }

    private static LocalDate born(String name) {
        return BORN.plusDays(lot(name.substring(0, 2)));
    }

    private static int lot(String surname) {
        return 701 + FAMILIES.indexOf(surname);
    }

    private static String number() {
        return AddressNumber.ofSerial(SERIAL.incrementAndGet(), 10).value();
    }

    private static String address(int lot) {
        return "北海道河西郡芽室町東二条二丁目" + lot + "番地";
    }

    private void protect(String name) throws Exception {
        var id = UUID.fromString(text("SELECT id FROM yakuba.res_person WHERE name = '" + name + "'"));
        request.as(CHIEF, () -> officer.call(() -> protections.protect(new EnterProtection(List.of(id), true, LocalDate.of(2026, 11, 1), null, null))));
    }

    private CopyRequest asked(KeyPair pair, String name, String address, CopyScope scope, List<String> wanted, boolean relationships) {
        return new CopyRequest(UUID.randomUUID(), Instant.now(), "窓口　正子", IdentityDocument.PASSPORT, name, born(name), address, scope, wanted, relationships,
                pair.getPublic().getEncoded());
    }

    private String outcome(String name, String address, CopyScope scope, List<String> wanted) throws Exception {
        var asked = asked(ItemSeal.pair(), name, address, scope, wanted, true);
        assertThat(deliver(asked).state()).isEqualTo(ArrivalState.ACCEPTED);
        return text("SELECT outcome FROM yakuba.crt_asked WHERE request = '" + asked.id() + "'");
    }

    private CopyItems told(CopyRequest asked, KeyPair pair) throws Exception {
        var reply = WideCopyXml.readReply(text(PARCEL.formatted("convert_from(p.service_content, 'UTF8')", asked.id())).getBytes(StandardCharsets.UTF_8));
        assertThat(reply.outcome()).isEqualTo(CopyOutcome.TOLD);
        return WideCopyXml.readItems(ItemSeal.open(reply.sealed(), pair.getPrivate().getEncoded(), pair.getPublic().getEncoded(), asked.id()));
    }

    private TransferView deliver(CopyRequest asked) throws Exception {
        return deliver("wide-copy", WideCopyXml.write(asked));
    }

    private TransferView reply(UUID id, CopyReply reply) throws Exception {
        assertThat(id).isNotNull();
        return deliver("wide-copy-answer", WideCopyXml.write(reply));
    }

    private CopyReply told(UUID id) throws Exception {
        return new CopyReply(id, CopyOutcome.TOLD, ItemSeal.seal(WideCopyXml.write(CopyFixture.items(today())), sent(id).key(), id));
    }

    private CopyRequest sent(UUID id) throws Exception {
        return WideCopyXml.readRequest(text("SELECT convert_from(p.service_content, 'UTF8') FROM yakuba.exc_parcel p JOIN yakuba.crt_request c ON c.record_id = p.record_id"
                + " WHERE c.id = '" + id + "'").getBytes(StandardCharsets.UTF_8));
    }

    private TransferView deliver(String service, byte[] part) throws Exception {
        return deliver(service, part, UUID.randomUUID());
    }

    private TransferView deliver(String service, byte[] part, UUID conversation) throws Exception {
        var letter = new PeerOffice(CODE, keys, press).service("広域交付", conversation, null, new ServicePart(service, WideCopyXml.VERSION, part));
        return request.as(Actor.peer(CODE, "test"), () -> peer.call(() -> {
            arrivals.take(letter.whole(null), letter.container());
            arrivals.judge(letter.id());
            for (int attempt = 0; attempt < 30 && arrivals.find(letter.id()).state() == ArrivalState.STORED; attempt++) {
                Thread.sleep(100);
            }
            return arrivals.find(letter.id());
        }));
    }

    private UUID ask() throws Exception {
        return ask(UUID.randomUUID());
    }

    private UUID ask(UUID id) throws Exception {
        as(CLERK, () -> done(() -> desk.ask(command(id, CODE, true, CopyScope.WHOLE, List.of()))));
        return id;
    }

    private static AskCopy command(UUID id, String office, boolean checked, CopyScope scope, List<String> wanted) {
        return new AskCopy(id, office, IdentityDocument.NUMBER_CARD, checked, "写野　元", BORN, "試験県試験市本町1番地", scope, wanted, true);
    }

    private CopySheet sheet(UUID id) throws Exception {
        return as(CLERK, () -> desk.get(id));
    }

    private UUID issue(UUID id, long version) throws Exception {
        return as(CLERK, () -> desk.issue(id, version, UUID.randomUUID(), false));
    }

    private byte[] print(UUID issue) throws Exception {
        var out = new ByteArrayOutputStream();
        as(CLERK, () -> done(() -> desk.print(issue, out)));
        return out.toByteArray();
    }

    private void spoil(UUID issue) throws Exception {
        as(CLERK, () -> done(() -> desk.spoil(issue, "紙づまり")));
    }

    private static Void done(Runnable deed) {
        deed.run();
        return null;
    }

    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> registrar.call(deed));
    }

    private <T> T asDesk(Callable<T> deed) throws Exception {
        return request.as(Actor.system("test"), () -> inside.call(deed));
    }

    private static void refused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> assertThat(problemOf(thrown)).isEqualTo(problem));
    }

    private static Problem problemOf(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation refusal) {
                return refusal.problem();
            }
        }
        throw new AssertionError("no refusal", thrown);
    }

    private String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
