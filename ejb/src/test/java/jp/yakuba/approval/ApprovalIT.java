package jp.yakuba.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import jp.yakuba.AsDecider;
import jp.yakuba.AsDesk;
import jp.yakuba.AsOperator;
import jp.yakuba.AsResident;
import jp.yakuba.AsStaff;
import jp.yakuba.AsSystem;
import jp.yakuba.InRequest;
import jp.yakuba.approval.api.AddedStop;
import jp.yakuba.approval.api.ApprovalDeed;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ApprovalProblem;
import jp.yakuba.approval.api.ApprovalTaskDesk;
import jp.yakuba.approval.api.HistoryCheck.Fault;
import jp.yakuba.approval.api.ProposalEventLine;
import jp.yakuba.approval.api.ProposalFile;
import jp.yakuba.approval.api.ProposalHistoryDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.approval.api.SettleObjection;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.approval.api.TaskKind;
import jp.yakuba.approval.api.TaskLine;
import jp.yakuba.approval.service.DueRound;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.AbsenceDesk;
import jp.yakuba.organization.api.AbsenceKind;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.EnterAbsence;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.StaffView;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("決裁の窓口(コンテナ内)")
class ApprovalIT {
    private static final PageRequest FIRST = new PageRequest(0, 200);
    private static final String CLERK = "child-clerk-1";
    private static final String LEAD = "child-lead-1";
    private static final String CHIEF = "child-chief";
    private static final String GENERAL = "general-chief";
    private static final String PLANNING = "planning-chief";
    private static final String DEPUTY = "office-deputy";
    private static final String DENIED = "42501";

    @Inject
    private ApprovalDesk desk;

    @Inject
    private ApprovalTaskDesk tasks;

    @Inject
    private EndsHeard heard;

    @Inject
    private ProposalHistoryDesk history;

    @Inject
    private AbsenceDesk absences;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsDecider decider;

    @Inject
    private AsStaff staff;

    @Inject
    private AsDesk asDesk;

    @Inject
    private AsResident resident;

    @Inject
    private AsOperator operator;

    @Inject
    private AsSystem system;

    @Inject
    private ClockDesk clocks;

    @Inject
    private DueRound round;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource application;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    @Resource
    private ManagedThreadFactory threads;

    @Test
    @DisplayName("起案から合議を経て決裁まで。一覧・開封・経過・監査が揃う")
    void aMatterGoesItsWay() throws Exception {
        var id = propose(joint());
        assertThat(tasks(LEAD, TaskKind.APPROVE)).anySatisfy(task -> {
            assertThat(task.proposalId()).isEqualTo(id);
            assertThat(task.opened()).isFalse();
            assertThat(task.dueOn()).isNotNull();
        });
        assertThat(open(id, LEAD).deeds()).contains(ApprovalDeed.APPROVE, ApprovalDeed.SEND_BACK)
                .doesNotContain(ApprovalDeed.REJECT, ApprovalDeed.OBJECT);
        assertThat(tasks(LEAD, TaskKind.APPROVE)).filteredOn(task -> task.proposalId().equals(id))
                .singleElement().satisfies(task -> assertThat(task.opened()).isTrue());
        approve(id, LEAD);
        approve(id, CHIEF);
        approve(id, PLANNING);
        approve(id, GENERAL);
        assertThat(open(id, DEPUTY).deeds()).contains(ApprovalDeed.APPROVE, ApprovalDeed.REJECT);
        approve(id, DEPUTY);
        assertThat(open(id, LEAD).state()).isEqualTo("DECIDED");
        assertThat(as(LEAD, () -> history.list(id))).extracting(ProposalEventLine::kind).containsExactly(
                "PROPOSED", "AGREED", "AGREED", "CONSENTED", "CONSENTED", "DECIDED");
        assertThat(asDesk.call(() -> history.verify(id)).holds()).isTrue();
        assertThat(numbers("SELECT count(*) FROM aud_entry e JOIN apv_event v ON e.object_id = v.proposal_id::text"
                + " AND e.reason = '#' || v.number || ' ' || v.hash WHERE v.proposal_id = ?", id)).isEqualTo(6);
    }

    @Test
    @DisplayName("経路に関わらない職員にも住民にも、起案は見えない。拒否は監査に残る")
    void strangersLearnNothing() throws Exception {
        var id = propose(routine());
        refused(() -> open(id, "tax-chief"), ApprovalProblem.NO_SUCH_PROPOSAL);
        refused(() -> as("tax-chief", () -> history.list(id)), ApprovalProblem.NO_SUCH_PROPOSAL);
        assertThat(numbers("SELECT count(*) FROM aud_entry WHERE object_id = ?::text AND kind = 'REFUSAL'", id)).isEqualTo(2);
        assertThatThrownBy(() -> desk.approve(id, 0, null)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> resident.call(() -> tasks.count())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> resident.call(() -> history.list(id))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> staff.call(() -> desk.propose(routine()))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("同じ段に二人が同時に決裁しても一度だけ決まる")
    void twoAtOnceOnOneStep() throws Exception {
        var id = propose(routine());
        approve(id, LEAD);
        var seen = open(id, CHIEF).version();
        var outcomes = atOnce(List.of(() -> approveAt(id, CHIEF, seen), () -> approveAt(id, CHIEF, seen)));
        assertThat(outcomes).containsExactlyInAnyOrder("ok", "APV-005");
        assertThat(numbers("SELECT count(*) FROM apv_event WHERE proposal_id = ? AND kind = 'DECIDED'", id)).isEqualTo(1);
    }

    @Test
    @DisplayName("合議先が同じ瞬間に済んでも、どの段も失われず、次の段が一度だけ開く")
    void parallelConsultsCloseAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            var id = propose(joint());
            approve(id, LEAD);
            approve(id, CHIEF);
            var seen = open(id, GENERAL).version();
            var outcomes = atOnce(List.of(() -> approveAt(id, GENERAL, seen), () -> approveAt(id, PLANNING, seen)));
            assertThat(outcomes).containsExactly("ok", "ok");
            assertThat(open(id, DEPUTY).may(ApprovalDeed.APPROVE)).isTrue();
            assertThat(asDesk.call(() -> history.verify(id)).events()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("200人が一斉に決裁しても、失われる段も二重の段もない")
    void twoHundredAtOnce() throws Exception {
        int proposals = 20;
        var ids = new ArrayList<UUID>();
        for (int each = 0; each < proposals; each++) {
            var id = propose(joint());
            approve(id, LEAD);
            approve(id, CHIEF);
            ids.add(id);
        }
        var deeds = new ArrayList<Callable<String>>();
        for (var id : ids) {
            for (int twice = 0; twice < 5; twice++) {
                deeds.add(() -> approveAt(id, GENERAL, 2));
                deeds.add(() -> approveAt(id, PLANNING, 2));
            }
        }
        assertThat(deeds).hasSize(200);
        var outcomes = atOnce(deeds);
        assertThat(outcomes).filteredOn("ok"::equals).hasSize(2 * proposals);
        assertThat(outcomes).isSubsetOf("ok", "APV-002", "APV-004");
        for (var id : ids) {
            approve(id, DEPUTY);
            assertThat(open(id, DEPUTY).state()).isEqualTo("DECIDED");
            assertThat(asDesk.call(() -> history.verify(id))).satisfies(check -> {
                assertThat(check.holds()).isTrue();
                assertThat(check.events()).isEqualTo(6);
            });
        }
    }

    @Test
    @DisplayName("二人が同時に同じ件を起案しても一件だけ。二人目は断られる")
    void oneOpenProposalForASubject() throws Exception {
        var command = routine();
        var outcomes = atOnce(List.of(() -> proposeAt(command), () -> proposeAt(command)));
        assertThat(outcomes).containsExactlyInAnyOrder("ok", "APV-007");
    }

    @Test
    @DisplayName("経過の一行を書き換えると、その行が名指しされる。アプリケーションの役割では書き換えられない")
    void aTamperedRowIsNamed() throws Exception {
        var id = propose(routine());
        approve(id, LEAD);
        approve(id, CHIEF);
        assertThatThrownBy(() -> update(application, "UPDATE apv_event SET actor_name = 'x' WHERE proposal_id = ?", id))
                .isInstanceOfSatisfying(SQLException.class, denied -> assertThat(denied.getSQLState()).isEqualTo(DENIED));
        assertThatThrownBy(() -> update(application, "DELETE FROM apv_text WHERE proposal_id = ?", id))
                .isInstanceOfSatisfying(SQLException.class, denied -> assertThat(denied.getSQLState()).isEqualTo(DENIED));
        assertThatThrownBy(() -> update(owner, "UPDATE apv_event SET words = 'x' WHERE proposal_id = ?", id))
                .hasMessageContaining("only grows");

        for (var words : List.of("'x'", "NULL")) {
            assertThatThrownBy(() -> update(application, "UPDATE apv_event SET words = " + words + " WHERE proposal_id = ?", id))
                    .hasMessageContaining("only grows");
        }

        tamper("UPDATE apv_event SET actor_name = actor_name || '?' WHERE proposal_id = ? AND number = 2", id);
        var broken = asDesk.call(() -> history.verify(id));
        tamper("UPDATE apv_event SET actor_name = replace(actor_name, '?', '') WHERE proposal_id = ? AND number = 2", id);
        assertThat(broken.brokenEvent()).isEqualTo(2);
        assertThat(broken.fault()).isEqualTo(Fault.EVENT_CHANGED);
        assertThat(asDesk.call(() -> history.verify(id)).holds()).isTrue();
    }

    @Test
    @DisplayName("決裁した本文を書き換えると、名指しされる。閉じた起案は、アプリケーションの役割では動かない")
    void aTamperedTextIsNamed() throws Exception {
        var id = propose(routine());
        approve(id, LEAD);
        approve(id, CHIEF);
        for (var change : List.of(
                "UPDATE apv_proposal SET text = 'x' WHERE id = ?", "UPDATE apv_proposal SET state = 'PROPOSED' WHERE id = ?",
                "UPDATE apv_proposal SET title = 'x' WHERE id = ?",
                "UPDATE apv_step SET state = 'WAITING' WHERE proposal_id = ? AND number = 1")) {
            assertThatThrownBy(() -> update(application, change, id)).as(change).isInstanceOf(SQLException.class);
        }
        tamper("UPDATE apv_text SET text = text || '?' WHERE proposal_id = ?", id);
        var broken = asDesk.call(() -> history.verify(id));
        tamper("UPDATE apv_text SET text = replace(text, '?', '') WHERE proposal_id = ?", id);
        assertThat(broken.fault()).isEqualTo(Fault.TEXT_CHANGED);
        assertThat(asDesk.call(() -> history.verify(id)).holds()).isTrue();
    }

    @Test
    @DisplayName("異議に起案者が本文を変えて答え、全員がもう一度見て決裁する")
    void anObjectionIsSettledWithAnotherText() throws Exception {
        var id = propose(joint());
        approve(id, LEAD);
        approve(id, CHIEF);
        var seen = open(id, GENERAL).version();
        as(GENERAL, () -> done(() -> desk.object(id, seen, "財源の説明がない")));
        assertThat(tasks(CLERK, TaskKind.SETTLE)).extracting(TaskLine::proposalId).contains(id);
        var settled = open(id, CLERK);
        assertThat(settled.deeds()).contains(ApprovalDeed.SETTLE, ApprovalDeed.WITHDRAW);
        as(CLERK, () -> done(() -> desk.settle(new SettleObjection(
                id, settled.version(), "財源を加えた", "財源は予備費とする。", null,
                List.of(new ProposalFile("内訳.pdf", "a".repeat(64))),
                List.of(AddedStop.beforeDecision(StopKind.CONSULT, "accounting-chief"))))));
        var again = open(id, LEAD);
        assertThat(again.textVersion()).isEqualTo(2);
        assertThat(again.files()).extracting(ProposalFile::name).containsExactly("内訳.pdf");
        assertThat(as(LEAD, () -> history.getText(id, 1))).isEqualTo("施行してよいか");
        for (var post : List.of(LEAD, CHIEF, GENERAL, PLANNING, "accounting-chief", DEPUTY)) {
            approve(id, post);
        }
        assertThat(open(id, CLERK).state()).isEqualTo("DECIDED");
        assertThat(asDesk.call(() -> history.verify(id)).holds()).isTrue();
    }

    @Test
    @DisplayName("不在の決裁者の代わりに順位の人が代決し、後閲の仕事が生まれる。禁止された事項は断られる")
    void aProxyDecidesWhileTheDeciderIsAway() throws Exception {
        var id = propose(routine());
        var excluded = propose(new ProposeDecision(
                "document-important", 0, "document", UUID.randomUUID(), "重要な文書", "施行してよいか"));
        approve(id, LEAD);
        refused(() -> as(LEAD, () -> done(() -> desk.approveAsProxy(id, 1, null))), ApprovalProblem.HOLDER_PRESENT);
        var away = away(CHIEF);
        try {
            assertThat(tasks(LEAD, TaskKind.PROXY)).extracting(TaskLine::proposalId).contains(id);
            var seen = open(id, LEAD);
            assertThat(seen.may(ApprovalDeed.APPROVE_AS_PROXY)).isTrue();
            assertThat(seen.proxy()).satisfies(ground -> {
                assertThat(ground.post()).isEqualTo(CHIEF);
                assertThat(ground.returnsOn()).isAfter(clock.today());
            });
            as(LEAD, () -> done(() -> desk.approveAsProxy(id, seen.version(), "急ぐため")));
            assertThat(open(id, LEAD).state()).isEqualTo("DECIDED");
            assertThat(tasks(CHIEF, TaskKind.REVIEW)).filteredOn(task -> task.proposalId().equals(id))
                    .singleElement().satisfies(task -> assertThat(task.dueOn()).isAfter(seen.proxy().returnsOn()));
            as(CHIEF, () -> done(() -> desk.review(id, "確認した")));
            assertThat(tasks(CHIEF, TaskKind.REVIEW)).extracting(TaskLine::proposalId).doesNotContain(id);
        } finally {
            back(CHIEF, away);
        }
        for (var post : List.of(LEAD, CHIEF, DEPUTY, GENERAL)) {
            approve(excluded, post);
        }
        var mayor = away("office-head");
        try {
            assertThat(open(excluded, DEPUTY).may(ApprovalDeed.APPROVE_AS_PROXY)).isFalse();
            refused(() -> as(DEPUTY, () -> done(() -> desk.approveAsProxy(excluded, 5, null))),
                    ApprovalProblem.PROXY_EXCLUDED);
        } finally {
            back("office-head", mayor);
        }
    }

    @Test
    @DisplayName("引戻し・差戻し・廃案・否決は、そのとおりの結果を告げる")
    void everyEndIsAnnounced() throws Exception {
        var withdrawn = propose(routine());
        as(CLERK, () -> done(() -> desk.withdraw(withdrawn, 0, "書き直す")));
        var returned = propose(routine());
        as(LEAD, () -> done(() -> desk.sendBack(returned, 0, "件名を直す")));
        assertThat(tasks(CLERK, TaskKind.RETURNED)).extracting(TaskLine::proposalId).contains(withdrawn, returned);
        as(CLERK, () -> done(() -> desk.abandon(returned, 1, "不要になった")));
        assertThat(tasks(CLERK, TaskKind.RETURNED)).extracting(TaskLine::proposalId).contains(withdrawn).doesNotContain(returned);
        var rejected = propose(routine());
        approve(rejected, LEAD);
        as(CHIEF, () -> done(() -> desk.reject(rejected, 1, "必要がない")));
        assertThat(heard.ends()).contains(withdrawn + " WITHDRAWN", returned + " RETURNED", returned + " ABANDONED",
                rejected + " REJECTED");
    }

    @Test
    @DisplayName("途中の職へ差し戻し、引き上げ、同じ職の別の人に引き継ぐ")
    void backUpAndOver() throws Exception {
        var id = propose(joint().urgently());
        var seen = open(id, CHIEF);
        assertThat(seen.may(ApprovalDeed.PULL_UP)).isTrue();
        as(CHIEF, () -> done(() -> desk.pullUp(id, seen.version(), "急ぐため")));
        assertThat(tasks(LEAD, TaskKind.REVIEW)).extracting(TaskLine::proposalId).contains(id);
        var lead = staffOf(LEAD).id();
        var chief = staffOf(CHIEF).id();
        refused(() -> as(CHIEF, () -> done(() -> desk.handOver(id, 1, lead, ""))), ApprovalProblem.NOT_YOUR_TURN);
        as(CHIEF, () -> done(() -> desk.handOver(id, 1, chief, "自分で見る")));
        approve(id, CHIEF);
        var atGeneral = open(id, GENERAL).version();
        as(GENERAL, () -> done(() -> desk.sendBackTo(id, atGeneral, 2, "課長の確認をもう一度")));
        assertThat(open(id, CHIEF).may(ApprovalDeed.APPROVE)).isTrue();
        as(LEAD, () -> done(() -> desk.comment(id, "資料を足しました")));
        assertThat(as(LEAD, () -> history.list(id))).extracting(ProposalEventLine::kind).containsExactly(
                "PROPOSED", "PULLED_UP", "HANDED_OVER", "AGREED", "SENT_BACK_TO_STOP", "COMMENTED");
    }

    @Test
    @DisplayName("まとめて承認できるのは、それぞれ開いたものだけ。断られたものは他を巻き込まない")
    void manyAreApprovedAfterEachWasOpened() throws Exception {
        var opened = propose(routine());
        var closed = propose(routine());
        var changed = propose(routine());
        open(opened, LEAD);
        open(changed, LEAD);
        as(CLERK, () -> done(() -> desk.comment(changed, "一か所直しました")));
        var outcomes = as(LEAD, () -> desk.approveAll(List.of(opened, closed, changed, opened)));
        assertThat(outcomes).extracting(one -> one.problem()).containsExactly(
                null, ApprovalProblem.NOT_OPENED, ApprovalProblem.NOT_OPENED);
        assertThat(open(opened, CHIEF).may(ApprovalDeed.APPROVE)).isTrue();
        assertThat(open(closed, LEAD).may(ApprovalDeed.APPROVE)).isTrue();
    }

    @Test
    @DisplayName("だれもいない職のある経路は、起案の前に、課と職の名を挙げて断る。起案は残らない")
    void aRouteWithNobodyInThePostIsRefusedBefore() throws Exception {
        var command = new ProposeDecision("document", 0, "document", UUID.randomUUID(), "文書", "施行してよいか")
                .withStops(List.of(AddedStop.beforeDecision(StopKind.CONSULT, vacantPost())));
        assertThatThrownBy(() -> propose(command)).isInstanceOfSatisfying(RuleViolation.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(ApprovalProblem.NOBODY_IN_POST);
            assertThat(refusal.details()).containsExactly("子育て支援課", "空席の職");
        });
        refused(() -> as(CLERK, () -> desk.preview(command)), ApprovalProblem.NOBODY_IN_POST);
        assertThat(asDesk.call(() -> desk.findBySubject("document", command.subjectId()))).isNull();
    }

    @Test
    @DisplayName("経路は起案の前に見られる。表が許さない事項には足せない")
    void theRouteIsSeenBefore() throws Exception {
        assertThat(as(CLERK, () -> desk.preview(joint()))).extracting(ProposalView.Step::post)
                .containsExactly(LEAD, CHIEF, GENERAL, PLANNING, DEPUTY);
        refused(() -> propose(new ProposeDecision("child-allowance", 0, "application", UUID.randomUUID(), "児童手当", "認定する")
                .withStops(List.of(AddedStop.beforeDecision(StopKind.CONSULT, GENERAL)))), ApprovalProblem.ROUTE_FIXED);
        refused(() -> propose(joint().withStops(List.of(AddedStop.beforeDecision(StopKind.DECIDE, "tax-chief")))),
                ApprovalProblem.STOP_UNFIT);
        refused(() -> propose(routine().amending(UUID.randomUUID())), ApprovalProblem.NOT_DECIDED);
    }

    @Test
    @DisplayName("昨日退いた決裁者には、今だれが見るかを告げる。何も失われず、順位の人が代決できる")
    void aDeciderWhoLeftYesterday() throws Exception {
        var id = propose(routine());
        approve(id, LEAD);
        var chief = actor(CHIEF);
        open(id, CHIEF);
        update(owner, "UPDATE org_appointment SET valid_until = current_date WHERE post = '" + CHIEF + "' AND staff = ?", chief.id());
        try {
            awaitChart(() -> asDesk.call(() -> organization.listHoldersOf(CHIEF, clock.today())).isEmpty());
            assertThatThrownBy(() -> request.as(chief, () -> decider.call(() -> done(() -> desk.approve(id, 1, null)))))
                    .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                        assertThat(refusal.problem()).isEqualTo(ApprovalProblem.POST_LEFT);
                        assertThat(refusal.details()).containsExactly("課長");
                    });
            refused(() -> propose(routine()), ApprovalProblem.NOBODY_IN_POST);
            var seen = open(id, LEAD);
            assertThat(seen.proxy().holder()).isNull();
            as(LEAD, () -> done(() -> desk.approveAsProxy(id, seen.version(), "欠員のため")));
        } finally {
            update(owner, "UPDATE org_appointment SET valid_until = NULL WHERE post = '" + CHIEF + "' AND staff = ?", chief.id());
            awaitChart(() -> !asDesk.call(() -> organization.listHoldersOf(CHIEF, clock.today())).isEmpty());
        }
        assertThat(open(id, CHIEF).state()).isEqualTo("DECIDED");
        assertThat(tasks(CHIEF, TaskKind.REVIEW)).extracting(TaskLine::proposalId).contains(id);
    }

    @Test
    @DisplayName("データベースは、段の二重と、決裁なき決裁済みを、行いの終わりに断る")
    void theDatabaseKeepsTheRoute() throws Exception {
        var id = propose(joint());
        for (var change : List.of(
                "UPDATE apv_step SET state = 'WAITING' WHERE proposal_id = ? AND post = 'office-deputy'",
                "UPDATE apv_step SET state = 'AHEAD' WHERE proposal_id = ?",
                "UPDATE apv_proposal SET state = 'DECIDED', closed_at = now() WHERE id = ?")) {
            assertThatThrownBy(() -> update(application, change, id)).as(change)
                    .hasMessageContaining("open stages");
        }
    }

    @Test
    @DisplayName("期限を過ぎると督促され、さらに2開庁日で上の職に知らされる。二度はしない")
    void whoeverIsLateIsRemindedAndTheNextPostIsTold() throws Exception {
        var id = propose(routine());
        shift(Duration.ofDays(20));
        try {
            press(id);
            press(id);
            assertThat(as(LEAD, () -> history.list(id))).extracting(ProposalEventLine::kind)
                    .containsExactly("PROPOSED", "REMINDED", "ESCALATED");
            assertThat(tasks(LEAD, TaskKind.OVERDUE)).extracting(TaskLine::proposalId).contains(id);
            assertThat(tasks(CHIEF, TaskKind.OVERDUE)).extracting(TaskLine::proposalId).contains(id);
            assertThat(system.call(() -> round.listLate())).doesNotContain(id);
        } finally {
            shift(Duration.ZERO);
        }
        assertThat(asDesk.call(() -> history.verify(id)).holds()).isTrue();
        as(LEAD, () -> done(() -> desk.approve(id, 0, null)));
    }

    @Test
    @DisplayName("宛先を持つ職員にはメールが頼まれる。件名も起案者も書かない")
    void staffWithAnAddressGetMail() throws Exception {
        var lead = staffOf(LEAD).id();
        update(owner, "UPDATE org_staff SET mail = 'lead@example.jp' WHERE id = ?", lead);
        try {
            awaitChart(() -> asDesk.call(() -> organization.findMailOf(lead)).isPresent());
            var id = propose(routine());
            assertThat(numbers("SELECT count(*) FROM ntf_notice WHERE once_key LIKE 'approval:' || ?::text || ':1:%'"
                    + " AND template = 'approval-waiting' AND body NOT LIKE '%通知の施行%'", id)).isEqualTo(1);
        } finally {
            update(owner, "UPDATE org_staff SET mail = NULL WHERE id = ?", lead);
            awaitChart(() -> asDesk.call(() -> organization.findMailOf(lead)).isEmpty());
        }
    }

    private void press(UUID id) throws Exception {
        request.as(Actor.system("test"), () -> system.call(() -> done(() -> round.press(id))));
    }

    private void shift(Duration by) throws Exception {
        request.as(Actor.system("test"), () -> operator.call(() -> done(() -> clocks.shift(by))));
    }

    private static ProposeDecision routine() {
        return new ProposeDecision("document", 0, "document", UUID.randomUUID(), "通知の施行", "施行してよいか");
    }

    private static ProposeDecision joint() {
        return new ProposeDecision("document-joint", 0, "document", UUID.randomUUID(), "計画の通知", "施行してよいか");
    }

    private UUID propose(ProposeDecision command) throws Exception {
        return request.as(actor(CLERK), () -> asDesk.call(() -> desk.propose(command)));
    }

    private String proposeAt(ProposeDecision command) throws Exception {
        propose(command);
        return "ok";
    }

    private void approve(UUID id, String post) throws Exception {
        var seen = open(id, post).version();
        approveAt(id, post, seen);
    }

    private String approveAt(UUID id, String post, long seen) throws Exception {
        as(post, () -> done(() -> desk.approve(id, seen, null)));
        return "ok";
    }

    private ProposalView open(UUID id, String post) throws Exception {
        return as(post, () -> desk.get(id));
    }

    private List<TaskLine> tasks(String post, TaskKind kind) throws Exception {
        return as(post, () -> tasks.list(kind, FIRST)).rows();
    }

    private UUID away(String post) throws Exception {
        var now = clock.localNow();
        var id = staffOf(post).id();
        return as(post, () -> absences.enter(new EnterAbsence(
                id, AbsenceKind.TRAVEL, now.minusMinutes(1), now.plusDays(2), null)));
    }

    private void back(String post, UUID absence) throws Exception {
        as(post, () -> done(() -> absences.cancel(absence)));
    }

    private String vacantPost() throws Exception {
        var code = "child-vacant";
        if (asDesk.call(() -> organization.findPost(code, clock.today())).isEmpty()) {
            update(owner, "INSERT INTO org_post (code, title, section, rank, valid_from)"
                    + " SELECT '" + code + "', '空席の職', 'child', 90, date '2020-04-01' WHERE ?::uuid IS NOT NULL", UUID.randomUUID());
            awaitChart(() -> asDesk.call(() -> organization.findPost(code, clock.today())).isPresent());
        }
        return code;
    }

    private static void awaitChart(Callable<Boolean> seen) throws Exception {
        for (int tries = 0; tries < 150 && !seen.call(); tries++) {
            Thread.sleep(200);
        }
        assertThat(seen.call()).isTrue();
    }

    /** Every deed on a thread of its own, all let go at the same moment; "ok" or the code of the refusal. */
    private List<String> atOnce(List<? extends Callable<String>> deeds) throws Exception {
        var start = new CountDownLatch(1);
        var running = new ArrayList<FutureTask<String>>();
        for (var deed : deeds) {
            var task = new FutureTask<>(() -> {
                start.await();
                return deed.call();
            });
            threads.newThread(task).start();
            running.add(task);
        }
        start.countDown();
        var outcomes = new ArrayList<String>();
        for (var task : running) {
            try {
                outcomes.add(task.get());
            } catch (ExecutionException refused) {
                outcomes.add(((RuleViolation) refused.getCause()).problem().code());
            }
        }
        return outcomes;
    }

    private <T> T as(String post, Callable<T> deed) throws Exception {
        return request.as(actor(post), () -> staff.call(deed));
    }

    private static Void done(Runnable deed) {
        deed.run();
        return null;
    }

    private StaffView staffOf(String post) throws Exception {
        return asDesk.call(() -> organization.listHoldersOf(post, clock.today())).get(0);
    }

    private Actor actor(String post) throws Exception {
        var held = staffOf(post);
        return new Actor(Actor.Kind.STAFF, held.id(), held.name(), post, held.section(), Set.of("staff", "decider"),
                Assurance.TWO_FACTOR, "test");
    }

    private long numbers(String sql, UUID id) throws SQLException {
        try (var connection = application.getConnection(); var query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void update(DataSource database, String sql, UUID id) throws SQLException {
        try (var connection = database.getConnection(); var change = connection.prepareStatement(sql)) {
            change.setObject(1, id);
            change.executeUpdate();
        }
    }

    /** What an intruder with the owner's keys would do. */
    private void tamper(String sql, UUID id) throws SQLException {
        var table = sql.contains("apv_text") ? "apv_text" : "apv_event";
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            update(owner, sql, id);
            statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
        }
    }

    private static void refused(Callable<?> deed, ApprovalProblem problem) {
        assertThatThrownBy(deed::call).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
