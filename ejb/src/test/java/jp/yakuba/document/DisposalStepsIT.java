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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import jp.yakuba.document.api.ArchiveChoice;
import jp.yakuba.document.api.ArchiveDesk;
import jp.yakuba.document.api.ChooseForArchive;
import jp.yakuba.document.api.DisposalDesk;
import jp.yakuba.document.api.DisposalItemState;
import jp.yakuba.document.api.DisposalSheet;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.api.DisposalVerdict;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.HoldDesk;
import jp.yakuba.document.api.HoldGround;
import jp.yakuba.document.api.JudgeDossier;
import jp.yakuba.document.api.PlaceHold;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("廃棄の手順(コンテナ内)")
class DisposalStepsIT {
    private static final int PATIENCE = 200;
    private static final String TEXTS = "SELECT count(*)::text FROM yakuba.doc_text WHERE sha256 = ?";

    @Inject
    private DisposalFixture office;

    @Inject
    private DisposalDesk desk;

    @Inject
    private ArchiveDesk archive;

    @Inject
    private HoldDesk holds;

    @Inject
    private RecordDesk records;

    @Inject
    private FilingDesk filing;

    @Inject
    private RecordHistory history;

    @Inject
    private EndsRefused neighbour;

    @Inject
    private OfficeClock clock;

    @Resource
    private ManagedExecutorService threads;

    @Test
    @DisplayName("課長・総務・選別・別の人の確認を経て廃棄され、内容は残らず、廃棄記録と履歴が残る")
    void goesStepByStepAndLeavesAProtocol() throws Exception {
        var dossier = office.due(2020, "秘密の内容その一", "同じ内容");
        var other = office.due(2023, "別のファイルにある同じもの");
        var shared = office.record(office.open(2023, jp.yakuba.document.api.RetentionClass.Y10, null), 2023, "同じ内容");
        var record = recordOf(dossier, "秘密の内容その一");
        var own = sha256("秘密の内容その一");
        awaitTexts(own, sha256("同じ内容"));
        var list = draw();
        assertThat(sheet(OFFICER, list).items()).extracting(DisposalSheet.Item::dossierId).contains(dossier, other);
        takeOffAllBut(list, dossier);

        refused(DocumentProblem.UNDECIDED, () -> pass(HEAD, list));
        judge(HEAD, list, new JudgeDossier(dossier, DisposalVerdict.DESTROY, null, null));
        refused(DocumentProblem.NOT_YOUR_STEP, () -> pass(MANAGER, list));
        refused(DocumentProblem.NO_SUCH_DISPOSAL, () -> pass(STRANGER, list));
        pass(HEAD, list);
        refused(DocumentProblem.NOT_YOUR_STEP, () -> pass(ARCHIVIST, list));
        pass(MANAGER, list);
        assertThatThrownBy(() -> choose(MANAGER, list, dossier, ArchiveChoice.LEAVE, null)).isInstanceOf(EJBAccessException.class);
        refused(DocumentProblem.UNDECIDED, () -> pass(ARCHIVIST, list));
        refused(DocumentProblem.REASON_MISSING, () -> choose(ARCHIVIST, list, dossier, ArchiveChoice.KEEP, " "));
        choose(ARCHIVIST, list, dossier, ArchiveChoice.LEAVE, "同種の資料を選別済み");
        pass(ARCHIVIST, list);
        assertThat(sheet(MANAGER, list).rights().act()).isFalse();
        refused(DocumentProblem.SAME_HAND, () -> pass(MANAGER, list));
        assertThat(office.get(dossier).state().isGone()).isFalse();
        pass(SECOND, list);
        await(list, dossier, DisposalItemState.DESTROYED);
        assertThat(office.ask("SELECT count(*)::text FROM yakuba.doc_index WHERE record_id = ?", record)).isEqualTo("0");
        assertThat(office.ask(TEXTS, own)).isEqualTo("0");
        assertThat(office.ask(TEXTS, sha256("同じ内容"))).isEqualTo("1");

        assertThat(sheet(SECOND, list).line().state()).isEqualTo(DisposalState.DONE);
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_file WHERE sha256 = ?", own)).isEqualTo("0");
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_file WHERE sha256 = ?", sha256("同じ内容"))).isEqualTo("1");
        assertThat(office.as(MANAGER, () -> records.get(shared.id())).files()).hasSize(1);
        assertThat(office.as(MANAGER, () -> records.verify(shared.id()))).isEmpty();
        assertThat(office.ask("SELECT title || party FROM yakuba.doc_record WHERE id = ?", record)).doesNotContain("山田");
        assertThat(office.as(MANAGER, () -> records.verify(record))).isEmpty();
        assertThat(kinds(record)).endsWith(RecordEventKind.DESTROYED);
        assertThat(kinds(dossier)).endsWith(RecordEventKind.LISTED, RecordEventKind.CHECKED, RecordEventKind.CHECKED,
                RecordEventKind.APPRAISED, RecordEventKind.CONFIRMED, RecordEventKind.DESTROYED);
        assertThat(history.verify(list)).isEmpty();
        isToldToItsOwnSection(dossier);
        leavesAProtocolWithoutContent(list, dossier);
        nothingIsDoneWithItAnyMore(record);
        lift(other);
    }

    private void nothingIsDoneWithItAnyMore(UUID record) throws Exception {
        var sheet = office.as(MANAGER, () -> records.get(record));
        assertThat(sheet.rights().work()).isFalse();
        assertThat(sheet.rights().keep()).isFalse();
        refused(DocumentProblem.GONE_ALREADY, () -> office.as(MANAGER, () -> {
            records.complete(record, sheet.version());
            return null;
        }));
    }

    @Test
    @DisplayName("支援措置の住所は、停止・廃棄リスト・廃棄記録・ファイルの履歴の理由にも出ず、伏せたまま上書きできない")
    void aProtectedAddressIsHiddenInReasons() throws Exception {
        var address = office.ask("""
                SELECT a.place || a.lot FROM yakuba.res_shielded s
                JOIN yakuba.res_address a ON a.person_id = s.person_id AND a.valid_until IS NULL
                WHERE a.place || a.lot NOT IN (
                    SELECT b.place || b.lot FROM yakuba.res_address b JOIN yakuba.res_release r ON r.person_id = b.person_id) LIMIT 1
                """); // one that no other test had released to somebody
        var dossier = office.due(2022, "理由の試験");
        office.as(MANAGER, () -> {
            holds.lift(holds.place(PlaceHold.onDossier(dossier, HoldGround.SUIT, null, address + "の訴え", clock.today())), address + "の訴えの終わり");
            return null;
        });
        var list = draw();
        takeOffAllBut(list, dossier);
        judge(HEAD, list, new JudgeDossier(dossier, DisposalVerdict.OFFER, null, address + "の件"));
        assertThat(item(HEAD, list, dossier).verdictReason()).isEqualTo("＊＊＊の件");
        refused(DocumentProblem.HIDDEN_WORDS, () -> judge(HEAD, list, new JudgeDossier(dossier, DisposalVerdict.DESTROY, null, "＊＊＊の件")));
        pass(HEAD, list);
        giveBack(MANAGER, list, address + "を消すこと");
        assertThat(sheet(HEAD, list).remark()).isEqualTo("＊＊＊を消すこと");
        assertThat(sheet(HEAD, list).words().toString()).contains("＊＊＊").doesNotContain(address);
        assertThat(office.as(OFFICER, () -> filing.listHistory(dossier)).toString()).contains("＊＊＊").doesNotContain(address);
        assertThat(office.as(OFFICER, () -> holds.listOf(dossier)).toString()).contains("＊＊＊").doesNotContain(address);
        takeOff(list, dossier);
    }

    private void isToldToItsOwnSection(UUID dossier) throws Exception {
        var told = office.as(OFFICER, () -> filing.listHistory(dossier));
        assertThat(told).first().satisfies(step -> assertThat(step.kind()).isEqualTo(RecordEventKind.CARRIED_OVER));
        assertThat(told).extracting(RecordEventLine::kind).isEqualTo(kinds(dossier));
        assertThat(office.as(SECOND, () -> filing.listHistory(dossier))).isEqualTo(told);
        assertThat(office.asOfficer(STRANGER, () -> filing.listHistory(dossier))).isEmpty();
        refused(DocumentProblem.NO_SUCH_DOSSIER, () -> office.as(OFFICER, () -> filing.listHistory(UUID.randomUUID())));
    }

    private void leavesAProtocolWithoutContent(UUID list, UUID dossier) throws Exception {
        var item = item(SECOND, list, dossier);
        var protocol = office.as(MANAGER, () -> desk.getProtocol(item.protocolId()));
        assertThat(protocol.records()).isEqualTo(2);
        assertThat(protocol.files()).isEqualTo(2);
        assertThat(protocol.hands()).containsExactly(HEAD.name(), MANAGER.name(), ARCHIVIST.name(), SECOND.name());
        assertThat(protocol.reason()).contains("同種の資料を選別済み");
        assertThat(protocol.toString()).doesNotContain("秘密の内容", "山田");
        assertThat(history.of(dossier)).last().satisfies(step ->
                assertThat(step.facts()).containsEntry("protocol-digest", protocol.digest()));
        refused(DocumentProblem.NO_SUCH_PROTOCOL, () -> office.as(STRANGER, () -> desk.getProtocol(item.protocolId())));
        assertThat(office.as(MANAGER, () -> desk.listProtocols(null, 10))).extracting(one -> one.id()).contains(item.protocolId());
        assertThatThrownBy(() -> office.asOwner("UPDATE yakuba.doc_protocol SET reason = '別' WHERE id = ?", item.protocolId()))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("どの段階からも一段戻せ、取りやめることができ、取りやめたファイルは次のリストに載る")
    void canBeGivenBackAndCalledOffAtEveryStep() throws Exception {
        var dossier = office.due(2021, "戻すもの");
        var list = draw();
        takeOffAllBut(list, dossier);
        judge(HEAD, list, new JudgeDossier(dossier, DisposalVerdict.DESTROY, null, null));
        pass(HEAD, list);
        giveBack(MANAGER, list, "点検が足りない");
        assertThat(sheet(HEAD, list).line().state()).isEqualTo(DisposalState.CHECKING);
        assertThat(sheet(HEAD, list).remark()).isEqualTo("点検が足りない");
        pass(HEAD, list);
        pass(MANAGER, list);
        giveBack(ARCHIVIST, list, "延長と思われる");
        pass(MANAGER, list);
        choose(ARCHIVIST, list, dossier, ArchiveChoice.LEAVE, null);
        pass(ARCHIVIST, list);
        giveBack(SECOND, list, "選別の理由を");
        assertThat(sheet(ARCHIVIST, list).line().state()).isEqualTo(DisposalState.APPRAISING);
        refused(DocumentProblem.REASON_MISSING, () -> callOff(MANAGER, list, ""));
        refused(DocumentProblem.NOT_YOUR_STEP, () -> callOff(HEAD, list, "課の都合"));
        long seen = sheet(MANAGER, list).version();
        callOff(MANAGER, list, "請求の見込み");
        refused(DocumentProblem.CHANGED_MEANWHILE, () -> office.as(MANAGER, () -> {
            desk.pass(list, seen);
            return null;
        }));

        assertThat(sheet(MANAGER, list).line().state()).isEqualTo(DisposalState.CALLED_OFF);
        assertThat(kinds(dossier)).endsWith(RecordEventKind.CALLED_OFF);
        assertThat(sheet(OFFICER, draw()).items()).extracting(DisposalSheet.Item::dossierId).contains(dossier);
        takeOffAllBut(latest(), null);
    }

    @Test
    @DisplayName("同じ一秒に停止と確認が重なっても、停止されたものは廃棄されず、廃棄されたものは停止できない")
    void aHoldInTheSameSecondAsTheConfirmationWinsOrComesTooLate() throws Exception {
        int held = 0;
        for (int turn = 0; turn < 4; turn++) {
            var dossier = office.due(2022, "競う " + UUID.randomUUID());
            var list = ready(dossier);
            var start = new CountDownLatch(1);
            var hold = threads.submit(() -> {
                start.await();
                return office.as(OFFICER, () -> holds.place(
                        PlaceHold.onDossier(dossier, HoldGround.AUDIT, null, "監査", clock.today())));
            });
            var confirmed = threads.submit(() -> {
                start.await();
                pass(SECOND, list);
                return null;
            });
            start.countDown();
            confirmed.get();
            if (stands(hold)) {
                held++;
                Thread.sleep(200);
                assertThat(office.get(dossier).state().isGone()).isFalse();
                assertThat(item(SECOND, list, dossier).held()).isTrue();
                lift(dossier);
            }
            await(list, dossier, DisposalItemState.DESTROYED);
        }
        assertThat(held).isBetween(0, 4);
    }

    private static boolean stands(Future<UUID> hold) throws InterruptedException {
        try {
            return hold.get() != null;
        } catch (ExecutionException tooLate) {
            assertThat(tooLate.getCause()).isInstanceOfSatisfying(RuleViolation.class,
                    refusal -> assertThat(refusal.problem()).isEqualTo(DocumentProblem.GONE_ALREADY));
            return false;
        }
    }

    @Test
    @DisplayName("途中で失敗した廃棄は何も変えず、ほかのファイルを待たせず、直れば続きから終わる")
    void aFailureInTheMiddleLeavesNothingHalf() throws Exception {
        var broken = office.due(2021, "失敗するもの");
        neighbour.breakAt(broken);
        neighbour.want(sha256("隣が要るもの"));
        var good = office.due(2021, "隣が要るもの");
        var list = ready(broken, good);
        pass(SECOND, list);
        await(list, good, DisposalItemState.DESTROYED);

        assertThat(office.get(broken).state().isGone()).isFalse();
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_file WHERE sha256 = ?", sha256("失敗するもの"))).isEqualTo("1");
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_protocol WHERE dossier_id = ?", broken)).isEqualTo("0");
        assertThat(kinds(broken)).doesNotContain(RecordEventKind.DESTROYED);
        assertThat(office.as(MANAGER, () -> records.verify(recordOf(broken, "失敗するもの")))).isEmpty();
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_file WHERE sha256 = ?", sha256("隣が要るもの"))).isEqualTo("1");
        neighbour.mend(broken);
        office.asOwner("UPDATE yakuba.doc_disposal_item SET tried_at = NULL WHERE dossier_id = ?", broken);
        await(list, broken, DisposalItemState.DESTROYED);
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_file WHERE sha256 = ?", sha256("失敗するもの"))).isEqualTo("0");
        assertThat(sheet(SECOND, list).line().state()).isEqualTo(DisposalState.DONE);
    }

    @Test
    @DisplayName("データベースも、廃棄記録のない廃棄、満了前の廃棄、文書の抜取りを許さない")
    void theDatabaseRefusesEveryOtherEnd() throws Exception {
        var dossier = office.due(2021, "守られるもの");
        var record = recordOf(dossier, "守られるもの");

        for (var sql : List.of(
                "UPDATE yakuba.doc_dossier SET state = 'DESTROYED' WHERE id = '" + dossier + "'",
                "DELETE FROM yakuba.doc_record_file WHERE record_id = '" + record + "'",
                "UPDATE yakuba.doc_record SET title = '廃棄済み', party = '廃棄済み' WHERE id = '" + record + "'",
                "DELETE FROM yakuba.doc_record WHERE id = '" + record + "'")) {
            assertThatThrownBy(() -> office.asOwner(sql)).as(sql).isInstanceOf(SQLException.class);
        }
        takeOffAllBut(draw(), null);
    }

    @Test
    @DisplayName("延長と決めたファイルは、確認のあと延び、廃棄されない。同じファイルは二つのリストに載らない")
    void whatIsToBeKeptLongerIs() throws Exception {
        var dossier = office.due(2021, "延ばすもの");
        var list = draw();
        takeOffAllBut(list, dossier);
        refused(DocumentProblem.NOTHING_DUE, this::draw);
        refused(DocumentProblem.REASON_MISSING,
                () -> judge(HEAD, list, new JudgeDossier(dossier, DisposalVerdict.EXTEND, 20, null)));
        refused(DocumentProblem.EXTENSION_STRANGE,
                () -> judge(HEAD, list, new JudgeDossier(dossier, DisposalVerdict.EXTEND, null, "係争")));
        judge(HEAD, list, new JudgeDossier(dossier, DisposalVerdict.EXTEND, 20, "係争の見込み"));
        pass(HEAD, list);
        pass(MANAGER, list);
        pass(ARCHIVIST, list);
        pass(SECOND, list);
        await(list, dossier, DisposalItemState.EXTENDED);

        assertThat(office.get(dossier).extendedUntil()).isEqualTo(office.get(dossier).keptUntil()).hasYear(2043);
        assertThat(office.get(dossier).state().isGone()).isFalse();
    }

    @Test
    @DisplayName("選別されたファイルはパッケージになり、受領を記録すると内容は残らず、移管の記録が残る")
    void whatTheArchiveKeepsLeavesAsAPackage() throws Exception {
        var dossier = office.due(2021, "残すもの");
        var record = recordOf(dossier, "残すもの");
        var list = draw();
        takeOffAllBut(list, dossier);
        judge(HEAD, list, new JudgeDossier(dossier, DisposalVerdict.OFFER, null, "町史の資料"));
        pass(HEAD, list);
        pass(MANAGER, list);
        choose(ARCHIVIST, list, dossier, ArchiveChoice.KEEP, "町史の資料");
        pass(ARCHIVIST, list);
        refused(DocumentProblem.DISPOSAL_ELSEWHERE, () -> pack(ARCHIVIST, list, dossier));
        pass(SECOND, list);
        assertThatThrownBy(() -> pack(MANAGER, list, dossier)).isInstanceOf(EJBAccessException.class);
        refused(DocumentProblem.NOT_PACKED, () -> received(list, dossier, "館第3号"));

        var entries = entriesOf(pack(ARCHIVIST, list, dossier));

        assertThat(entries).anyMatch(name -> name.endsWith("METS.xml")).anyMatch(name -> name.endsWith("record-00001/001"));
        assertThat(office.get(dossier).state().isGone()).isFalse();
        refused(DocumentProblem.REASON_MISSING, () -> received(list, dossier, " "));
        var protocol = received(list, dossier, "館第3号");
        assertThat(office.as(MANAGER, () -> desk.getProtocol(protocol))).satisfies(one -> {
            assertThat(one.transfer()).isTrue();
            assertThat(one.receipt()).isEqualTo("館第3号");
        });
        assertThat(office.get(dossier).state()).isEqualTo(jp.yakuba.document.api.DossierState.TRANSFERRED);
        assertThat(kinds(record)).endsWith(RecordEventKind.TRANSFERRED);
        assertThat(office.ask("SELECT count(*) FROM yakuba.doc_file WHERE sha256 = ?", sha256("残すもの"))).isEqualTo("0");
        assertThat(sheet(MANAGER, list).line().state()).isEqualTo(DisposalState.DONE);
    }

    private byte[] pack(Actor who, UUID list, UUID dossier) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        office.as(who, () -> {
            archive.pack(list, dossier, out);
            return null;
        });
        return out.toByteArray();
    }

    private UUID received(UUID list, UUID dossier, String receipt) throws Exception {
        return office.as(ARCHIVIST, () -> archive.received(list, dossier, receipt));
    }

    private static List<String> entriesOf(byte[] zip) throws java.io.IOException {
        var names = new ArrayList<String>();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** A list of the files that waits for the second person. */
    private UUID ready(UUID... dossiers) throws Exception {
        var list = draw();
        var wanted = List.of(dossiers);
        for (var one : sheet(MANAGER, list).items()) {
            if (!wanted.contains(one.dossierId())) {
                takeOff(list, one.dossierId());
            }
        }
        for (var one : dossiers) {
            judge(HEAD, list, new JudgeDossier(one, DisposalVerdict.DESTROY, null, null));
        }
        pass(HEAD, list);
        pass(MANAGER, list);
        for (var one : dossiers) {
            choose(ARCHIVIST, list, one, ArchiveChoice.LEAVE, null);
        }
        pass(ARCHIVIST, list);
        return list;
    }

    private UUID draw() throws Exception {
        return office.as(OFFICER, () -> desk.draw("general"));
    }

    private UUID latest() throws Exception {
        return office.as(MANAGER, () -> desk.list(null, 1)).get(0).id();
    }

    private DisposalSheet sheet(Actor who, UUID list) throws Exception {
        return office.as(who, () -> desk.get(list));
    }

    private DisposalSheet.Item item(Actor who, UUID list, UUID dossier) throws Exception {
        return sheet(who, list).items().stream().filter(one -> one.dossierId().equals(dossier)).findFirst().orElseThrow();
    }

    /** Takes everything else off the list that other tests have left due. */
    private void takeOffAllBut(UUID list, UUID dossier) throws Exception {
        for (var one : sheet(MANAGER, list).items()) {
            if (!one.dossierId().equals(dossier) && one.state() == DisposalItemState.OPEN) {
                takeOff(list, one.dossierId());
            }
        }
    }

    /** Off the list, and held, so that no later list of these tests finds it. */
    private void takeOff(UUID list, UUID dossier) throws Exception {
        long version = sheet(MANAGER, list).version();
        office.as(MANAGER, () -> {
            desk.callOff(list, version, dossier, "ほかの試験のもの");
            return holds.place(PlaceHold.onDossier(dossier, HoldGround.OTHER, null, "ほかの試験のもの", clock.today()));
        });
    }

    private void lift(UUID dossier) throws Exception {
        office.as(MANAGER, () -> {
            for (var one : holds.listOf(dossier)) {
                if (one.stands()) {
                    holds.lift(one.id(), "試験を終えた");
                }
            }
            return null;
        });
    }

    private void judge(Actor who, UUID list, JudgeDossier verdict) throws Exception {
        long version = sheet(who, list).version();
        office.as(who, () -> {
            desk.judge(list, version, List.of(verdict));
            return null;
        });
    }

    private void choose(Actor who, UUID list, UUID dossier, ArchiveChoice choice, String reason) throws Exception {
        long version = sheet(who, list).version();
        office.as(who, () -> {
            desk.choose(list, version, List.of(new ChooseForArchive(dossier, choice, reason)));
            return null;
        });
    }

    private void pass(Actor who, UUID list) throws Exception {
        long version = who == STRANGER ? 0 : sheet(who, list).version();
        office.as(who, () -> {
            desk.pass(list, version);
            return null;
        });
    }

    private void giveBack(Actor who, UUID list, String reason) throws Exception {
        long version = sheet(who, list).version();
        office.as(who, () -> {
            desk.giveBack(list, version, reason);
            return null;
        });
    }

    private void callOff(Actor who, UUID list, String reason) throws Exception {
        long version = sheet(who, list).version();
        office.as(who, () -> {
            desk.callOff(list, version, reason);
            return null;
        });
    }

    private void await(UUID list, UUID dossier, DisposalItemState state) throws Exception {
        for (int turn = 0; turn < PATIENCE; turn++) {
            if (item(MANAGER, list, dossier).state() == state) {
                return;
            }
            Thread.sleep(200);
        }
        assertThat(item(MANAGER, list, dossier).state()).isEqualTo(state);
    }

    /** Until the text of the files can be searched. */
    private void awaitTexts(String... files) throws Exception {
        for (var file : files) {
            for (int turn = 0; "0".equals(office.ask(TEXTS, file)); turn++) {
                assertThat(turn).as("The text of a file is read within forty seconds").isLessThan(PATIENCE);
                Thread.sleep(200);
            }
        }
    }

    private UUID recordOf(UUID dossier, String text) throws Exception {
        return UUID.fromString(office.ask("SELECT f.record_id FROM yakuba.doc_filing f JOIN yakuba.doc_record_file x"
                + " ON x.record_id = f.record_id WHERE f.dossier_id = ? AND x.sha256 = ?", dossier, sha256(text)));
    }

    private static String sha256(String text) {
        return jp.yakuba.kernel.Sha256.hex(text);
    }

    private List<RecordEventKind> kinds(UUID id) {
        return new ArrayList<>(history.of(id).stream().map(RecordEventLine::kind).toList());
    }

    private static void refused(DocumentProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
