package jp.yakuba.document;

import static jp.yakuba.document.DisposalFixture.ARCHIVIST;
import static jp.yakuba.document.DisposalFixture.HEAD;
import static jp.yakuba.document.DisposalFixture.MANAGER;
import static jp.yakuba.document.DisposalFixture.OFFICER;
import static jp.yakuba.document.DisposalFixture.SECOND;
import static jp.yakuba.document.DisposalFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.yakuba.AsDesk;
import jp.yakuba.AsProtectionOfficer;
import jp.yakuba.AsResident;
import jp.yakuba.InRequest;
import jp.yakuba.document.api.ArchiveChoice;
import jp.yakuba.document.api.BeginMasks;
import jp.yakuba.document.api.ChooseForArchive;
import jp.yakuba.document.api.DisposalDesk;
import jp.yakuba.document.api.DisposalItemState;
import jp.yakuba.document.api.DisposalVerdict;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DrawMask;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.JudgeDossier;
import jp.yakuba.document.api.MaskCopyState;
import jp.yakuba.document.api.MaskDesk;
import jp.yakuba.document.api.MaskGround;
import jp.yakuba.document.api.MaskSheetView;
import jp.yakuba.document.api.MaskState;
import jp.yakuba.document.api.ReceiveRecord;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.api.WaitingMasks;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.ResidentFixture;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.ProtectionDesk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("公開のための墨消し(コンテナ内)")
class MasksIT {
    private static final String OPEN = "工事の契約について";
    private static final String SECRET = "申請者 十勝 花子";
    private static final int PATIENCE = 300;

    @Inject
    private DisposalFixture office;

    @Inject
    private MaskDesk masks;

    @Inject
    private RecordDesk records;

    @Inject
    private DocumentDesk documents;

    @Inject
    private FileDesk files;

    @Inject
    private FilingDesk filing;

    @Inject
    private DisposalDesk disposal;

    @Inject
    private RecordHistory history;

    @Inject
    private AsDesk desk;

    @Inject
    private AsResident resident;

    @Inject
    private AsProtectionOfficer protection;

    @Inject
    private ProtectionDesk protections;

    @Inject
    private InRequest request;

    @Inject
    private OfficeClock clock;

    @Resource
    private ManagedExecutorService threads;

    @Test
    @DisplayName("担当が描いて二人目が固定し、写しは一度だけ作られ、文字はなく、元と票と写しのハッシュが経過に残る")
    void drawnFixedByASecondAndCopiedOnce() throws Exception {
        var record = record(SampleFiles.pdf(OPEN, SECRET));
        var original = office.asOfficer(OFFICER, () -> records.get(record)).files().get(0).sha256();
        var sheet = proposed(record);
        assertThat(waiting(HEAD)).contains(sheet);
        assertThat(waiting(OFFICER)).as("had a hand in it").doesNotContain(sheet);
        assertThat(waiting(STRANGER)).doesNotContain(sheet);
        refused(DocumentProblem.OWN_MASKS, () -> fix(OFFICER, sheet));
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> order(OFFICER, sheet));

        fix(HEAD, sheet);
        order(OFFICER, sheet);
        var copy = awaitCopy(sheet);
        order(HEAD, sheet);
        assertThat(waiting(HEAD)).doesNotContain(sheet);

        var fixed = get(OFFICER, sheet);
        assertThat(fixed.copy()).isEqualTo(copy);
        assertThat(fixed.holds()).isTrue();
        assertThat(copy.size()).isPositive();
        try (var bytes = office.asOfficer(OFFICER, () -> masks.openCopy(sheet)); var pdf = Loader.loadPDF(bytes.readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).isBlank();
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
        var steps = history.of(record).stream().filter(step -> step.kind() == RecordEventKind.MASKED).toList();
        assertThat(steps).hasSize(2).allSatisfy(step -> assertThat(step.facts())
                .containsEntry("original", original).containsEntry("sheet-digest", fixed.digest()).containsEntry("sheet", sheet.toString()));
        assertThat(steps.get(1).facts()).containsEntry("masked-copy", copy.sha256()).containsEntry("ordered-by", OFFICER.id().toString());
        assertThat(steps).extracting(RecordEventLine::actorName).containsExactly(HEAD.name(), "masking");
        assertThat(history.verify(record)).isEmpty();
        assertThat(office.asOfficer(OFFICER, () -> records.get(record)).files()).hasSize(1);
        assertThat(office.ask("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'document.mask-fix' AND object_id = ?", record.toString()))
                .isEqualTo("1");
    }

    private List<UUID> waiting(Actor who) throws Exception {
        return office.asOfficer(who, () -> masks.listWaiting(new PageRequest(0, 200))).rows().stream().map(WaitingMasks::sheetId).toList();
    }

    @Test
    @DisplayName("固定した票は、窓口からもデータベースからも変えられず、次の票はその墨消しで始まる")
    void aFixedSheetStays() throws Exception {
        var record = record(SampleFiles.pdf(OPEN, SECRET));
        var sheet = proposed(record);
        fix(HEAD, sheet);

        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> draw(OFFICER, sheet));
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> office.asOfficer(OFFICER, () -> {
            masks.discard(sheet, masks.get(sheet).version());
            return null;
        }));
        for (var sql : List.of("UPDATE yakuba.doc_mask_sheet SET purpose = 'x' WHERE id = ?", "DELETE FROM yakuba.doc_mask_sheet WHERE id = ?",
                "UPDATE yakuba.doc_mask SET reason = 'x' WHERE sheet_id = ?", "DELETE FROM yakuba.doc_mask WHERE sheet_id = ?",
                "UPDATE yakuba.doc_mask_page SET width = 1 WHERE sheet_id = ?", "DELETE FROM yakuba.doc_mask_hand WHERE sheet_id = ?")) {
            assertThatThrownBy(() -> office.asOwner(sql, sheet)).as(sql).isInstanceOf(SQLException.class);
        }

        var next = office.asOfficer(OFFICER, () -> masks.begin(new BeginMasks(record, 0, "次の請求", sheet)));
        draw(OFFICER, next);
        assertThat(get(OFFICER, next).masks()).hasSize(2);
        assertThat(get(OFFICER, sheet).masks()).hasSize(1);
        assertThat(office.asOfficer(OFFICER, () -> masks.list(record, 0))).extracting(MaskSheetView::id).containsExactly(next, sheet);
    }

    @Test
    @DisplayName("文書を読めない課には票もページも写しもなく、住民は入れず、秘密文書では名を挙げた人だけが見る")
    void rightsAreThoseOfTheRecord() throws Exception {
        var record = record(SampleFiles.pdf(OPEN, SECRET));
        var sheet = proposed(record);
        fix(HEAD, sheet);
        order(OFFICER, sheet);
        awaitCopy(sheet);

        for (Callable<?> deed : List.<Callable<?>>of(() -> masks.list(record, 0), () -> masks.get(sheet), () -> masks.findObstacle(record, 0),
                () -> masks.begin(new BeginMasks(record, 0, "請求", null)), () -> masks.openPage(sheet, 1, false),
                () -> masks.openCopy(sheet), () -> orderNow(sheet))) {
            refused(DocumentProblem.NO_SUCH_RECORD, () -> office.asOfficer(STRANGER, deed));
            assertThatThrownBy(() -> request.as(OFFICER, () -> resident.call(deed))).isInstanceOf(EJBAccessException.class);
        }
        assertThat(office.ask("SELECT count(*) > 0 FROM yakuba.aud_entry WHERE kind = 'REFUSAL' AND object_id = ?", record.toString())).isEqualTo("t");
        office.asOfficer(OFFICER, () -> {
            records.restrict(record, records.get(record).version(), Set.of(OFFICER.id()));
            return null;
        });
        refused(DocumentProblem.NO_SUCH_RECORD, () -> get(HEAD, sheet));
        assertThat(get(OFFICER, sheet).state()).isEqualTo(MaskState.FIXED);
    }

    @Test
    @DisplayName("同じ版に二人が描けば一人だけが通り、同時に頼んだ写しは一つだけできる")
    void twoAtOnce() throws Exception {
        var record = record(SampleFiles.pdf(OPEN, SECRET));
        var sheet = begin(record);
        long version = get(OFFICER, sheet).version();
        var drawn = atOnce(2, turn -> office.asOfficer(turn == 0 ? OFFICER : HEAD, () -> {
            masks.draw(new DrawMask(sheet, version, null, place(turn), MaskGround.PERSONAL, "氏名"));
            return null;
        }));
        assertThat(drawn).containsExactlyInAnyOrder(null, DocumentProblem.CHANGED_MEANWHILE);
        assertThat(get(OFFICER, sheet).masks()).hasSize(1);

        var other = proposed(record);
        long handed = get(OFFICER, other).version();
        assertThat(atOnce(2, turn -> office.asOfficer(turn == 0 ? HEAD : SECOND, () -> {
            masks.fix(other, handed);
            return null;
        }))).containsExactlyInAnyOrder(null, DocumentProblem.CHANGED_MEANWHILE);
        assertThat(atOnce(4, turn -> office.asOfficer(turn % 2 == 0 ? OFFICER : HEAD, () -> orderNow(other)))).containsOnlyNulls();
        awaitCopy(other);
        assertThat(history.of(record).stream().filter(step -> step.facts().containsKey("masked-copy"))).hasSize(1);
    }

    @Test
    @DisplayName("写しの途中で止まった機械の分はほかの機械が作り、何度も失敗したものは訳を言い、また頼める")
    void aNodeThatDiesLosesNothing() throws Exception {
        var record = record(SampleFiles.pdf(OPEN, SECRET));
        var sheet = proposed(record);
        fix(HEAD, sheet);
        // taken by a node an hour ago that never came back
        office.asOwner("""
                INSERT INTO yakuba.doc_mask_copy (sheet_id, state, ordered_by, ordered_name, ordered_at, due_at, attempts)
                VALUES (?, 'WAITING', ?, '総務係員', now() - interval '2 hours', now() - interval '1 hour', 3)
                """, sheet, OFFICER.id());
        for (int turn = 0; turn < PATIENCE && get(OFFICER, sheet).copy().state() == MaskCopyState.WAITING; turn++) {
            Thread.sleep(100);
        }
        assertThat(get(OFFICER, sheet).copy().state()).isEqualTo(MaskCopyState.IMPOSSIBLE);
        assertThat(get(OFFICER, sheet).copy().reason()).isEqualTo("FAILED");

        order(OFFICER, sheet);
        assertThat(awaitCopy(sheet).reason()).isNull();

        var again = proposed(record);
        fix(HEAD, again);
        office.asOwner("""
                INSERT INTO yakuba.doc_mask_copy (sheet_id, state, ordered_by, ordered_name, ordered_at, due_at, attempts)
                VALUES (?, 'WAITING', ?, '総務係員', now() - interval '2 hours', now() - interval '1 hour', 1)
                """, again, OFFICER.id());
        awaitCopy(again);
    }

    @Test
    @DisplayName("支援措置の住所が隠れずに残る票は固定できず、隠せば固定も写しもできる。票に書かれた住所は隠れる")
    void aProtectedAddressIsCovered() throws Exception {
        var shielded = """
                FROM yakuba.res_shielded s JOIN yakuba.res_address a ON a.person_id = s.person_id AND a.valid_until IS NULL
                WHERE a.lot ~ '^[0-9]+番地[0-9]+$' AND NOT EXISTS (
                    SELECT 1 FROM yakuba.res_release t JOIN yakuba.res_address o ON o.person_id = t.person_id WHERE o.place = a.place AND o.lot = a.lot)
                ORDER BY a.line DESC, s.person_id LIMIT 1
                """;
        var address = office.ask("SELECT a.place || a.lot " + shielded);
        var record = record(SampleFiles.pdf(OPEN, "住所 " + address));
        var sheet = begin(record);
        office.asOfficer(OFFICER, () -> {
            masks.draw(new DrawMask(sheet, masks.get(sheet).version(), null, new DrawMask.Place(1, 0, 0, 20, 20), MaskGround.AFFAIRS, "整理番号"));
            masks.propose(sheet, masks.get(sheet).version());
            return null;
        });

        refused(DocumentProblem.ADDRESS_UNMASKED, () -> fix(HEAD, sheet));
        office.asOfficer(HEAD, () -> {
            masks.giveBack(sheet, masks.get(sheet).version(), "住所が残っています。");
            return null;
        });
        draw(OFFICER, sheet);
        propose(sheet);
        fix(HEAD, sheet);
        order(OFFICER, sheet);
        awaitCopy(sheet);
        office.asOfficer(OFFICER, () -> masks.openCopy(sheet)).close();

        var late = record(SampleFiles.pdf(OPEN, "住所 " + address));
        var words = "住所 " + address;
        refused(DocumentProblem.HIDDEN_WORDS, () -> office.asOfficer(OFFICER, () -> masks.begin(new BeginMasks(late, 0, "＊＊＊の件", null))));
        var told = office.asOfficer(OFFICER, () -> masks.begin(new BeginMasks(late, 0, words, null)));
        assertThat(get(OFFICER, told).purpose()).contains("＊＊＊").doesNotContain(address);
    }

    @Test
    @DisplayName("固定した後で守られた住所が残る写しは、開けなくなる")
    void anAddressProtectedLaterStopsTheCopy() throws Exception {
        var place = """
                FROM yakuba.res_address a WHERE a.lot ~ '^[0-9]+番地[0-9]+$' AND a.valid_until IS NULL
                AND NOT EXISTS (SELECT 1 FROM yakuba.res_shielded s JOIN yakuba.res_address o ON o.person_id = s.person_id
                    WHERE o.place = a.place AND o.lot = a.lot) ORDER BY a.person_id LIMIT 1
                """;
        var person = UUID.fromString(office.ask("SELECT a.person_id " + place));
        var sheet = proposed(record(SampleFiles.pdf(OPEN, SECRET, "現場 " + office.ask("SELECT a.place || a.lot " + place))));
        fix(HEAD, sheet);
        order(OFFICER, sheet);
        awaitCopy(sheet);
        office.asOfficer(OFFICER, () -> masks.openCopy(sheet)).close();

        var begun = request.as(ResidentFixture.clerk("係"), () -> protection.call(() -> protections.protect(
                new EnterProtection(List.of(person), true, clock.today(), null, null))));
        try {
            refused(DocumentProblem.ADDRESS_UNMASKED, () -> office.asOfficer(OFFICER, () -> masks.openCopy(sheet)));
        } finally {
            request.as(ResidentFixture.clerk("係"), () -> protection.call(() -> {
                protections.end(begun, 0, "試験の終わり");
                return null;
            }));
        }
        office.asOfficer(OFFICER, () -> masks.openCopy(sheet)).close();
    }

    @Test
    @DisplayName("PDFでないもの、鍵のかかったもの、壊れたものは訳を言い、ページの外の枠は断り、票もファイルも残さない")
    void badInputIsRefused() throws Exception {
        var before = office.ask("SELECT count(*) FROM yakuba.doc_mask_sheet");
        var text = record("本文だけの文書".getBytes(StandardCharsets.UTF_8), "memo.txt");
        assertThat(office.asOfficer(OFFICER, () -> masks.findObstacle(text, 0))).contains(DocumentProblem.NO_PAGES_TO_MASK);
        refused(DocumentProblem.NO_PAGES_TO_MASK, () -> begin(text));
        refused(DocumentProblem.MASKING_LOCKED_FILE, () -> begin(record(SampleFiles.lockedPdf(SECRET))));
        var broken = Arrays.copyOf(SampleFiles.pdf(SECRET), 400);
        refused(DocumentProblem.MASKING_BROKEN_FILE, () -> begin(record(broken)));
        refused(DocumentProblem.NO_SUCH_FILE, () -> office.asOfficer(OFFICER, () -> masks.begin(new BeginMasks(text, 7, "請求", null))));
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_mask_sheet")).isEqualTo(before);

        var sheet = begin(record(SampleFiles.pdf(OPEN, SECRET)));
        refused(DocumentProblem.MASK_OFF_PAGE, () -> office.asOfficer(OFFICER, () -> {
            masks.draw(new DrawMask(sheet, masks.get(sheet).version(), null, new DrawMask.Place(2, 0, 0, 20, 20), MaskGround.AFFAIRS, "整理番号"));
            return null;
        }));
        refused(DocumentProblem.NO_MASKS, () -> propose(sheet));
        refused(DocumentProblem.MASK_OFF_PAGE, () -> office.asOfficer(OFFICER, () -> masks.openPage(sheet, 2, false)));
        office.asOfficer(OFFICER, () -> {
            masks.discard(sheet, masks.get(sheet).version());
            return null;
        });
        refused(DocumentProblem.NO_SUCH_MASKS, () -> get(OFFICER, sheet));
    }

    @Test
    @DisplayName("文書が廃棄されると、票と写しも消え、経過は残って検査に合う")
    void sheetsAndCopiesGoWithTheRecord() throws Exception {
        var record = record(SampleFiles.pdf(OPEN, SECRET, UUID.randomUUID().toString()));
        var sheet = proposed(record);
        fix(HEAD, sheet);
        order(OFFICER, sheet);
        var copy = awaitCopy(sheet).sha256();
        var next = office.asOfficer(OFFICER, () -> masks.begin(new BeginMasks(record, 0, "次の請求", sheet)));
        var original = get(OFFICER, next).original();

        destroy(record);

        for (var table : List.of("doc_mask", "doc_mask_page", "doc_mask_hand", "doc_mask_copy")) {
            assertThat(office.ask("SELECT count(*) FROM yakuba." + table + " WHERE sheet_id IN (?, ?)", sheet, next)).as(table).isEqualTo("0");
        }
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_mask_sheet WHERE record_id = ?", record)).isEqualTo("0");
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_file WHERE sha256 IN (?, ?)", copy, original)).isEqualTo("0");
        assertThat(history.verify(record)).isEmpty();
        refused(DocumentProblem.NO_SUCH_MASKS, () -> get(OFFICER, sheet));
    }

    private UUID record(byte[] content) throws Exception {
        return record(content, "契約書.pdf");
    }

    private UUID record(byte[] content, String name) throws Exception {
        var made = request.as(Actor.system("test"), () -> desk.call(() -> {
            var kept = files.keep(new ByteArrayInputStream(content), name, 10_000_000);
            var received = documents.receive(new ReceiveRecord("trial", UUID.randomUUID(), "general", "契約の文書", "十勝 花子",
                    clock.now(), List.of(kept.sha256()), "masks-trial"));
            documents.complete(received.id());
            return received;
        }));
        return made.id();
    }

    private UUID begin(UUID record) throws Exception {
        return office.asOfficer(OFFICER, () -> masks.begin(new BeginMasks(record, 0, "令和8年度 開示請求第1号", null)));
    }

    private UUID proposed(UUID record) throws Exception {
        var sheet = begin(record);
        draw(OFFICER, sheet);
        propose(sheet);
        return sheet;
    }

    /** Covers the second line of a sample PDF. */
    private void draw(Actor who, UUID sheet) throws Exception {
        office.asOfficer(who, () -> {
            masks.draw(new DrawMask(sheet, masks.get(sheet).version(), null, place(0), MaskGround.PERSONAL, "申請者の氏名"));
            return null;
        });
    }

    private static DrawMask.Place place(int turn) {
        return new DrawMask.Place(1, 40 + turn, 98, 500, 20);
    }

    private void propose(UUID sheet) throws Exception {
        office.asOfficer(OFFICER, () -> {
            masks.propose(sheet, masks.get(sheet).version());
            return null;
        });
    }

    private void fix(Actor who, UUID sheet) throws Exception {
        office.asOfficer(who, () -> {
            masks.fix(sheet, masks.get(sheet).version());
            return null;
        });
    }

    private void order(Actor who, UUID sheet) throws Exception {
        office.asOfficer(who, () -> orderNow(sheet));
    }

    private Void orderNow(UUID sheet) {
        masks.orderCopy(sheet);
        return null;
    }

    private MaskSheetView get(Actor who, UUID sheet) throws Exception {
        return office.asOfficer(who, () -> masks.get(sheet));
    }

    private MaskSheetView.Copy awaitCopy(UUID sheet) throws Exception {
        for (int turn = 0; turn < PATIENCE && get(OFFICER, sheet).copy().state() != MaskCopyState.MADE; turn++) {
            Thread.sleep(100);
        }
        var copy = get(OFFICER, sheet).copy();
        assertThat(copy.state()).isEqualTo(MaskCopyState.MADE);
        return copy;
    }

    private interface Turn {
        Object does(int turn) throws Exception;
    }

    /** What each of several at once was refused with; null for who was not. */
    private List<DocumentProblem> atOnce(int many, Turn turn) throws Exception {
        var start = new CountDownLatch(1);
        List<Future<Object>> all = IntStream.range(0, many).mapToObj(number -> threads.submit((Callable<Object>) () -> {
            start.await();
            return turn.does(number);
        })).toList();
        start.countDown();
        var refusals = new ArrayList<DocumentProblem>();
        for (var one : all) {
            try {
                one.get();
                refusals.add(null);
            } catch (ExecutionException refused) {
                assertThat(refused.getCause()).isInstanceOf(RuleViolation.class);
                refusals.add((DocumentProblem) ((RuleViolation) refused.getCause()).problem());
            }
        }
        return refusals;
    }

    private void destroy(UUID record) throws Exception {
        var dossier = office.open(2021, RetentionClass.Y1, null);
        office.as(MANAGER, () -> {
            records.file(record, records.get(record).version(), dossier);
            return null;
        });
        office.asOwner("UPDATE yakuba.doc_life SET completed_on = ? WHERE record_id = ?", LocalDate.of(2021, 6, 1), record);
        office.as(MANAGER, () -> filing.close(dossier, filing.get(dossier).version()));
        var list = office.asOfficer(OFFICER, () -> disposal.draw("general"));
        for (var one : office.as(MANAGER, () -> disposal.get(list)).items()) {
            if (!one.dossierId().equals(dossier) && one.state() == DisposalItemState.OPEN) {
                office.as(MANAGER, () -> {
                    disposal.callOff(list, disposal.get(list).version(), one.dossierId(), "ほかの試験のもの");
                    return null;
                });
            }
        }
        step(HEAD, list, version -> disposal.judge(list, version, List.of(new JudgeDossier(dossier, DisposalVerdict.DESTROY, null, null))));
        step(HEAD, list, version -> disposal.pass(list, version));
        step(MANAGER, list, version -> disposal.pass(list, version));
        step(ARCHIVIST, list, version -> disposal.choose(list, version, List.of(new ChooseForArchive(dossier, ArchiveChoice.LEAVE, null))));
        step(ARCHIVIST, list, version -> disposal.pass(list, version));
        step(SECOND, list, version -> disposal.pass(list, version));
        for (int turn = 0; turn < PATIENCE && !office.get(dossier).state().isGone(); turn++) {
            Thread.sleep(200);
        }
        assertThat(office.get(dossier).state().isGone()).isTrue();
    }

    private interface Step {
        void on(long version);
    }

    private void step(Actor who, UUID list, Step step) throws Exception {
        office.as(who, () -> {
            step.on(disposal.get(list).version());
            return null;
        });
    }

    private static void refused(DocumentProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
