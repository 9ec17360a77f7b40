package jp.yakuba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsRecordsManager;
import jp.yakuba.AsRecordsOfficer;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.document.api.CarryOver;
import jp.yakuba.document.api.Circulate;
import jp.yakuba.document.api.CirculationView;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.HistoryBreak;
import jp.yakuba.document.api.LetterChannel;
import jp.yakuba.document.api.PlanImport;
import jp.yakuba.document.api.ReadingLine;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.ReceiveLetter;
import jp.yakuba.document.api.ReceiveRecord;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.document.model.history.Payload;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@DisplayName("文書の窓口(コンテナ内)")
class DocumentIT {
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "佐藤一郎", "general-clerk-1", "general",
            Set.of(), Assurance.NONE, "test");

    private static final Actor OFFICER =
            DocumentFixture.staff("1004", "総務係長", "general-lead-1", "general", Role.STAFF, Role.RECORDS_OFFICER);
    private static final Actor COLLEAGUE = DocumentFixture.staff("1005", "総務係員", "general-clerk-1", "general", Role.STAFF);
    private static final Actor STRANGER = DocumentFixture.staff("1020", "税務課長", "tax-chief", "tax", Role.STAFF, Role.RECORDS_OFFICER);
    private static final Actor MANAGER = DocumentFixture.staff(
            "1003", "総務課長", "general-chief", "general", Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER);

    @Inject
    private DocumentDesk documents;

    @Inject
    private RecordDesk records;

    @Inject
    private ReceiptDesk receipt;

    @Inject
    private FilingDesk filing;

    @Inject
    private AsDesk desk;

    @Inject
    private AsStaff staff;

    @Inject
    private AsRecordsOfficer officer;

    @Inject
    private AsRecordsManager manager;

    @Inject
    private OfficeClock clock;

    @Inject
    private RecordHistory history;

    @Inject
    private InRequest request;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService threads;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource application;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    @Test
    @DisplayName("履歴は行いとともに残り、取り消された行いは履歴にない")
    void aStepStandsOrFallsWithItsDeed() throws Exception {
        var record = UUID.randomUUID();
        note(record, RecordEventKind.RECEIVED);
        transaction.begin();
        history.note(record, RecordEventKind.READ, Map.of());
        transaction.rollback();
        note(record, RecordEventKind.COMPLETED);

        assertThat(history.of(record)).extracting(RecordEventLine::kind)
                .containsExactly(RecordEventKind.RECEIVED, RecordEventKind.COMPLETED);
        assertThat(history.of(record)).extracting(RecordEventLine::actorName).containsOnly("佐藤一郎");
        assertThat(history.verify(record)).isEmpty();
    }

    @Test
    @DisplayName("同じ文書に二十人が同時に書いても、一段ずつ並び、欠けない")
    void twentyAtOnceStandInLine() throws Exception {
        var record = UUID.randomUUID();
        note(record, RecordEventKind.RECEIVED);
        var all = new ArrayList<Future<RecordEventLine>>();
        for (int one = 0; one < 20; one++) {
            all.add(threads.submit(() -> note(record, RecordEventKind.READ)));
        }
        for (var each : all) {
            each.get();
        }

        assertThat(history.of(record)).extracting(RecordEventLine::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 21).boxed().toList());
        assertThat(history.verify(record)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("所有者が鍵を外して一行を書き換えると、その段が名指しされる")
    @ValueSource(strings = {
        "UPDATE yakuba.doc_event SET actor_name = '別の人' WHERE record_id = ? AND sequence = 2",
        "UPDATE yakuba.doc_event SET payload = '{\"number\":\"第9号\"}' WHERE record_id = ? AND sequence = 2",
        "UPDATE yakuba.doc_event SET happened_at = happened_at - interval '1 day' WHERE record_id = ? AND sequence = 2"
    })
    void aTamperedRowIsNamed(String tampering) throws Exception {
        var record = UUID.randomUUID();
        for (var kind : List.of(RecordEventKind.RECEIVED, RecordEventKind.DISTRIBUTED, RecordEventKind.READ)) {
            note(record, kind);
        }

        asOwner(tampering, record);

        assertThat(history.verify(record)).contains(new HistoryBreak(record, 2, HistoryBreak.Kind.STEP_CHANGED));
    }

    @Test
    @DisplayName("最後の段を消しても、無くなったことが分かる")
    void aStepCutOffAtTheEndIsMissed() throws Exception {
        var record = UUID.randomUUID();
        note(record, RecordEventKind.RECEIVED);
        note(record, RecordEventKind.COMPLETED);

        asOwner("DELETE FROM yakuba.doc_event WHERE record_id = ? AND sequence = 2", record);

        assertThat(history.verify(record)).contains(new HistoryBreak(record, 2, HistoryBreak.Kind.STEP_MISSING));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("業務の役割は、履歴を変えることも消すことも巻き戻すこともできない")
    @ValueSource(strings = {
        "UPDATE doc_event SET actor_name = 'x'",
        "DELETE FROM doc_event",
        "TRUNCATE doc_event",
        "DELETE FROM doc_event_head",
        "UPDATE doc_event_head SET sequence = sequence",
        "DROP TRIGGER doc_event_stays ON doc_event"
    })
    void theApplicationRoleMayOnlyAdd(String statement) throws Exception {
        note(UUID.randomUUID(), RecordEventKind.RECEIVED);
        try (var connection = application.getConnection(); var tampering = connection.createStatement()) {
            assertThatThrownBy(() -> tampering.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .satisfies(refusal -> assertThat(((SQLException) refusal).getSQLState()).isIn("42501", "23000"));
        }
    }

    @Test
    @DisplayName("届いた申請は、手続のファイルへひとりでに編てつされ、履歴が始まる")
    void anArrivalFilesItself() throws Exception {
        var arrived = receive("general", "information-disclosure");
        var sheet = get(OFFICER, arrived.id());

        assertThat(sheet.line().dossierTitle()).isEqualTo("公文書開示請求・決定");
        assertThat(sheet.line().state()).isEqualTo(RecordState.REGISTERED);
        assertThat(sheet.history()).extracting(RecordEventLine::kind).containsExactly(RecordEventKind.RECEIVED);
        assertThat(sheet.broken()).isNull();
        assertThat(get(OFFICER, receive("general", "no-such-matter").id()).line().dossierTitle()).isEqualTo("その他の申請・届出");
    }

    @Test
    @DisplayName("四十人が同時に受けても、番号は一つずつ、欠けも重なりもなく、どれにも履歴とファイルがある")
    void fortyAtOnceTakeUnbrokenNumbers() throws Exception {
        receive("council", "petition");
        long before = sequenceOfLast("council");
        var all = new ArrayList<Future<RecordView>>();
        for (int one = 0; one < 40; one++) {
            all.add(threads.submit(() -> receive("council", "petition")));
        }
        var ids = new ArrayList<UUID>();
        for (var each : all) {
            ids.add(each.get().id());
        }

        assertThat(numbersAfter("council", before)).containsExactlyElementsOf(
                LongStream.rangeClosed(before + 1, before + 40).boxed().toList());
        assertThat(ids).allSatisfy(id -> {
            assertThat(history.verify(id)).isEmpty();
            assertThat(history.of(id)).singleElement().satisfies(step -> assertThat(step.facts()).containsKey("dossier"));
        });
    }

    @Test
    @DisplayName("一件の番号を書き換えると、どの文書が書き換えられたか分かる")
    void aRewrittenNumberIsNamed() throws Exception {
        var arrived = receive("general", "information-disclosure");
        try (var connection = owner.getConnection(); var sql = connection.createStatement()) {
            sql.execute("ALTER TABLE yakuba.doc_record DISABLE TRIGGER doc_record_stays");
            sql.execute("UPDATE yakuba.doc_record SET number = '芽総収第9999号' WHERE id = '" + arrived.id() + "'");
            sql.execute("ALTER TABLE yakuba.doc_record ENABLE TRIGGER doc_record_stays");
        }

        assertThat(get(OFFICER, arrived.id()).broken())
                .isEqualTo(new HistoryBreak(arrived.id(), 1, HistoryBreak.Kind.RECORD_CHANGED));
    }

    @Test
    @DisplayName("文書を受け、配り、供覧し、最後の一人が読むと完結する")
    void aLetterIsReceivedDistributedReadAndDone() throws Exception {
        var staged = as(OFFICER, () -> receipt.stage(bytes("本文です"), "照会.txt"));
        var letter = DocumentFixture.letterFor("general", clock.now());
        var view = as(OFFICER, () -> receipt.receive(letter, idsOf(staged)));
        assertThat(as(OFFICER, () -> receipt.receive(letter, List.of())).id()).isEqualTo(view.id());

        as(OFFICER, () -> {
            records.distribute(view.id(), get(OFFICER, view.id()).version(), "general", COLLEAGUE.id());
            return null;
        });
        var circulation = as(OFFICER, () -> records.circulate(new Circulate(view.id(), get(OFFICER, view.id()).version(),
                Set.of(COLLEAGUE.id(), STRANGER.id()), Set.of(), "ご一読ください", null, true)));
        assertThat(unread(STRANGER)).anyMatch(line -> line.recordId().equals(view.id()));
        read(STRANGER, circulation, "了解");
        assertThat(get(OFFICER, view.id()).line().state()).isEqualTo(RecordState.DISTRIBUTED);
        read(COLLEAGUE, circulation, null);
        read(COLLEAGUE, circulation, null);

        var done = get(OFFICER, view.id());
        assertThat(done.line().state()).isEqualTo(RecordState.COMPLETED);
        assertThat(done.line().staffName()).isNotBlank();
        assertThat(done.completedOn()).isEqualTo(clock.today());
        assertThat(done.files()).extracting(RecordSheet.File::name).containsExactly("照会.txt");
        assertThat(done.circulations()).singleElement().satisfies(one -> assertThat(one.done()).isEqualTo(2));
        assertThat(done.history()).extracting(RecordEventLine::kind).containsExactly(
                RecordEventKind.RECEIVED, RecordEventKind.DISTRIBUTED, RecordEventKind.CIRCULATED, RecordEventKind.READ,
                RecordEventKind.READ, RecordEventKind.COMPLETED);
        assertThat(unread(STRANGER)).noneMatch(line -> line.recordId().equals(view.id()));
        refused(DocumentProblem.NO_SUCH_CIRCULATION, () -> as(MANAGER, () -> {
            records.read(circulation, null);
            return null;
        }));
    }

    @Test
    @DisplayName("支援措置の住所は、件名にも供覧の言葉にも一覧にも出ない")
    void aProtectedAddressIsHiddenInWordsOfOthers() throws Exception {
        var shielded = shieldedAddress();
        var letter = new ReceiveLetter(UUID.randomUUID(), "general", LetterChannel.POST, shielded + "の件", "送り主 " + shielded, "第1号", null,
                clock.now(), "住まいは" + shielded, null, null, Set.of(), false);
        var id = as(OFFICER, () -> receipt.receive(letter, List.of())).id();
        var circulation = as(OFFICER, () -> records.circulate(new Circulate(id, get(OFFICER, id).version(), Set.of(COLLEAGUE.id()),
                Set.of(), shielded + "へ返事を", null, false)));
        assertThat(unread(COLLEAGUE)).filteredOn(line -> line.recordId().equals(id)).singleElement().satisfies(line ->
                assertThat(line.words()).containsExactly("＊＊＊の件", "送り主 ＊＊＊", "＊＊＊へ返事を"));
        read(COLLEAGUE, circulation, shielded + "は留守");

        var seen = get(OFFICER, id);
        assertThat(seen.line().title()).isEqualTo("＊＊＊の件");
        assertThat(seen.letter().note()).isEqualTo("住まいは＊＊＊");
        assertThat(seen.letter().senderNumber()).isEqualTo("第1号");
        assertThat(seen.circulations()).singleElement().satisfies(round -> {
            assertThat(round.note()).isEqualTo("＊＊＊へ返事を");
            assertThat(round.readers()).extracting(CirculationView.Reading::comment).containsExactly("＊＊＊は留守");
        });
        assertThat(seen.words()).noneMatch(words -> words != null && words.contains(shielded));
        var filter = new RecordFilter("IN", "general", null, null, false, false, false, null, "送り主", RecordFilter.Order.NUMBER, true);
        assertThat(as(OFFICER, () -> records.list(filter, new PageRequest(0, 10))).rows()).extracting(RecordLine::title)
                .containsExactly("＊＊＊の件");
        assertThat(as(OFFICER, () -> records.listNext(filter, null, 10))).extracting(RecordLine::party).containsExactly("送り主 ＊＊＊");
    }

    private String shieldedAddress() throws SQLException {
        try (var connection = application.getConnection(); var query = connection.createStatement();
                var rows = query.executeQuery("""
                        SELECT a.place || a.lot FROM res_shielded s
                        JOIN res_address a ON a.person_id = s.person_id AND a.valid_until IS NULL
                        WHERE a.lot ~ '^[0-9]+番地[0-9]+$' ORDER BY a.line, s.person_id LIMIT 1
                        """)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    @DisplayName("秘密文書は名指しの人にしかなく、文書管理者にも、一覧の数にもない")
    void aConfidentialRecordIsThereForItsNamedReadersOnly() throws Exception {
        var plain = DocumentFixture.letterFor("general", clock.now());
        var title = "親展 " + plain.once();
        var secret = new ReceiveLetter(plain.once(), "general", LetterChannel.COUNTER, title, "住民", null, null, clock.now(), null,
                null, null, Set.of(COLLEAGUE.id()), false);
        var view = as(OFFICER, () -> receipt.receive(secret, List.of()));

        assertThat(get(OFFICER, view.id()).readers()).extracting(RecordSheet.Reader::staffId)
                .containsExactlyInAnyOrder(OFFICER.id(), COLLEAGUE.id());
        assertThat(found(COLLEAGUE, title)).isOne();
        for (var other : List.of(MANAGER, STRANGER)) {
            refused(DocumentProblem.NO_SUCH_RECORD, () -> get(other, view.id()));
            assertThat(found(other, title)).isZero();
        }
        refused(DocumentProblem.NO_READERS, () -> as(OFFICER, () -> records.circulate(new Circulate(
                view.id(), get(OFFICER, view.id()).version(), Set.of(MANAGER.id()), Set.of(), null, null, false))));

        as(COLLEAGUE, () -> {
            records.restrict(view.id(), get(COLLEAGUE, view.id()).version(), Set.of());
            return null;
        });
        assertThat(found(MANAGER, title)).isOne();
        assertThat(found(STRANGER, title)).isZero();
    }

    @Test
    @DisplayName("誤って届いたものは、理由とともに返すか転送し、番号は残る")
    void misdirectedMailIsSentAwayWithAReason() throws Exception {
        var view = as(OFFICER, () -> receipt.receive(DocumentFixture.letterFor("general", clock.now()), List.of()));
        refused(DocumentProblem.REASON_MISSING, () -> as(OFFICER, () -> {
            records.refuse(view.id(), get(OFFICER, view.id()).version(), " ");
            return null;
        }));
        as(OFFICER, () -> {
            records.forward(view.id(), get(OFFICER, view.id()).version(), "帯広市", "宛先が帯広市のもの");
            return null;
        });

        var sheet = get(OFFICER, view.id());
        assertThat(sheet.line().state()).isEqualTo(RecordState.FORWARDED);
        assertThat(sheet.line().number()).isEqualTo(view.number());
        assertThat(sheet.history().get(1).facts()).containsEntry("to", "帯広市").containsEntry("reason", "宛先が帯広市のもの");
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> as(OFFICER, () -> {
            records.complete(view.id(), sheet.version());
            return null;
        }));
    }

    @Test
    @DisplayName("よその課の文書は配れず、古い画面からは動かせず、断ったことが残る")
    void othersAndLateComersAreRefused() throws Exception {
        var view = as(OFFICER, () -> receipt.receive(DocumentFixture.letterFor("general", clock.now()), List.of()));
        long seen = get(OFFICER, view.id()).version();
        refused(DocumentProblem.NO_SUCH_RECORD, () -> as(STRANGER, () -> {
            records.distribute(view.id(), seen, "tax", null);
            return null;
        }));
        refused(DocumentProblem.NOT_YOUR_SECTION,
                () -> as(STRANGER, () -> receipt.receive(DocumentFixture.letterFor("general", clock.now()), List.of())));
        as(OFFICER, () -> {
            records.distribute(view.id(), seen, "general", null);
            return null;
        });
        refused(DocumentProblem.CHANGED_MEANWHILE, () -> as(OFFICER, () -> {
            records.complete(view.id(), seen);
            return null;
        }));
        assertThatThrownBy(() -> request.as(COLLEAGUE, () -> staff.call(
                () -> receipt.receive(DocumentFixture.letterFor("general", clock.now()), List.of()))))
                .isInstanceOf(jakarta.ejb.EJBAccessException.class);
    }

    @Test
    @DisplayName("壊れたPDFは名指しで断られ、預けた物は残り、届いたままなら受けられて、PDF/Aがない訳も分かる")
    void aBrokenFileIsNamedAndNothingIsLost() throws Exception {
        var good = as(OFFICER, () -> receipt.stage(bytes("添え書き"), "添え書き.txt"));
        var broken = as(OFFICER, () -> receipt.stage(bytes("%PDF-1.7\n壊れている"), "図面.pdf"));
        assertThat(broken.files()).extracting(StagedUpload.File::condition).containsExactly(StagedUpload.Condition.BROKEN);
        var ids = List.of(good.files().get(0).id(), broken.files().get(0).id());
        var letter = DocumentFixture.letterFor("general", clock.now());

        refused(DocumentProblem.FILE_UNREADABLE, () -> as(OFFICER, () -> receipt.receive(letter, ids)));

        assertThat(as(OFFICER, () -> receipt.listStaged(ids))).hasSize(2);
        var asItCame = new ReceiveLetter(letter.once(), "general", LetterChannel.POST, letter.title(), letter.sender(), null, null,
                clock.now(), null, null, null, Set.of(), true);
        var view = as(OFFICER, () -> receipt.receive(asItCame, ids));
        assertThat(rendition(view.id(), 1)).isEqualTo("IMPOSSIBLE BROKEN");
        assertThat(as(OFFICER, () -> receipt.listStaged(ids))).isEmpty();
    }

    @Test
    @DisplayName("写真にはPDF/Aが添えられ、原本は一字も変わらない")
    void aPictureGetsItsPdfaAndStaysAsItIs() throws Exception {
        var png = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(40, 60, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", png);
        var staged = as(OFFICER, () -> receipt.stage(new ByteArrayInputStream(png.toByteArray()), "封筒.png"));
        var view = as(OFFICER, () -> receipt.receive(DocumentFixture.letterFor("general", clock.now()), idsOf(staged)));

        assertThat(rendition(view.id(), 0)).startsWith("MADE");
        try (var original = as(OFFICER, () -> records.open(view.id(), 0)); var pdfa = as(OFFICER, () -> records.openRendition(view.id(), 0))) {
            assertThat(original.readAllBytes()).isEqualTo(png.toByteArray());
            assertThat(new String(pdfa.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    @Test
    @DisplayName("メールは開かれ、添付は横に置かれ、受け取らない添付は名が分かる")
    void aMailIsOpenedAndItsAttachmentsLieBeside() throws Exception {
        var staged = as(OFFICER, () -> receipt.stage(
                DocumentIT.class.getResourceAsStream("/jp/yakuba/document/inquiry.eml"), "照会.eml"));

        assertThat(staged.mail().subject()).isEqualTo("統計調査について（照会）");
        assertThat(staged.mail().from()).contains("tokei@example.lg.jp");
        assertThat(staged.mail().text()).contains("別紙のとおり");
        assertThat(staged.files()).extracting(StagedUpload.File::name).containsExactly("照会.eml", "別紙.txt");
        assertThat(staged.left()).containsExactly("tool.exe");
        refused(DocumentProblem.TYPE_NOT_TAKEN, () -> as(OFFICER, () -> receipt.stage(bytes("MZ"), "tool.exe")));
    }

    @Test
    @DisplayName("交換で届いた文書は一度だけ受け、相手の番号を残す")
    void theExchangeEntersOnce() throws Exception {
        var letter = new ReceiveLetter(UUID.randomUUID(), "general", LetterChannel.EXCHANGE, "通知", "総務省", "総行第1号", clock.today(),
                clock.now(), null, null, null, Set.of(), true);
        var first = asDesk(() -> receipt.receiveFromExchange(letter, List.of()));
        var second = asDesk(() -> receipt.receiveFromExchange(letter, List.of()));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(get(OFFICER, first.id()).letter()).satisfies(came -> {
            assertThat(came.channel()).isEqualTo(LetterChannel.EXCHANGE);
            assertThat(came.senderNumber()).isEqualTo("総行第1号");
        });
    }

    @Test
    @DisplayName("CSVは、誤りが一行でもあれば何も変えず、なければ入り、もう一度入れても変わらない")
    void aTableIsTakenWholeOrNotAtAll() throws Exception {
        int year = thisYear();
        var heads = "年度,課コード,分類コード,大分類,中分類,小分類,番号,ファイル名,保存期間,根拠,媒体,公開区分\n";
        var good = year + ",tax,Z-01-01,試験,試験,試験,1,議会だより,3年,規程別表,電子,公開\n";
        var bad = year + ",nowhere,Z-01-01,試験,試験,試験,2,議会だより,3年,規程別表,電子,公開\n";

        var faulty = as(MANAGER, () -> filing.take(new StringReader(heads + good + bad), false));
        assertThat(faulty.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.reason()).isEqualTo("no-section");
        });
        assertThat(titles("tax", year)).doesNotContain("議会だより");

        assertThat(as(MANAGER, () -> filing.take(new StringReader(heads + good), true)).added()).isOne();
        assertThat(titles("tax", year)).doesNotContain("議会だより");
        assertThat(as(MANAGER, () -> filing.take(new StringReader(heads + good), false)).added()).isOne();
        assertThat(titles("tax", year)).contains("議会だより");
        assertThat(as(MANAGER, () -> filing.take(new StringReader(heads + good), false)).same()).isOne();
        assertThat(as(OFFICER, () -> filing.take(new StringReader(heads + good), true)).faults())
                .extracting(PlanImport.Fault::reason).containsExactly("not-yours");
    }

    @Test
    @DisplayName("翌年度への繰越は一度きりで、常用は移さず、前の年度は残る")
    void aYearIsCarriedOverOnce() throws Exception {
        int next = thisYear() + 1;
        int standing = (int) as(MANAGER, () -> filing.plan("general", thisYear())).dossiers().stream()
                .filter(dossier -> dossier.fiscalYear() == thisYear() && dossier.facts().retention() == RetentionClass.STANDING).count();
        var all = new ArrayList<Future<CarryOver>>();
        for (int one = 0; one < 4; one++) {
            all.add(threads.submit(() -> as(MANAGER, () -> filing.carryOver(next))));
        }
        int done = 0;
        for (var each : all) {
            done += each.get().done() ? 1 : 0;
        }
        assertThat(done).isLessThanOrEqualTo(1);

        var plan = as(MANAGER, () -> filing.plan("general", next));
        var before = as(MANAGER, () -> filing.plan("general", thisYear()));
        assertThat(plan.dossiers()).filteredOn(dossier -> dossier.fiscalYear() == next)
                .noneMatch(dossier -> dossier.facts().retention() == RetentionClass.STANDING)
                .hasSizeGreaterThan(20);
        assertThat(plan.dossiers()).filteredOn(dossier -> dossier.fiscalYear() == thisYear()).hasSize(standing);
        assertThat(plan.classes()).hasSizeGreaterThanOrEqualTo(before.classes().size());
        refused(DocumentProblem.YEAR_AHEAD, () -> as(MANAGER, () -> filing.carryOver(next + 1)));
    }

    @Test
    @DisplayName("完結しない文書のあるファイルは閉じられず、すべて完結すると閉じ、保存期間が数えられる")
    void aFileClosesWhenAllInItIsDoneWith() throws Exception {
        int year = thisYear();
        as(MANAGER, () -> {
            filing.name("tax", year, "Y", "試験");
            filing.name("tax", year, "Y-01", "試験");
            filing.name("tax", year, "Y-01-01", "試験");
            return null;
        });
        int number = (int) as(MANAGER, () -> filing.plan("tax", year)).dossiers().stream()
                .filter(dossier -> dossier.facts().classCode().equals("Y-01-01")).count() + 1;
        var id = as(MANAGER, () -> filing.open("tax", year, DocumentFixture.dossier("Y-01-01", number, RetentionClass.Y5)));
        refused(DocumentProblem.DOSSIER_NUMBER_TAKEN,
                () -> as(MANAGER, () -> filing.open("tax", year, DocumentFixture.dossier("Y-01-01", number, RetentionClass.Y5))));
        refused(DocumentProblem.NO_SUCH_CLASS,
                () -> as(MANAGER, () -> filing.open("tax", year, DocumentFixture.dossier("Y-09-01", 1, RetentionClass.Y5))));
        var record = receive("tax", "house-demolition");
        as(STRANGER, () -> {
            records.file(record.id(), get(STRANGER, record.id()).version(), id);
            return null;
        });

        refused(DocumentProblem.DOSSIER_UNFINISHED, () -> as(MANAGER, () -> filing.close(id, filing.get(id).version())));
        asDesk(() -> {
            documents.complete(record.id());
            documents.complete(record.id());
            return null;
        });
        var closed = as(MANAGER, () -> filing.close(id, filing.get(id).version()));

        assertThat(closed.keptUntil()).isEqualTo(new FiscalYear(year + 5).lastDay());
        assertThat(closed.disposalYear()).isEqualTo(year + 6);
        assertThat(get(STRANGER, record.id()).history()).extracting(RecordEventLine::kind)
                .containsExactly(RecordEventKind.RECEIVED, RecordEventKind.REFILED, RecordEventKind.COMPLETED);
        refused(DocumentProblem.DOSSIER_CLOSED, () -> as(STRANGER, () -> {
            records.reopen(record.id(), get(STRANGER, record.id()).version(), "書き足し");
            return null;
        }));
    }

    @Test
    @DisplayName("二ギガバイトのファイルは、上限を越えたところで断られる")
    void aHugeFileIsRefusedWhereItPassesTheLimit() throws Exception {
        var huge = new EndlessStream(2L * 1024 * 1024 * 1024);

        refused(DocumentProblem.FILE_TOO_LARGE, () -> as(OFFICER, () -> receipt.stage(huge, "大きな図面.pdf")));

        assertThat(huge.read).isLessThan(ReceiptDesk.LARGEST_BYTES + 1024 * 1024);
    }

    /** Zeros as many as asked for, never held anywhere. */
    private static final class EndlessStream extends java.io.InputStream {
        private final long length;
        private long read;

        EndlessStream(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return read++ < length ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            if (read >= length) {
                return -1;
            }
            int given = (int) Math.min(count, length - read);
            java.util.Arrays.fill(target, offset, offset + given, (byte) 0);
            read += given;
            return given;
        }
    }

    private RecordView receive(String section, String matter) throws Exception {
        return asDesk(() -> documents.receive(new ReceiveRecord("trial", UUID.randomUUID(), section, "試験の申請", "試験 太郎",
                clock.now(), List.of(), matter)));
    }

    private RecordSheet get(Actor who, UUID id) throws Exception {
        return as(who, () -> records.get(id));
    }

    private long found(Actor who, String title) throws Exception {
        return as(who, () -> records.list(new RecordFilter("IN", null, null, null, false, false, false, null, title,
                RecordFilter.Order.NUMBER, true), new PageRequest(0, 10))).total();
    }

    private List<ReadingLine> unread(Actor who) throws Exception {
        return as(who, () -> records.listReadings(false, new PageRequest(0, 200))).rows();
    }

    private void read(Actor who, UUID circulation, String comment) throws Exception {
        as(who, () -> {
            records.read(circulation, comment);
            return null;
        });
    }

    private List<String> titles(String section, int year) throws Exception {
        return as(MANAGER, () -> filing.plan(section, year)).dossiers().stream().map(DossierView::title).toList();
    }

    private long sequenceOfLast(String section) throws SQLException {
        try (var connection = application.getConnection(); var query = connection.prepareStatement(
                "SELECT last FROM doc_counter WHERE direction = 'IN' AND section = ? ORDER BY fiscal_year DESC LIMIT 1")) {
            query.setString(1, section);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private List<Long> numbersAfter(String section, long before) throws SQLException {
        try (var connection = application.getConnection(); var query = connection.prepareStatement(
                "SELECT sequence FROM doc_record WHERE direction = 'IN' AND section = ? AND sequence > ? ORDER BY sequence")) {
            query.setString(1, section);
            query.setLong(2, before);
            try (var rows = query.executeQuery()) {
                var numbers = new ArrayList<Long>();
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
                return numbers;
            }
        }
    }

    /** State and reason of the PDF/A beside a file, once it is made or known to be impossible. */
    private String rendition(UUID record, int position) throws Exception {
        for (int turn = 0; turn < 150; turn++) {
            var file = get(OFFICER, record).files().get(position);
            if (!"WAITING".equals(file.rendition())) {
                return file.rendition() + " " + file.reason();
            }
            Thread.sleep(200);
        }
        throw new AssertionError("No PDF/A was tried within half a minute");
    }

    private int thisYear() {
        return FiscalYear.of(clock.today()).year();
    }

    private static List<UUID> idsOf(StagedUpload staged) {
        return staged.files().stream().map(StagedUpload.File::id).toList();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(DocumentProblem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    /** Does the deed as the person, at the door that the highest of the person's roles opens. */
    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> {
            if (who.holds(Role.RECORDS_MANAGER)) {
                return manager.call(deed);
            }
            return who.holds(Role.RECORDS_OFFICER) ? officer.call(deed) : staff.call(deed);
        });
    }

    private <T> T asDesk(Callable<T> deed) throws Exception {
        return request.as(Actor.system("test"), () -> desk.call(deed));
    }

    private RecordEventLine note(UUID record, RecordEventKind kind) throws Exception {
        return asClerk(() -> history.note(record, kind, Payload.of(Map.of("number", "第1号"))));
    }

    /** Does the deed as a clerk in a transaction of its own. */
    private <T> T asClerk(Callable<T> deed) throws Exception {
        return request.as(CLERK, () -> {
            transaction.begin();
            try {
                var done = deed.call();
                transaction.commit();
                return done;
            } catch (Exception failure) {
                transaction.rollback();
                throw failure;
            }
        });
    }

    private void asOwner(String sql, UUID record) throws SQLException {
        try (var connection = owner.getConnection(); var unlock = connection.createStatement();
                var change = connection.prepareStatement(sql)) {
            unlock.execute("ALTER TABLE yakuba.doc_event DISABLE TRIGGER doc_event_stays");
            change.setObject(1, record);
            assertThat(change.executeUpdate()).isOne();
            unlock.execute("ALTER TABLE yakuba.doc_event ENABLE TRIGGER doc_event_stays");
        }
    }
}
