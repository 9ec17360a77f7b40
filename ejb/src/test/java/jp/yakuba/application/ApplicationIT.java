package jp.yakuba.application;

import static jp.yakuba.application.ApplicationFixture.outcomes;
import static jp.yakuba.application.ApplicationFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsRegistrar;
import jp.yakuba.AsSystem;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationLine;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.AssignApplications;
import jp.yakuba.application.api.AssignmentOutcome;
import jp.yakuba.application.api.CoreAnswer;
import jp.yakuba.application.api.CoreAnswerDesk;
import jp.yakuba.application.api.CounterEntry;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.application.api.InboxOrder;
import jp.yakuba.application.api.OpenDraft;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.model.MoveAnswers;
import jp.yakuba.application.model.form.MovingFamily;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.document.api.ReceiveRecord;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.EnterMoveIn;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.ResidentProblem;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("電子申請の窓口(コンテナ内)")
class ApplicationIT {
    private static final List<String> MOVE = List.of(
            "move-in", "national-health-insurance", "school-transfer", "seal-registration", "water-start", "dog-change");
    private static final PageRequest FIRST_PAGE = new PageRequest(0, 50);

    @Inject
    private DraftDesk drafts;

    @Inject
    private ApplicationDesk applications;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private CoreAnswerDesk core;

    @Inject
    private DocumentDesk documents;

    @Inject
    private ApplicationFixture office;

    @Inject
    private MoveInDesk moves;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsRegistrar registrar;

    @Inject
    private AsDesk desk;

    @Inject
    private AsSystem system;

    @Inject
    private jakarta.enterprise.event.Event<RecordsEnded> ended;

    @Resource
    private jakarta.transaction.UserTransaction transaction;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource database;

    @Resource
    private ManagedExecutorService threads;

    private Actor taro;

    @BeforeEach
    void taroHasAnAccount() throws SQLException {
        taro = office.account("髙橋　太郎");
    }

    @Test
    @DisplayName("下書きは道ごとに足され、二台の端末から書いても互いに消さない")
    void savesMergeByPath() throws Exception {
        var draft = office.asResident(taro, () -> drafts.open(new OpenDraft(List.of("water-start"), null, Map.of(), null)));
        office.asResident(taro, () -> drafts.save(draft, Map.of("applicant.name", "髙橋", "water.startOn", "R8.11.25")));
        office.asResident(taro, () -> drafts.save(draft, Map.of("applicant.name", "髙橋　太郎")));
        assertThat(office.asResident(taro, () -> drafts.get(draft)).answers())
                .containsEntry("applicant.name", "髙橋　太郎")
                .containsEntry("water.startOn", "R8.11.25");
    }

    @Test
    @DisplayName("他人の下書きは、ないものと同じに断る")
    void anothersDraftIsAsIfThereWereNone() throws Exception {
        var draft = office.asResident(taro, () -> drafts.open(new OpenDraft(List.of("water-start"), null, Map.of(), null)));
        var jiro = office.account("次郎");
        refused(() -> office.asResident(jiro, () -> drafts.get(draft)), ApplicationProblem.NO_SUCH_APPLICATION);
        refused(() -> office.asResident(jiro, () -> drafts.save(draft, Map.of("applicant.name", "x"))),
                ApplicationProblem.NO_SUCH_APPLICATION);
        refused(() -> office.asResident(jiro, () -> drafts.get(UUID.randomUUID())), ApplicationProblem.NO_SUCH_APPLICATION);
    }

    @Test
    @DisplayName("同時に送った添付は、一つも失われず、数の限りも越えない")
    void filesSentSideBySideAreAllKept() throws Exception {
        var draft = office.asResident(taro, () -> drafts.open(new OpenDraft(List.of("disaster-certificate"), null, Map.of(), null)));
        var path = fileQuestion(draft);
        var start = new CountDownLatch(1);
        var futures = new ArrayList<Future<String>>();
        for (int thread = 0; thread < 12; thread++) {
            var words = "写真の説明 " + thread;
            futures.add(threads.submit(() -> {
                start.await();
                return office.asResident(taro, () -> drafts.attach(draft, path, "a.txt",
                        new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8))).id().toString());
            }));
        }
        start.countDown();
        var kept = outcomes(futures);
        assertThat(kept).filteredOn("APL-010"::equals).hasSize(2);
        kept.removeIf("APL-010"::equals);
        assertThat(kept).hasSize(10);
        var answer = office.asResident(taro, () -> drafts.get(draft)).answers().get(path);
        assertThat(answer.split(",")).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    @DisplayName("同じファイルが二度届いても、添付は一つ。名前か中身がちがえば二つ")
    void theSameFileTwiceIsThereOnce() throws Exception {
        var draft = office.asResident(taro, () -> drafts.open(new OpenDraft(List.of("disaster-certificate"), null, Map.of(), null)));
        var path = fileQuestion(draft);
        var ids = new ArrayList<String>();
        for (var file : List.of(List.of("a.txt", "一"), List.of("a.txt", "一"), List.of("b.txt", "一"), List.of("a.txt", "二"))) {
            ids.add(office.asResident(taro, () -> drafts.attach(draft, path, file.get(0),
                    new ByteArrayInputStream(file.get(1).getBytes(StandardCharsets.UTF_8)))).id().toString());
        }
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(office.asResident(taro, () -> drafts.get(draft)).answers().get(path).split(",")).containsExactly(ids.get(0), ids.get(2), ids.get(3));
    }

    private String fileQuestion(UUID draft) throws Exception {
        return office.asResident(taro, () -> drafts.get(draft)).pages().stream()
                .flatMap(page -> page.questions().stream())
                .filter(question -> question.field().type() == FieldType.FILE)
                .findFirst().orElseThrow().path();
    }

    @Test
    @DisplayName("手続が終わっても、その下書きは読める。出すことはできない")
    void aDraftOutlivesItsProcedure() throws Exception {
        copyAsEnded("bulky-waste", "ended-trial");
        var draft = office.asResident(taro, () -> drafts.open(new OpenDraft(List.of("bulky-waste"), null, Map.of(), null)));
        office.update("UPDATE apl_draft SET procedures = 'ended-trial' WHERE id = ?", draft);

        assertThat(office.asResident(taro, () -> drafts.listMine())).extracting(line -> line.id()).contains(draft);
        assertThat(office.asResident(taro, () -> drafts.get(draft)).procedures()).extracting(ended -> ended.code())
                .containsExactly("ended-trial");
        refused(() -> office.asResident(taro, () -> drafts.submit(draft, "k", null)), ApplicationProblem.NO_SUCH_PROCEDURE);
    }

    private void copyAsEnded(String procedure, String code) throws SQLException {
        office.update("""
                INSERT INTO apl_procedure SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
                    'code', '%1$s', 'valid_from', '2020-04-01', 'valid_until', '2021-03-31'))).*
                FROM apl_procedure p WHERE p.code = '%2$s' AND ?::uuid IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM apl_procedure e WHERE e.code = '%1$s')""".formatted(code, procedure), UUID.randomUUID());
        office.update("""
                INSERT INTO apl_form_version SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(),
                    'procedure', '%1$s', 'definition', f.definition || jsonb_build_object('procedure', '%1$s')))).*
                FROM apl_form_version f WHERE f.procedure = '%2$s' AND f.state = 'PUBLISHED' AND ?::uuid IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM apl_form_version e WHERE e.procedure = '%1$s')""".formatted(code, procedure),
                UUID.randomUUID());
    }

    @Test
    @DisplayName("一度の提出で手続ごとに番号が付き、同じ鍵の二度目は同じ受付を返す")
    void oneSittingGivesEachProcedureItsNumber() throws Exception {
        var draft = movingDraft();
        var first = office.asResident(taro, () -> drafts.submit(draft, "key-1", null));
        var again = office.asResident(taro, () -> drafts.submit(draft, "key-1", null));
        assertThat(again).isEqualTo(first);
        assertThat(first.receipts()).hasSize(MOVE.size())
                .extracting(SubmissionView.Receipt::receiptNumber).doesNotHaveDuplicates();
        var bundle = office.asResident(taro, () -> applications.getBundle(first.bundleId()));
        assertThat(bundle.visitAt()).isNotNull();
        assertThat(states(bundle.applications())).containsExactlyInAnyOrderEntriesOf(Map.of(
                "move-in", ApplicationState.VISIT, "national-health-insurance", ApplicationState.WAITING,
                "school-transfer", ApplicationState.WAITING, "seal-registration", ApplicationState.VISIT,
                "water-start", ApplicationState.IN_CORE, "dog-change", ApplicationState.IN_CORE));
    }

    @Test
    @DisplayName("同じ下書きを二本の糸で同時に出しても、届くのは一度だけ")
    void submittedTwiceAtOnceArrivesOnce() throws Exception {
        var draft = movingDraft();
        var start = new CountDownLatch(1);
        var futures = new ArrayList<Future<SubmissionView>>();
        for (int thread = 0; thread < 2; thread++) {
            futures.add(threads.submit(() -> {
                start.await();
                return office.asResident(taro, () -> drafts.submit(draft, "same-key", null));
            }));
        }
        start.countDown();
        assertThat(futures.get(0).get()).isEqualTo(futures.get(1).get());
        assertThat(office.count("SELECT count(*) FROM apl_bundle WHERE account_id = ?", taro.id())).isEqualTo(1);
        assertThat(office.count("SELECT count(*) FROM apl_application WHERE account_id = ?", taro.id())).isEqualTo(MOVE.size());
    }

    @Test
    @DisplayName("断られた提出は、文書にも発信箱にも監査の変更にも何も残さない")
    void refusedSubmissionLeavesNothing() throws Exception {
        var draft = movingDraft();
        office.asResident(taro, () -> drafts.save(draft, Map.of("visit.appointment", "2026-11-21T10:00")));
        var records = office.count("SELECT count(*) FROM doc_record");
        var outbox = office.count("SELECT count(*) FROM msg_outbox");
        var changes = office.count("SELECT count(*) FROM aud_entry WHERE kind = 'CHANGE'");
        assertThatThrownBy(() -> office.asResident(taro, () -> drafts.submit(draft, "k", null))).isInstanceOf(RuleViolation.class);
        assertThat(office.count("SELECT count(*) FROM doc_record")).isEqualTo(records);
        assertThat(office.count("SELECT count(*) FROM msg_outbox")).isEqualTo(outbox);
        assertThat(office.count("SELECT count(*) FROM aud_entry WHERE kind = 'CHANGE'")).isEqualTo(changes);
        assertThat(office.count("SELECT count(*) FROM apl_bundle WHERE account_id = ?", taro.id())).isZero();
    }

    @Test
    @DisplayName("到達の時刻と番号は、データベースでも書き換えられない")
    void arrivalCannotBeRewritten() throws Exception {
        var sent = office.asResident(taro, () -> drafts.submit(movingDraft(), "k", null));
        assertThatThrownBy(() -> office.update(
                        "UPDATE apl_application SET arrived_at = now() WHERE bundle_id = ?", sent.bundleId()))
                .isInstanceOf(SQLException.class).hasMessageContaining("stays as it arrived");
        assertThatThrownBy(() -> office.update("DELETE FROM apl_application WHERE bundle_id = ?", sent.bundleId()))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("転入が本登録になると、待っていた手続がひとりでに進む")
    void siblingsGoOnWhenTheMoveIsFinal() throws Exception {
        var sent = office.asResident(taro, () -> drafts.submit(movingDraft(), "k", null));
        var clerk = office.staffOf("residents", "registrar");
        var seal = idOf(sent, "seal-registration");
        refused(() -> asRegistrar(clerk, () -> complete(clerk, seal)), ApplicationProblem.NOT_ITS_TURN);
        var move = idOf(sent, "move-in");
        refused(() -> asRegistrar(clerk, () -> complete(clerk, move)), ApplicationProblem.LEDGER_NOT_READY);
        enterInLedger(move);
        var seen = asRegistrar(clerk, () -> moves.findByCause(move));
        asRegistrar(clerk, () -> {
            moves.askProtection(seen.eventId(), seen.version(), false);
            return null;
        });
        assertThatThrownBy(() -> asRegistrar(clerk, () -> complete(move, seen.version()))).as("a page that is older than the answer")
                .hasStackTraceContaining(ResidentProblem.CHANGED_MEANWHILE.code());
        asRegistrar(clerk, () -> complete(clerk, move));
        asRegistrar(clerk, () -> complete(clerk, seal));
        var bundle = office.asResident(taro, () -> applications.getBundle(sent.bundleId()));
        assertThat(states(bundle.applications()))
                .containsEntry("move-in", ApplicationState.DONE)
                .containsEntry("seal-registration", ApplicationState.DONE)
                .containsEntry("national-health-insurance", ApplicationState.IN_CORE)
                .containsEntry("school-transfer", ApplicationState.IN_CORE);
        assertThat(office.asExaminer(office.staffOf("health", "examiner"), () -> examination.get(idOf(sent, "national-health-insurance")))
                .applicantPersonId()).as("the applicant is in the ledger now").isNotNull();
    }

    @Test
    @DisplayName("来庁のいらない転入は、審査の机から本登録になる。来庁へは進まない")
    void aMoveThatNeedsNoVisitBecomesFinalFromTheDesk() throws Exception {
        var move = idOf(office.asResident(taro, () -> drafts.submit(movingDraft(), "k", null)), "move-in");
        office.update("UPDATE apl_application SET visit = 'NONE', state = 'ARRIVED', paused_on = NULL WHERE id = ?", move);
        enterInLedger(move);
        var clerk = office.staffOf("residents", "registrar");
        refused(() -> office.asExaminer(clerk, () -> {
            examination.accept(move, versionOf(clerk, move));
            return null;
        }), ApplicationProblem.STATE_FORBIDS);

        asRegistrar(clerk, () -> complete(clerk, move));

        assertThat(office.asResident(taro, () -> applications.get(move)).state()).isEqualTo(ApplicationState.DONE);
    }

    @Test
    @DisplayName("基幹の答えは一度だけ効き、断りは審査の机に戻る")
    void coreAnswersWorkOnce() throws Exception {
        var sent = office.asResident(taro, () -> drafts.submit(movingDraft(), "k", null));
        var water = idOf(sent, "water-start");
        answer(water, "water", CoreAnswer.Outcome.DONE, "水栓番号", "W-1");
        answer(water, "water", CoreAnswer.Outcome.DONE, "水栓番号", "W-2");
        var done = office.asResident(taro, () -> applications.get(water));
        assertThat(done.state()).isEqualTo(ApplicationState.DONE);
        assertThat(done.result()).contains("W-1");
        var dog = idOf(sent, "dog-change");
        answer(dog, "hygiene", CoreAnswer.Outcome.REFUSED, "理由", "鑑札番号がない");
        assertThat(office.asResident(taro, () -> applications.get(dog)).state()).isEqualTo(ApplicationState.EXAMINING);
        refused(() -> answer(dog, "water", CoreAnswer.Outcome.DONE, "a", "b"), ApplicationProblem.NO_SUCH_APPLICATION);
    }

    @Test
    @DisplayName("文書が廃棄されると、申請に書かれたことも同じ行いで消え、番号と到達の時は残る")
    void whatWasWrittenGoesWithItsRecord() throws Exception {
        var clerk = office.staffOf("child", "examiner");
        var id = idOf(counterEntry(clerk, "child-allowance"), "child-allowance");
        var number = office.text("SELECT receipt_number FROM apl_application WHERE id = ?", id);
        assertThat(office.text("SELECT typed::text FROM apl_application WHERE id = ?", id)).isNotEqualTo("{}");

        request.as(Actor.system("test"), () -> desk.call(() -> {
            transaction.begin();
            ended.fire(new RecordsEnded(UUID.randomUUID(), "廃棄第1号", false,
                    List.of(new RecordsEnded.Ended(UUID.randomUUID(), "application", id, true))));
            transaction.commit();
            return null;
        }));

        assertThat(office.text("SELECT typed::text || answers::text FROM apl_application WHERE id = ?", id)).isEqualTo("{}{}");
        assertThat(office.text("SELECT applicant_name FROM apl_application WHERE id = ?", id)).isEqualTo("廃棄済み");
        assertThat(office.text("SELECT receipt_number FROM apl_application WHERE id = ?", id)).isEqualTo(number);
        assertThat(office.asExaminer(clerk, () -> examination.get(id)).application().id()).isEqualTo(id);
        assertThatThrownBy(() -> office.update("UPDATE apl_application SET typed = '{\"a\":\"b\"}' WHERE id = ?", id))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("申請は審査、補正、起案、決裁を経て施行番号とともに決まる。二人の職員が同時でも一人だけ")
    void applicationIsExaminedAndDecided() throws Exception {
        var clerk = office.staffOf("child", "examiner");
        var sent = counterEntry(clerk, "child-allowance");
        var id = idOf(sent, "child-allowance");
        office.asExaminer(clerk, () -> {
            return examination.assign(new AssignApplications(List.of(new AssignApplications.Seen(id, null)), clerk.id()));
        });
        var seen = office.asExaminer(clerk, () -> examination.get(id));
        assertThat(seen.application().state()).isEqualTo(ApplicationState.EXAMINING);
        assertThat(seen.application().dueOn()).isNotNull();
        assertThat(seen.assigneeId()).isEqualTo(clerk.id());
        refused(() -> proposeGrant(clerk, id, seen.application().version() + 1), ApplicationProblem.CHANGED_MEANWHILE);
        var outcomes = twice(() -> proposeGrant(clerk, id, seen.application().version()));
        assertThat(outcomes).containsExactlyInAnyOrder("done", "APL-003");
        office.decide(id);
        var decided = office.asExaminer(clerk, () -> examination.get(id)).application();
        assertThat(decided.state()).isEqualTo(ApplicationState.IN_CORE);
        assertThat(decided.decisionNumber()).matches("芽子第\\d+号");
        assertThat(decided.decisionText()).contains("認定する");
        assertThat(decided.instruction()).contains("審査請求");
    }

    @Test
    @DisplayName("決まったことは、基幹が断っても決まったまま。取り下げられず、起案し直せず、もう一度送れる")
    void aDecisionStandsWhateverACoreSystemSays() throws Exception {
        var clerk = office.staffOf("child", "examiner");
        var id = idOf(counterEntry(clerk, "child-allowance"), "child-allowance");
        proposeGrant(clerk, id, versionOf(clerk, id));
        office.decide(id);
        var number = office.asExaminer(clerk, () -> examination.get(id)).application().decisionNumber();

        answer(id, "welfare", CoreAnswer.Outcome.REFUSED, "理由", "口座がありません");

        var refused = office.asExaminer(clerk, () -> examination.get(id));
        assertThat(refused.application().state()).isEqualTo(ApplicationState.IN_CORE);
        assertThat(refused.application().mayWithdraw()).isFalse();
        assertThat(refused.coreTrouble()).contains("口座がありません");
        refused(() -> proposeGrant(clerk, id, refused.application().version()), ApplicationProblem.STATE_FORBIDS);
        office.asExaminer(clerk, () -> {
            examination.sendAgain(id, refused.application().version());
            return null;
        });
        refused(() -> office.asExaminer(clerk, () -> {
            examination.sendAgain(id, versionOf(clerk, id));
            return null;
        }), ApplicationProblem.STATE_FORBIDS);
        assertThat(office.count("SELECT count(*) FROM apl_core_message WHERE application_id = ?", id)).isEqualTo(2);
        var after = office.asExaminer(clerk, () -> examination.get(id));
        assertThat(after.coreTrouble()).isNull();
        assertThat(after.application().decisionNumber()).isEqualTo(number);
    }

    @Test
    @DisplayName("到達で終わる届出も課の受信箱に届き、読めば消える")
    void aNotificationThatEndsAtArrivalReachesItsSection() throws Exception {
        var clerk = office.staffOf("tax", "examiner");
        var sent = office.asExaminer(clerk, () -> examination.enterAtCounter(new CounterEntry(
                UUID.randomUUID().toString(), List.of("house-demolition"), null, "運転免許証", of(Map.of(
                        "house-demolition.where", "東二条南三丁目", "house-demolition.use", "barn", "house-demolition.whole", "yes",
                        "house-demolition.on", clock.today().toString())))));
        var id = idOf(sent, "house-demolition");
        var receipt = office.asExaminer(clerk, () -> examination.get(id)).application().receiptNumber();
        var filter = new InboxFilter(null, null, null, null, false, false, false, false, receipt, null, false);

        assertThat(office.asExaminer(clerk, () -> examination.get(id)).application().state()).isEqualTo(ApplicationState.DONE);
        assertThat(office.asExaminer(clerk, () -> examination.list(filter, FIRST_PAGE)).rows()).hasSize(1);
        office.asExaminer(clerk, () -> {
            examination.acknowledge(id, versionOf(clerk, id));
            return null;
        });
        assertThat(office.asExaminer(clerk, () -> examination.list(filter, FIRST_PAGE)).rows()).isEmpty();
    }

    @Test
    @DisplayName("取り下げた申請の起案は、決裁の途中でも廃案になる")
    void aProposalEndsWithWhatItIsAbout() throws Exception {
        var clerk = office.staffOf("general", "examiner");
        var id = asksForDisclosure();
        proposeGrant(clerk, id, versionOf(clerk, id));
        var proposal = office.proposalOn(id);
        assertThat(proposal.state()).isEqualTo("PROPOSED");

        withdraw(id);

        var ended = office.proposalOn(id);
        assertThat(ended.state()).isEqualTo("ABANDONED");
        assertThat(office.asResident(taro, () -> applications.get(id)).state()).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    @DisplayName("取下げと決裁が同じ秒でも、どちらか一方だけが起こる")
    void withdrawalAndDecisionAtOnceHappenOnlyOnce() throws Exception {
        var clerk = office.staffOf("general", "examiner");
        for (int turn = 0; turn < 5; turn++) {
            var id = asksForDisclosure();
            proposeGrant(clerk, id, versionOf(clerk, id));
            decideAllButLast(id);
            var both = new ArrayList<>(race(() -> {
                withdraw(id);
                return "withdrawn";
            }, () -> {
                decideLast(id);
                return "decided";
            }));
            both.removeIf(outcome -> !List.of("withdrawn", "decided").contains(outcome));
            assertThat(both).hasSize(1);
            var state = office.asExaminer(clerk, () -> examination.get(id)).application().state();
            assertThat(state).isEqualTo(both.get(0).equals("decided") ? ApplicationState.DONE : ApplicationState.WITHDRAWN);
        }
    }

    private UUID asksForDisclosure() throws Exception {
        return office.send(taro, "information-disclosure", of(Map.of(
                "information-disclosure.what", "令和七年度の予算書", "information-disclosure.how", "view")));
    }

    /** The answers of one applicant, with more. */
    private static Map<String, String> of(Map<String, String> more) {
        var answers = new LinkedHashMap<>(Map.of(
                "applicant.name", "髙橋　太郎", "applicant.kana", "たかはし　たろう", "applicant.birthDate", "1985-04-02",
                "applicant.address.postal", "0820012", "applicant.address.place", "北海道河西郡芽室町東二条",
                "applicant.address.lot", "５番地", "applicant.phone", "0155621234", "applicant.mail", "taro@example.jp"));
        answers.putAll(more);
        return answers;
    }

    private void withdraw(UUID id) throws Exception {
        office.asResident(taro, () -> {
            applications.withdraw(id, applications.get(id).version());
            return null;
        });
    }

    private void decideAllButLast(UUID application) throws Exception {
        var proposal = office.proposalOn(application);
        for (int step = 0; step < proposal.route().size() - 1; step++) {
            office.approve(proposal.id(), proposal.route().get(step).post());
        }
    }

    private void decideLast(UUID application) throws Exception {
        var proposal = office.proposalOn(application);
        office.approve(proposal.id(), proposal.route().get(proposal.route().size() - 1).post());
    }

    private List<String> race(Callable<String> one, Callable<String> other) throws Exception {
        var start = new CountDownLatch(1);
        var futures = List.of(one, other).stream().map(deed -> threads.submit(() -> {
            start.await();
            return deed.call();
        })).toList();
        start.countDown();
        return outcomes(futures);
    }

    private long versionOf(Actor clerk, UUID id) throws Exception {
        return office.asExaminer(clerk, () -> examination.get(id)).application().version();
    }

    @Test
    @DisplayName("ただ一人の決裁者が起案したものは、上の職が決める")
    void whatTheSoleDeciderDraftsIsDecidedAbove() throws Exception {
        var chief = request.as(Actor.system("test"), () -> office.holderOf("fire-chief", "decider"));
        var clerk = new Actor(Actor.Kind.STAFF, chief.id(), chief.name(), "general-chief", "general",
                Set.of("staff", "examiner", "decider"), Assurance.TWO_FACTOR, "test");
        var id = office.enter(clerk, "lifesaving-course", ApplicationFixture.course());
        proposeGrant(clerk, id, office.asExaminer(clerk, () -> examination.get(id)).application().version());
        assertThat(office.proposalOn(id).route()).extracting(ProposalView.Step::post).containsExactly("fire-chief", "office-deputy");
        office.decide(id);
        assertThat(office.asExaminer(clerk, () -> examination.get(id)).application().state()).isEqualTo(ApplicationState.DONE);
    }

    @Test
    @DisplayName("二人が割り当てると先の人のとおりになり、後の人は何がだれのものかを知り、メモは二度送っても一つ")
    void theSecondClerkIsToldAndNothingIsDoubled() throws Exception {
        var clerk = office.staffOf("child", "examiner");
        var other = office.holderOf("child-lead-1", "decider");
        var chief = office.holderOf("child-chief", "decider");
        var sent = counterEntry(clerk, "child-allowance");
        var id = idOf(sent, "child-allowance");
        var unseen = List.of(new AssignApplications.Seen(id, null));
        assertThat(office.asExaminer(other, () -> examination.assign(new AssignApplications(unseen, other.id()))).assigned()).isEqualTo(1);
        var late = office.asExaminer(clerk, () -> examination.assign(new AssignApplications(unseen, chief.id())));
        assertThat(late.assigned()).isZero();
        assertThat(late.missed()).containsExactly(new AssignmentOutcome.Missed(
                sent.receipts().get(0).receiptNumber(), other.name()));
        var changes = "SELECT count(*) FROM aud_entry WHERE deed = 'application.assign' AND object_id = ?";
        var before = office.count(changes, id.toString());
        assertThat(office.asExaminer(other, () -> examination.assign(new AssignApplications(unseen, other.id()))).assigned()).isEqualTo(1);
        assertThat(office.count(changes, id.toString())).as("the same again changes nothing").isEqualTo(before);

        var seen = office.asExaminer(clerk, () -> examination.get(id));
        assertThat(seen.assigneeId()).isEqualTo(other.id());
        assertThat(seen.lastDeed().deed()).isEqualTo("application.assign");
        assertThat(seen.lastDeed().who()).isEqualTo(other.name());
        assertThat(seen.lastDeed().mine()).isFalse();
        assertThat(office.asExaminer(other, () -> examination.get(id)).lastDeed().mine()).isTrue();

        var note = UUID.randomUUID();
        for (int turn = 0; turn < 2; turn++) {
            office.asExaminer(clerk, () -> {
                examination.note(id, note, "電話で確かめた");
                return null;
            });
        }
        var after = office.asExaminer(clerk, () -> examination.get(id));
        assertThat(after.notes()).hasSize(1);
        assertThat(after.application().version()).as("a note disturbs nobody").isEqualTo(seen.application().version());
    }

    @Test
    @DisplayName("窓口の同じ用紙を二度送れば同じ受付、別の人の内容に書きかえて送れば断る")
    void aSheetIsTakenOnceAndNeverForSomebodyElse() throws Exception {
        var clerk = office.staffOf("child", "examiner");
        var key = UUID.randomUUID().toString();
        var answers = new LinkedHashMap<>(MovingFamily.answers());
        Callable<SubmissionView> send = () -> office.asExaminer(clerk, () -> examination.enterAtCounter(
                new CounterEntry(key, List.of("child-allowance"), null, "運転免許証", answers)));
        var first = send.call();
        assertThat(send.call()).isEqualTo(first);
        answers.put("household.members.0.name", "別の　人");
        refused(send::call, ApplicationProblem.SHEET_USED);
        assertThat(office.count("SELECT count(*) FROM apl_bundle WHERE once_key = ?", key)).isEqualTo(1);
    }

    @Test
    @DisplayName("補正は求めた答えだけを受け、届いたときの答えは残る")
    void correctionTakesOnlyWhatWasAsked() throws Exception {
        var sent = office.asResident(taro, () -> drafts.submit(movingDraft(), "k", null));
        var id = idOf(sent, "school-transfer");
        var clerk = office.staffOf("school", "examiner");
        var version = office.asExaminer(clerk, () -> examination.get(id)).application().version();
        office.asExaminer(clerk, () -> {
            examination.requestCorrection(new RequestCorrection(
                    id, version, List.of("school.pupils.0.previousSchool"), "学校の名前を全部書いてください",
                    clock.today().plusDays(10)));
            return null;
        });
        var asked = office.asResident(taro, () -> applications.get(id));
        assertThat(asked.state()).isEqualTo(ApplicationState.CORRECTION);
        assertThat(asked.correction().paths()).containsExactly("school.pupils.0.previousSchool");
        office.asResident(taro, () -> {
            var draft = applications.openCorrection(id);
            drafts.save(draft, Map.of(
                    "school.pupils.0.previousSchool", "東京都東大和市立第一小学校", "applicant.phone", "000"));
            return drafts.submit(draft, "k", null);
        });
        var corrected = office.asResident(taro, () -> applications.get(id));
        assertThat(corrected.state()).isEqualTo(ApplicationState.WAITING);
        assertThat(corrected.answers())
                .containsEntry("school.pupils.0.previousSchool", "東京都東大和市立第一小学校")
                .doesNotContainEntry("applicant.phone", "000");
    }

    @Test
    @DisplayName("受信箱は自分の課だけ、統計は数だけ")
    void inboxShowsOwnSectionsOnly() throws Exception {
        var clerk = office.staffOf("child", "examiner");
        var sent = counterEntry(clerk, "child-allowance");
        var id = idOf(sent, "child-allowance");
        var filter = new InboxFilter(null, null, null, null, false, false, false, false, sent.receipts().get(0).receiptNumber(), null, false);
        assertThat(office.asExaminer(clerk, () -> examination.list(filter, FIRST_PAGE)).rows()).hasSize(1);
        var stranger = office.staffOf("water", "examiner");
        assertThat(office.asExaminer(stranger, () -> examination.list(filter, FIRST_PAGE)).rows()).isEmpty();
        refused(() -> office.asExaminer(stranger, () -> examination.get(id)), ApplicationProblem.NO_SUCH_APPLICATION);
        var today = clock.today();
        assertThat(office.asExaminer(clerk, () -> examination.statistics(today.minusDays(1), today, null)))
                .anySatisfy(line -> assertThat(line.procedure()).isEqualTo("child-allowance"));
    }

    @Test
    @DisplayName("受信箱は、異体字・異体字セレクタ・かな・半角・長音のどれで書いても名前を見つけ、索引だけを読む")
    void theInboxFindsNamesHoweverWritten() throws Exception {
        var clerk = office.staffOf("fire", "examiner");
        var answers = new LinkedHashMap<>(MovingFamily.answers());
        answers.putAll(Map.of("applicant.name", "髙﨑　優\uDB40\uDD01子", "applicant.kana", "たかさき　ゆうこ",
                "applicant.phone", "0155-62-0001", "applicant.address.postal", "0820012", "applicant.address.place",
                "北海道河西郡芽室町東二条", "applicant.address.lot", "1番地", "lifesaving-course.people", "5", "lifesaving-course.wish", "土曜"));
        var id = office.asExaminer(clerk, () -> examination.enterAtCounter(new CounterEntry(UUID.randomUUID().toString(),
                List.of("lifesaving-course"), null, "運転免許証", answers))).receipts().get(0);
        for (var words : List.of("高崎", "髙﨑優子", "崎 優子", "タカサキ", "ﾀｶｻｷ ﾕｰｺ", "ゆこ", "高\uDB40\uDD00嵜", id.receiptNumber(),
                id.receiptNumber().substring(10), "高崎 ユウコ " + id.receiptNumber().substring(0, 9))) {
            assertThat(inbox(clerk, words)).as(words).contains(id.applicationId());
        }
        for (var words : List.of("高橋", "%", "_", "' or 1=1", "\\", "高崎 太郎")) {
            assertThat(inbox(clerk, words)).as(words).doesNotContain(id.applicationId());
        }
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            try (var plan = statement.executeQuery("EXPLAIN SELECT id FROM apl_application"
                    + " WHERE apl_fits(applicant_name, applicant_kana, receipt_number, '高崎') = true")) {
                var lines = new StringBuilder();
                while (plan.next()) {
                    lines.append(plan.getString(1));
                }
                assertThat(lines).contains("apl_application_words").doesNotContain("Seq Scan");
            } finally {
                statement.execute("RESET enable_seqscan");
            }
        }
    }

    private List<UUID> inbox(Actor clerk, String words) throws Exception {
        var filter = new InboxFilter(null, null, null, null, false, false, false, false, words, InboxOrder.ARRIVED, true);
        return office.asExaminer(clerk, () -> examination.list(filter, FIRST_PAGE)).rows().stream().map(InboxLine::id).toList();
    }

    @Test
    @DisplayName("八本の糸で同時に収受しても、番号は飛ばず重ならない")
    void recordNumbersHaveNoGapUnderEightThreads() throws Exception {
        var futures = new ArrayList<Future<Long>>();
        for (int thread = 0; thread < 8; thread++) {
            futures.add(threads.submit(() -> request.as(Actor.system("test"), () -> {
                for (int turn = 0; turn < 10; turn++) {
                    desk.call(() -> documents.receive(new ReceiveRecord(
                            "test", UUID.randomUUID(), "election", "試験", "試験", clock.now(), List.of())));
                }
                return 0L;
            })));
        }
        for (var future : futures) {
            future.get();
        }
        var series = "FROM doc_record WHERE section = 'election' AND direction = 'IN'";
        assertThat(office.count("SELECT max(sequence) " + series)).isEqualTo(office.count("SELECT count(*) " + series));
    }

    @Test
    @DisplayName("委任を受けて出した転入は、委任した人のもので、代理人自身の結びつきは変わらない(民法99条)")
    void aMoveUnderAMandateIsThePrincipals() throws Exception {
        var agent = office.account("代理　次郎");
        var own = UUID.fromString(office.text("SELECT cast(id AS text) FROM res_person ORDER BY id DESC LIMIT 1"));
        link(agent, own);
        var mandate = mandate(taro, agent, "CARD");
        var sent = office.asResident(agent, () -> drafts.submit(movingDraft(agent, mandate), "k", null));
        var move = idOf(sent, "move-in");
        assertThat(office.text("SELECT text FROM msg_outbox WHERE subject_key = ?", "application:" + move))
                .contains(taro.id().toString()).doesNotContain(agent.id().toString());

        enterInLedger(move, taro);
        var clerk = office.staffOf("residents", "registrar");
        asRegistrar(clerk, () -> complete(clerk, move));

        assertThat(personOf(agent)).as("the agent stays who the agent is").isEqualTo(own.toString());
        assertThat(personOf(taro)).isEqualTo(office.text("SELECT cast(person_id AS text) FROM apl_application WHERE id = ?", move));
        assertThat(office.asExaminer(office.staffOf("health", "examiner"), () -> examination.get(idOf(sent, "national-health-insurance")))
                .applicantPersonId()).hasToString(personOf(taro));
        assertThat(office.asResident(taro, () -> applications.get(move)).agent())
                .as("named as the ledger knows the agent").isEqualTo(office.text("SELECT name FROM res_person WHERE id = ?", own));
    }

    @Test
    @DisplayName("台帳のことは、カードで入った人にだけ見せ、そこから始めた下書きは、もっと不確かな入り方では開かない")
    void theLedgerSpeaksToACardAlone() throws Exception {
        link(taro, UUID.fromString(office.text("SELECT cast(id AS text) FROM res_person ORDER BY id LIMIT 1")));
        for (var level : List.of(Assurance.MAIL, Assurance.PASSWORD, Assurance.TWO_FACTOR)) {
            var weak = at(level, taro);
            var draft = office.asResident(weak, () -> drafts.open(new OpenDraft(List.of("water-start"), null, Map.of(), null)));
            assertThat(office.asResident(weak, () -> drafts.get(draft)).answers()).as(level.name()).containsOnlyKeys("applicant.mail");
        }
        var draft = office.asResident(taro, () -> drafts.open(new OpenDraft(List.of("water-start"), null, Map.of(), null)));
        assertThat(office.asResident(taro, () -> drafts.get(draft)).answers()).containsKey("applicant.name");

        var weak = at(Assurance.TWO_FACTOR, taro);
        refused(() -> office.asResident(weak, () -> drafts.get(draft)), ApplicationProblem.KNOWN_LESS_SURELY);
        refused(() -> office.asResident(weak, () -> drafts.save(draft, Map.of("applicant.phone", "1"))), ApplicationProblem.KNOWN_LESS_SURELY);
    }

    @Test
    @DisplayName("カードで入って出したものの中身は、もっと不確かな入り方では見られず、直せず、取り下げられない。あることは分かる")
    void whatACardSentIsClosedToAMailbox() throws Exception {
        var sent = office.asResident(taro, () -> drafts.submit(movingDraft(), "k", null));
        var water = idOf(sent, "water-start");
        var weak = at(Assurance.MAIL, taro);

        assertThat(office.asResident(weak, applications::listMine)).hasSize(1);
        refused(() -> office.asResident(weak, () -> applications.get(water)), ApplicationProblem.KNOWN_LESS_SURELY);
        refused(() -> office.asResident(weak, () -> paper(water)), ApplicationProblem.KNOWN_LESS_SURELY);
        refused(() -> office.asResident(weak, () -> drafts.reuse(water)), ApplicationProblem.KNOWN_LESS_SURELY);
        refused(() -> office.asResident(weak, () -> withdrawn(water, 0)), ApplicationProblem.KNOWN_LESS_SURELY);
    }

    @Test
    @DisplayName("委任が終わると、代理人は出したことのほかは何も見られず、何もできない(民法111条2項)。委任した人はできる")
    void anEndedMandateDoesNothing() throws Exception {
        var agent = office.account("代理　三郎");
        var mandate = mandate(taro, agent, "CARD");
        var sent = office.asResident(agent, () -> drafts.submit(movingDraft(agent, mandate), "k", null));
        var water = idOf(sent, "water-start");
        var begun = office.asResident(agent, () -> drafts.reuse(water));
        assertThat(office.text("SELECT cast(mandate_id AS text) FROM apl_draft WHERE id = ?", begun))
                .as("what an agent uses again stays the principal's").isEqualTo(mandate.toString());
        assertThat(office.asResident(agent, () -> applications.get(water)).receiptNumber()).isNotEmpty();

        office.update("UPDATE acc_mandate SET state = 'REVOKED' WHERE id = ?", mandate);

        assertThat(office.asResident(agent, applications::listMine)).isEmpty();
        assertThat(office.asResident(agent, drafts::listMine)).isEmpty();
        var past = office.asResident(agent, applications::listSentUnderEndedMandates);
        assertThat(past).extracting(SubmissionView::bundleId).containsExactly(sent.bundleId());
        List<Callable<?>> deeds = List.of(
                () -> applications.getBundle(sent.bundleId()), () -> applications.get(water), () -> paper(water),
                () -> withdrawn(water, 0), () -> drafts.reuse(water), () -> drafts.get(begun),
                () -> drafts.save(begun, Map.of("applicant.phone", "1")), () -> drafts.check(begun, null),
                () -> drafts.submit(begun, "k2", null), () -> drafts.digest(begun));
        for (var deed : deeds) {
            refused(() -> office.asResident(agent, deed), ApplicationProblem.MANDATE_MISSING);
        }

        var notices = "SELECT count(*) FROM ntf_notice WHERE account_id = ?";
        long told = office.count(notices, agent.id());
        long principal = office.count(notices, taro.id());
        var seen = office.asResident(taro, () -> applications.get(water));
        assertThat(office.asResident(taro, () -> drafts.reuse(water))).isNotNull();
        answer(water, "water", CoreAnswer.Outcome.DONE, "水栓番号", "W-9");
        assertThat(office.asResident(taro, () -> applications.get(water)).state()).isNotEqualTo(seen.state());
        assertThat(office.count(notices, agent.id())).as("the agent is told nothing more").isEqualTo(told);
        assertThat(office.count(notices, taro.id())).isGreaterThan(principal);
    }

    @Test
    @DisplayName("委任は、それが与えられたときの確かさまでしか効かず、出生届は代理では出せない")
    void aMandateWeighsAsMuchAsItsGiverWasKnown() throws Exception {
        var agent = office.account("代理　四郎");
        var weak = mandate(taro, agent, "PASSWORD");
        var sure = mandate(taro, agent, "CARD");

        refused(() -> begins(agent, "national-health-insurance", weak), ApplicationProblem.MANDATE_TOO_WEAK);
        refused(() -> begins(agent, "birth-notification", sure), ApplicationProblem.NOT_BY_AGENT);
        refused(() -> begins(office.account("だれか"), "dog-change", sure), ApplicationProblem.MANDATE_MISSING);
        assertThat(begins(agent, "dog-change", weak)).isNotNull();
        assertThat(begins(agent, "national-health-insurance", sure)).isNotNull();
    }

    private UUID begins(Actor agent, String procedure, UUID mandate) throws Exception {
        return office.asResident(agent, () -> drafts.open(new OpenDraft(List.of(procedure), null, Map.of(), mandate)));
    }

    private Void paper(UUID application) {
        applications.writePdf(application, OutputStream.nullOutputStream());
        return null;
    }

    private Void withdrawn(UUID application, long version) {
        applications.withdraw(application, version);
        return null;
    }

    private static Actor at(Assurance level, Actor who) {
        return new Actor(who.kind(), who.id(), who.name(), null, null, who.roles(), level, who.origin());
    }

    private void link(Actor who, UUID person) throws SQLException {
        office.update("UPDATE acc_link SET ended_at = now() WHERE ended_at IS NULL AND person_id = ?", person);
        office.update("INSERT INTO acc_link (id, account_id, person_id, how, linked_at) VALUES (gen_random_uuid(), '" + who.id()
                + "', ?, 'COUNTER', now())", person);
    }

    private String personOf(Actor who) throws SQLException {
        return office.text("SELECT cast(person_id AS text) FROM acc_link WHERE account_id = ? AND ended_at IS NULL", who.id());
    }

    private UUID mandate(Actor principal, Actor agent, String givenWith) throws SQLException {
        var id = UUID.randomUUID();
        office.update("INSERT INTO acc_mandate (id, principal_account_id, agent_account_id, agent_mail, given_with, valid_from, valid_until,"
                + " state, created_at, changed_at) VALUES (?, '" + principal.id() + "', '" + agent.id() + "', 'agent@example.jp', '"
                + givenWith + "', current_date - 1, current_date + 30, 'STANDING', now(), now())", id);
        return id;
    }

    private UUID movingDraft() throws Exception {
        return movingDraft(taro, null);
    }

    private UUID movingDraft(Actor who, UUID mandate) throws Exception {
        var answers = new LinkedHashMap<>(MovingFamily.answers());
        var draft = office.asResident(who, () -> drafts.open(new OpenDraft(MOVE, "moving", Map.of(), mandate)));
        var free = office.asResident(who, () -> drafts.get(draft)).pages().stream()
                .flatMap(page -> page.questions().stream())
                .filter(question -> question.path().equals("visit.appointment"))
                .findFirst().orElseThrow().field().choices();
        answers.put("visit.appointment", free.get(0).value());
        office.asResident(who, () -> drafts.save(draft, answers));
        assertThat(office.asResident(who, () -> drafts.check(draft, null))).isEmpty();
        return draft;
    }

    private SubmissionView counterEntry(Actor clerk, String procedure) throws Exception {
        return office.asExaminer(clerk, () -> examination.enterAtCounter(new CounterEntry(
                UUID.randomUUID().toString(), List.of(procedure), null, "運転免許証", MovingFamily.answers())));
    }

    private String proposeGrant(Actor clerk, UUID id, long version) throws Exception {
        return office.asExaminer(clerk, () -> {
            examination.proposeGrant(id, version, "認定する");
            return "done";
        });
    }

    private String complete(Actor clerk, UUID id) throws Exception {
        var application = examination.get(id).application();
        if ("ledger".equals(application.procedure().coreSystem())) {
            var move = moves.findByCause(id);
            return complete(id, move == null ? null : move.version());
        } else {
            examination.completeVisit(id, application.version());
        }
        return "done";
    }

    private String complete(UUID id, Long moveSeen) throws Exception {
        examination.makeFinal(id, examination.get(id).application().version(), moveSeen);
        return "done";
    }

    private void enterInLedger(UUID application) throws Exception {
        enterInLedger(application, taro);
    }

    private void enterInLedger(UUID application, Actor whose) throws Exception {
        var move = new MoveAnswers(office.asResident(whose, () -> applications.get(application)).answers());
        var members = move.members(whose.id()).stream()
                .map(member -> new EnterMoveIn.Member(
                        member.name(), member.kana(), null, LocalDate.parse(member.birthDate()), member.sex(),
                        member.relationship(), member.nationality(), member.accountId()))
                .toList();
        request.as(Actor.system("test"), () -> desk.call(() -> moves.enterProvisionally(new EnterMoveIn(
                application, LocalDate.parse(move.moveDate()), move.postalCode(), move.townName(), move.lot(), null,
                move.previousAddress(), members))));
        answer(application, "ledger", CoreAnswer.Outcome.ACCEPTED, "entry", "1");
    }

    private void answer(UUID application, String coreSystem, CoreAnswer.Outcome outcome, String name, String value)
            throws Exception {
        var asked = UUID.fromString(office.text("SELECT cast(id AS text) FROM apl_core_message WHERE application_id = ?", application));
        request.as(Actor.system("test"), () -> system.call(() -> {
            core.take(new CoreAnswer(
                    UUID.randomUUID(), asked, coreSystem, application, outcome, value, Map.of(name, value)));
            return null;
        }));
    }

    private List<String> twice(Callable<String> deed) throws Exception {
        return race(deed, deed);
    }

    private <T> T asRegistrar(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> registrar.call(deed));
    }

    private static UUID idOf(SubmissionView sent, String procedure) {
        return sent.receipts().stream()
                .filter(receipt -> receipt.procedure().equals(procedure))
                .findFirst().orElseThrow().applicationId();
    }

    private static Map<String, ApplicationState> states(List<ApplicationLine> lines) {
        var states = new LinkedHashMap<String, ApplicationState>();
        lines.forEach(line -> states.put(line.procedure(), line.state()));
        return states;
    }
}
