package jp.yakuba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsResident;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.document.api.BeginDraft;
import jp.yakuba.document.api.CheckedSignature;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.OfficeSignatureDesk;
import jp.yakuba.document.api.ProposeDraft;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.document.api.SendOut.Recipient;
import jp.yakuba.document.api.SignatureLine;
import jp.yakuba.document.api.SignatureProblem;
import jp.yakuba.document.api.SignatureStage;
import jp.yakuba.document.api.SigningState;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.document.service.KeptFiles;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.service.signing.SigningRound;
import jp.yakuba.document.store.signing.SignatureStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.signature.api.KeyState;
import jp.yakuba.signature.api.SignatureFault;
import jp.yakuba.signature.api.SignatureReport;
import jp.yakuba.signature.api.SignatureVerdict;
import jp.yakuba.signature.service.SigningFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("施行の電子署名(コンテナ内)")
class SignaturesIT {
    private static final Actor CLERK = DocumentFixture.staff("1005", "小林　七海", "general-clerk-1", "general", Role.STAFF);
    private static final Actor LEAD = DocumentFixture.staff("1004", "小野　麻衣", "general-lead-1", "general", Role.STAFF, Role.RECORDS_OFFICER);
    private static final Actor CHIEF = DocumentFixture.staff("1003", "中西　さやか", "general-chief", "general", Role.STAFF);
    private static final Actor TAX = DocumentFixture.staff("1020", "早川　愛", "tax-chief", "tax", Role.STAFF);
    private static final Recipient POST =
            new Recipient(DispatchChannel.POST, null, "北海道 建設部", null, "060-8588", "北海道札幌市中央区北三条西6丁目", null);
    private static final Recipient BOARD = new Recipient(DispatchChannel.NOTICE, null, null, null, null, null, LocalDate.of(2099, 1, 1));
    private static final int PATIENCE = 150;

    @Inject
    private DispatchDesk dispatch;

    @Inject
    private DraftingDesk drafting;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private OfficeSignatureDesk signatures;

    @Inject
    private RecordHistory history;

    @Inject
    private KeptFiles files;

    @Inject
    private SigningRound round;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private AsStaff staff;

    @Inject
    private AsResident resident;

    @Inject
    private AsDesk desk;

    @Inject
    private InRequest request;

    @Inject
    private OfficeClock clock;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private Path folder;
    private SigningFixture office;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createTempDirectory("signing");
        office = new SigningFixture(folder, Instant.now());
        office.nameKeys();
    }

    @AfterEach
    void close() throws SQLException {
        office.close();
        asOwner("UPDATE yakuba.doc_signature SET next_at = now() + interval '9 years', mail_until = NULL, problem = NULL");
    }

    @Test
    @DisplayName("メールと掲示の浄書は職責証明書で署名され、タイムスタンプと証拠が後ろに付き、メールはそれを持って出る。郵便には公印だけ")
    void whatGoesOutIsSigned() throws Exception {
        office.nameStamps();
        var mail = mail();
        var record = send(List.of(mail, BOARD, POST));
        var lines = await(record, all -> all.stream().allMatch(line -> line.stage() == SignatureStage.KEPT && !line.mailWaits()));
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(line.signer()).isEqualTo("芽室町長");
            assertThat(line.issuer()).isEqualTo("試験認証局");
            assertThat(line.problem()).isNull();
            assertThat(line.versions()).hasSize(1);
            var original = files.read(line.original());
            assertThat(Arrays.copyOf(files.read(line.latest()), original.length)).as("the original stands in front, byte for byte").isEqualTo(original);
        });
        assertThat(check(record)).hasSize(2).allSatisfy(one -> {
            assertThat(one.report().fault()).isNull();
            assertThat(one.report().verdict()).isEqualTo(SignatureVerdict.VALID);
            assertThat(one.report().stamps()).hasSize(2).allMatch(SignatureReport.Stamp::holds);
        });
        assertThat(enclosed(mail.mail())).isEqualTo(lines.get(0).latest());
        assertThat(history.of(record)).extracting(RecordEventLine::kind).containsExactly(RecordEventKind.DISPATCHED,
                RecordEventKind.SIGNED, RecordEventKind.SIGNED, RecordEventKind.SEALED, RecordEventKind.RENEWED, RecordEventKind.RENEWED);
        assertThat(history.verify(record)).isEmpty();
        var delivery = lines.get(0).deliveryId();
        assertThat(as(CLERK, () -> dispatch.openCopy(delivery).readAllBytes())).isEqualTo(files.read(lines.get(0).latest()));
    }

    @Test
    @DisplayName("決裁した起案文書には、決裁の後で署名と証拠が付き、元の文書はそのまま前に立つ。読めない課には渡さない")
    void theSheetOfADecisionIsSigned() throws Exception {
        office.nameStamps();
        var draft = decided();
        var record = as(CLERK, () -> drafting.get(draft)).recordId();
        var sheet = text("SELECT sha256 FROM yakuba.doc_record_file WHERE record_id = '" + record + "' ORDER BY position LIMIT 1");
        var line = await(record, all -> all.size() == 1 && all.get(0).stage() == SignatureStage.KEPT).get(0);

        assertThat(line.deliveryId()).isNull();
        assertThat(line.signer()).isEqualTo("芽室町長");
        var paper = files.read(sheet);
        assertThat(Arrays.copyOf(files.read(line.original()), paper.length)).as("the sheet stands in front, byte for byte").isEqualTo(paper);
        assertThat(check(record)).singleElement().satisfies(one -> assertThat(one.report().verdict()).isEqualTo(SignatureVerdict.VALID));
        try (var latest = as(CLERK, () -> signatures.open(record, line.original()))) {
            assertThat(latest.readAllBytes()).isEqualTo(files.read(line.latest()));
        }
        refused(DocumentProblem.NO_SUCH_RECORD, () -> as(TAX, () -> signatures.open(record, line.original())));
        assertThat(history.of(record)).filteredOn(step -> step.kind() == RecordEventKind.SIGNED).singleElement()
                .satisfies(step -> assertThat(step.facts()).containsEntry("sheet", sheet).containsEntry("copy", line.original()));
        assertThat(history.verify(record)).isEmpty();
        assertThatThrownBy(() -> asOwner("UPDATE yakuba.doc_sheet_seal SET sealed = NULL WHERE record_id = '" + record + "'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("署名の鍵がないうちも決裁はでき、起案文書は待ち、鍵が来れば一度だけ署名される")
    void aDecisionWaitsForNoKey() throws Exception {
        office.close();
        var draft = decided();
        var record = as(CLERK, () -> drafting.get(draft)).recordId();
        assertThat(text("SELECT attempts || ' ' || (sealed IS NULL) FROM yakuba.doc_sheet_seal WHERE record_id = '" + record + "'")).isEqualTo("0 true");
        // a node took it an hour ago and never came back
        asOwner("UPDATE yakuba.doc_sheet_seal SET attempts = 1, due_at = now() - interval '1 hour' WHERE record_id = '" + record + "'");
        office = new SigningFixture(folder, Instant.now());
        office.nameKeys();

        await(record, all -> all.size() == 1);
        Thread.sleep(3000);
        assertThat(as(CLERK, () -> signatures.list(record))).hasSize(1);
    }

    @Test
    @DisplayName("一通の浄書が壊れていても、ほかのメールは出る。直れば、その一通も出る")
    void aBrokenCopyHoldsNoOtherMailUp() throws Exception {
        office.nameStamps();
        office.stamps().setAway(true);
        var broken = mail();
        var first = send(List.of(broken));
        var whole = mail();
        var second = send(List.of(whole));
        var original = await(first, all -> all.get(0).problem() != null).get(0).original();
        var flip = "UPDATE yakuba.doc_file SET content = set_byte(content, 9, get_byte(content, 9) # 1) WHERE sha256 = '" + original + "'";
        tamper(flip);
        try {
            asOwner("UPDATE yakuba.doc_signature SET mail_until = now() - interval '1 minute' WHERE record_id = '" + first + "'");
            asOwner("UPDATE yakuba.doc_signature SET mail_until = now() WHERE record_id = '" + second + "'");
            await(second, all -> !all.get(0).mailWaits());
            assertThat(enclosed(broken.mail())).isNull();
        } finally {
            tamper(flip);
        }
        await(first, all -> !all.get(0).mailWaits());
        assertThat(enclosed(broken.mail())).isEqualTo(original);
        office.stamps().setAway(false);
    }

    @Test
    @DisplayName("タイムスタンプ局が答えなくても、施行は番号も記録も失わず、メールは定めの時まで待って署名だけで出、後からタイムスタンプが付く")
    void aSilentStampServiceLosesNothing() throws Exception {
        office.nameStamps();
        office.stamps().setAway(true);
        var mail = mail();
        var record = send(List.of(mail));
        var waiting = await(record, all -> all.get(0).problem() != null).get(0);
        assertThat(waiting.problem()).isEqualTo(SignatureProblem.STAMPS_AWAY);
        assertThat(waiting.mailWaits()).isTrue();
        assertThat(enclosed(mail.mail())).isNull();
        assertThat(state().stamps()).isEqualTo(SigningState.Stamps.AWAY);
        assertThat(check(record)).singleElement().satisfies(one -> assertThat(one.report().verdict()).isEqualTo(SignatureVerdict.VALID));

        asOwner("UPDATE yakuba.doc_signature SET mail_until = now() WHERE record_id = '" + record + "'");
        await(record, all -> !all.get(0).mailWaits());
        assertThat(enclosed(mail.mail())).isEqualTo(waiting.original());

        office.stamps().setAway(false);
        due(record);
        var stamped = await(record, all -> all.get(0).stage() == SignatureStage.KEPT).get(0);
        assertThat(stamped.problem()).isNull();
        for (int turn = 0; turn < PATIENCE && state().stamps() != SigningState.Stamps.WORKING; turn++) {
            Thread.sleep(200); // the sheet of the decision is stamped as well
        }
        assertThat(state().stamps()).isEqualTo(SigningState.Stamps.WORKING);
        assertThat(count("SELECT count(*) FROM yakuba.ntf_delivery WHERE address = '" + mail.mail() + "'")).as("it went once").isOne();
    }

    @Test
    @DisplayName("失効リストがないうちはタイムスタンプだけが付き、リストが届けば保管用の証拠が付く")
    void withoutListsAStampAtLeast() throws Exception {
        office.nameStamps();
        office.loseLists();
        var record = send(List.of(BOARD));
        var stamped = await(record, all -> all.get(0).stage() == SignatureStage.STAMPED).get(0);
        assertThat(stamped.problem()).isEqualTo(SignatureProblem.NO_LISTS);
        office.bringLists();
        due(record);
        var kept = await(record, all -> all.get(0).stage() == SignatureStage.KEPT).get(0);
        assertThat(kept.versions()).extracting(SignatureLine.Version::stage).containsExactly(SignatureStage.STAMPED, SignatureStage.KEPT);
    }

    @Test
    @DisplayName("保管用のタイムスタンプは証明書の終わる前に更新され、版が増え、経過に残る。もとの文書は変わらない")
    void archiveStampsAreRenewed() throws Exception {
        office.stampsFor(Duration.ofDays(20));
        office.nameStamps();
        var record = send(List.of(BOARD));
        var kept = await(record, all -> all.get(0).stage() == SignatureStage.KEPT).get(0);
        assertThat(kept.nextAt()).isBetween(Instant.now().plus(Duration.ofDays(9)), Instant.now().plus(Duration.ofDays(11)));
        due(record);
        var renewed = await(record, all -> all.get(0).versions().size() == 2).get(0);
        assertThat(renewed.original()).isEqualTo(kept.original());
        var before = files.read(kept.latest());
        assertThat(Arrays.copyOf(files.read(renewed.latest()), before.length)).isEqualTo(before);
        assertThat(check(record)).singleElement().satisfies(one -> {
            assertThat(one.report().verdict()).isEqualTo(SignatureVerdict.VALID);
            assertThat(one.report().stamps()).hasSize(3);
        });
        assertThat(history.of(record)).extracting(RecordEventLine::kind).endsWith(RecordEventKind.RENEWED, RecordEventKind.RENEWED);
        assertThatThrownBy(() -> asOwner("UPDATE yakuba.doc_signature_version SET made_at = now() WHERE original = '" + kept.original() + "'"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> asOwner("UPDATE yakuba.doc_signature SET signer = '別人' WHERE original = '" + kept.original() + "'"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> asOwner("DELETE FROM yakuba.doc_signature_version WHERE original = '" + kept.original() + "'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("二台が同じ署名に証拠を付けても、版は一つで、後の一台は何もしない")
    void twoNodesPutOneVersion() throws Exception {
        office.nameStamps();
        office.stamps().setAway(true);
        var record = send(List.of(BOARD));
        var original = await(record, all -> all.get(0).problem() != null).get(0).original();
        office.stamps().setAway(false);
        var due = new SignatureStore.Due(original, original, SignatureStage.SIGNED);
        var both = List.of(round.make(due), round.make(due));
        var tasks = both.stream().map(made -> new FutureTask<>(() -> request.as(Actor.system("test"), () -> desk.call(() -> {
            round.keep(due, made);
            return null;
        })))).toList();
        tasks.forEach(task -> threads.newThread(task).start());
        for (var task : tasks) {
            task.get();
        }
        assertThat(await(record, all -> all.get(0).stage() == SignatureStage.KEPT).get(0).versions()).hasSize(1);
        assertThat(history.of(record)).extracting(RecordEventLine::kind).containsOnlyOnce(RecordEventKind.RENEWED);
    }

    @Test
    @DisplayName("期限切れ、失効、違う合言葉、ない鍵では、訳を言って断り、番号を使わない。郵便は出せる")
    void anUnusableKeyIsRefusedBeforeANumber() throws Exception {
        var draft = decided();
        var before = numbers();
        System.setProperty("yakuba.signing.password", "違う");
        refused(DocumentProblem.SIGNING_KEY_UNUSABLE, () -> send(draft, List.of(BOARD)));
        assertThat(state().key()).isEqualTo(KeyState.WRONG_PASSWORD);
        System.setProperty("yakuba.signing.keys", folder.resolve("none.p12").toString());
        refused(DocumentProblem.SIGNING_KEY_UNUSABLE, () -> send(draft, List.of(BOARD)));
        assertThat(state().key()).isEqualTo(KeyState.UNREADABLE);
        office.nameKeys();
        office.revoke(Instant.now().minus(Duration.ofHours(2)));
        refused(DocumentProblem.SIGNING_CERTIFICATE_REVOKED, () -> send(draft, List.of(BOARD)));
        assertThat(state().key()).isEqualTo(KeyState.REVOKED);
        office.keyFor(Instant.now().minus(Duration.ofDays(30)), Instant.now().minus(Duration.ofDays(1)));
        refused(DocumentProblem.SIGNING_CERTIFICATE_OVER, () -> send(draft, List.of(BOARD)));
        assertThat(state().key()).isEqualTo(KeyState.EXPIRED);
        assertThat(numbers()).isEqualTo(before);
        assertThat(as(CLERK, () -> dispatch.prepare(draft)).sent()).isEmpty();

        var posted = send(draft, List.of(POST));
        assertThat(as(CLERK, () -> signatures.list(posted))).isEmpty();
    }

    @Test
    @DisplayName("署名した文書の一バイトが変わると、見つけて名を言う")
    void aChangedByteIsFoundAndNamed() throws Exception {
        office.nameStamps();
        var record = send(List.of(BOARD));
        var kept = await(record, all -> all.get(0).stage() == SignatureStage.KEPT).get(0);
        var flip = "UPDATE yakuba.doc_file SET content = set_byte(content, 900, get_byte(content, 900) # 1) WHERE sha256 = '" + kept.latest() + "'";
        tamper(flip);
        try {
            assertThat(check(record)).singleElement().satisfies(one -> {
                assertThat(one.report().verdict()).isEqualTo(SignatureVerdict.INVALID);
                assertThat(one.report().fault()).isEqualTo(SignatureFault.DAMAGED);
            });
        } finally {
            tamper(flip);
        }
        assertThat(check(record)).singleElement().satisfies(one -> assertThat(one.report().verdict()).isEqualTo(SignatureVerdict.VALID));
    }

    @Test
    @DisplayName("署名を見るのは記録を読める職員だけで、検証は閲覧の記録に残る")
    void onlyReadersSeeSignatures() throws Exception {
        var record = send(List.of(BOARD));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> as(TAX, () -> signatures.list(record)));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> as(TAX, () -> signatures.check(record)));
        assertThatThrownBy(() -> resident.call(() -> signatures.check(record))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> desk.call(() -> signatures.list(record))).isInstanceOf(EJBAccessException.class);
        check(record);
        assertThat(count("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'document.signature-check' AND object_id = '" + record + "'")).isOne();
    }

    private List<CheckedSignature> check(UUID record) throws Exception {
        return as(CLERK, () -> signatures.check(record));
    }

    private SigningState state() {
        return signatures.state();
    }

    /** The steps of the record's signatures are due now. */
    private void due(UUID record) throws SQLException {
        asOwner("UPDATE yakuba.doc_signature SET next_at = now() - interval '1 minute' WHERE problem IS NOT NULL OR record_id = '" + record + "'");
    }

    private List<SignatureLine> await(UUID record, Predicate<List<SignatureLine>> wished) throws Exception {
        var lines = as(CLERK, () -> signatures.list(record));
        for (int turn = 0; turn < PATIENCE && !wished.test(lines); turn++) {
            Thread.sleep(200);
            lines = as(CLERK, () -> signatures.list(record));
        }
        assertThat(wished.test(lines)).as(lines.toString()).isTrue();
        return lines;
    }

    /** SHA-256 of what the mail to the address carries; null while there is none. */
    private String enclosed(String address) throws SQLException {
        return text("SELECT encode(sha256(e.content), 'hex') FROM yakuba.ntf_enclosure e JOIN yakuba.ntf_delivery d ON d.notice_id = e.notice_id"
                + " WHERE d.address = '" + address + "'");
    }

    private static Recipient mail() {
        return new Recipient(DispatchChannel.MAIL, null, "土地改良区", "it-" + UUID.randomUUID() + "@example.jp", null, null, null);
    }

    private List<String> numbers() throws Exception {
        return as(CLERK, () -> dispatch.listNumbers(NumberSeries.LETTER, "general", FiscalYear.of(clock.today()).year(), new PageRequest(0, 200)))
                .rows().stream().map(NumberLine::number).toList();
    }

    private UUID send(List<Recipient> to) throws Exception {
        return send(decided(), to);
    }

    private UUID send(UUID draft, List<Recipient> to) throws Exception {
        return as(CLERK, () -> dispatch.send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, to))).id();
    }

    /** A draft of the general affairs section, decided. */
    private UUID decided() throws Exception {
        var id = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "notify", null, null)));
        var proposal = as(CLERK, () -> {
            drafting.write(new WriteDraft(id, drafting.get(id).version(), "署名の試験（通知）", "通知してよいか伺います。", "通知します。", false,
                    new DraftFacts("correspondence", 0, null, null, Disclosure.OPEN, null, null, DispatchIntent.LETTER, SealUse.SEAL), List.of(), List.of()));
            return drafting.propose(new ProposeDraft(id, drafting.get(id).version(), List.of(), false, null));
        });
        for (var who : List.of(LEAD, CHIEF)) {
            as(who, () -> {
                approval.approve(proposal, approval.get(proposal).version(), null);
                return null;
            });
        }
        return id;
    }

    private void tamper(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE yakuba.doc_file DISABLE TRIGGER doc_file_stays");
            assertThat(statement.executeUpdate(sql)).isOne();
            statement.execute("ALTER TABLE yakuba.doc_file ENABLE TRIGGER doc_file_stays");
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> staff.call(deed));
    }

    private static void refused(DocumentProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
