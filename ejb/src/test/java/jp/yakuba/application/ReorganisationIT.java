package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jp.yakuba.AsDecider;
import jp.yakuba.AsDesk;
import jp.yakuba.AsExaminer;
import jp.yakuba.AsOperator;
import jp.yakuba.AsPersonnel;
import jp.yakuba.AsRecordsManager;
import jp.yakuba.AsRecordsOfficer;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.document.DocumentFixture;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.AppointmentDesk;
import jp.yakuba.organization.api.AppointmentFault;
import jp.yakuba.organization.api.AppointmentKind;
import jp.yakuba.organization.api.AppointmentLine;
import jp.yakuba.organization.api.AppointmentTerms;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.OrganizationProblem;
import jp.yakuba.organization.api.ReorganisationDesk;
import jp.yakuba.organization.api.ReorganisationFault.Kind;
import jp.yakuba.organization.api.ReorganisationView;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.organization.api.SuccessionTerms;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("4月1日の夜の機構改革(コンテナ内)")
class ReorganisationIT {
    private static final PageRequest MANY = new PageRequest(0, 200);

    @Inject
    private ApplicationFixture office;

    @Inject
    private ReorganisationDesk plans;

    @Inject
    private AppointmentDesk appointments;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private ReceiptDesk receipt;

    @Inject
    private RecordDesk records;

    @Inject
    private FilingDesk filing;

    @Inject
    private ClockDesk clocks;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsPersonnel personnel;

    @Inject
    private AsOperator operator;

    @Inject
    private AsRecordsOfficer officer;

    @Inject
    private AsRecordsManager manager;

    @Inject
    private AsExaminer examiner;

    @Inject
    private AsDecider decider;

    @Inject
    private AsDesk desk;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private LocalDate day;

    @BeforeEach
    void nextFirstOfApril() {
        day = new FiscalYear(FiscalYear.of(clock.today()).year() + 1).firstDay();
    }

    @AfterEach
    void backToToday() throws Exception {
        shift(Duration.ZERO);
        for (var plan : asPersonnel(plans::list)) {
            if (!plan.begun()) {
                asPersonnel(() -> done(() -> plans.takeBack(plan.day())));
            }
        }
    }

    @Test
    @DisplayName("農林課と消防署が一つになる夜: 回議の途中の起案、文書、審査中の申請、受付箱、読む権利、基準表が新しい課に続く")
    void everythingGoesOnInTheNewSection() throws Exception {
        var waiting = office.enter(office.staffOf("fire", Role.EXAMINER), "lifesaving-course", ApplicationFixture.course());
        var examined = office.enter(office.staffOf("fire", Role.EXAMINER), "lifesaving-course", ApplicationFixture.course());
        office.asExaminer(office.staffOf("fire", Role.EXAMINER), () -> done(() -> examination.proposeGrant(
                examined, examination.get(examined).application().version(), "受講を認める。")));
        var halfWay = propose("agriculture-clerk-1");
        office.approve(halfWay, "agriculture-lead-1");
        var letter = receive("agriculture-clerk-1", "agriculture");

        plan(merger());
        shiftTo(day.minusDays(1), LocalTime.of(23, 50));
        assertThat(reach("agriculture-chief")).contains("agriculture").doesNotContain("fire", "industry");
        assertThat(organization.findSection("industry", clock.today())).isEmpty();

        shiftTo(day, LocalTime.of(0, 0, 30));
        assertThat(organization.successorsOf("fire", day)).extracting(SectionView::code).containsExactly("industry");
        assertThat(reach("industry-chief")).contains("industry", "agriculture", "fire");
        theInboxAndTheDecisionGoOn(waiting, examined);
        theHalfWayProposalIsDecided(halfWay);
        theRecordsAreRead(letter);
        theNewSeriesBeginsAtOne();
        thePlanGoesOn();
    }

    private void theInboxAndTheDecisionGoOn(UUID waiting, UUID examined) throws Exception {
        var clerk = office.holderOf("agriculture-clerk-1", Role.EXAMINER);
        assertThat(clerk.section()).isEqualTo("industry");
        assertThat(inbox(clerk, null)).extracting(InboxLine::id).contains(waiting, examined);
        assertThat(inbox(clerk, "industry")).extracting(InboxLine::id).contains(waiting, examined);
        assertThat(inbox(office.staffOf("tax", Role.EXAMINER), null)).extracting(InboxLine::id).doesNotContain(waiting);
        var proposal = office.proposalOn(examined);
        office.approve(proposal.id(), "fire-chief");
        var decided = request.as(clerk, () -> examiner.call(() -> examination.get(examined)));
        assertThat(decided.application().state()).isEqualTo(ApplicationState.DONE);
        assertThat(office.text("SELECT section || ' ' || number FROM doc_record WHERE direction = 'OUT' AND in_reply_to ="
                + " (SELECT record_id FROM apl_application WHERE id = ?)", examined)).isEqualTo("industry 芽産第1号");
        assertThat(office.text("SELECT section FROM doc_record WHERE id = (SELECT record_id FROM apl_application WHERE id = ?)", examined))
                .isEqualTo("fire");
    }

    private void theHalfWayProposalIsDecided(UUID proposal) throws Exception {
        var old = seen(proposal, "industry-lead-1");
        assertThat(old.route()).extracting(ProposalView.Step::sectionName).contains("農林課");
        assertThat(old.route()).filteredOn(step -> step.state().equals("WAITING"))
                .extracting(ProposalView.Step::post).containsExactly("agriculture-chief");
        office.approve(proposal, "industry-chief");
        assertThat(seen(proposal, "industry-chief").state()).isEqualTo("DECIDED");
        var next = propose("industry-clerk-1");
        assertThat(seen(next, "industry-lead-1").section()).isEqualTo("industry");
    }

    private void theRecordsAreRead(UUID letter) throws Exception {
        var lead = office.holderOf("fire-clerk-1", Role.RECORDS_OFFICER);
        var year = FiscalYear.of(day).year() - 1;
        assertThat(asOfficer(lead, () -> records.get(letter)).line().section()).isEqualTo("agriculture");
        assertThat(asOfficer(lead, () -> records.list(RecordFilter.register("IN", "industry", year), MANY)).rows())
                .extracting(RecordLine::id).contains(letter);
        assertThat(asOfficer(lead, () -> records.listColleagues("agriculture")))
                .isNotEmpty().isEqualTo(asOfficer(lead, () -> records.listColleagues("industry")));
        assertThat(asOfficer(lead, () -> records.listSectionsRead())).contains("industry", "agriculture", "fire");
        assertThat(asOfficer(lead, () -> records.listSectionsKept())).contains("industry").doesNotContain("agriculture", "fire");
        var stranger = office.holderOf("tax-clerk-1", Role.RECORDS_OFFICER);
        assertThat(asOfficer(stranger, () -> records.list(RecordFilter.register("IN", "industry", year), MANY)).rows()).isEmpty();
    }

    private void theNewSeriesBeginsAtOne() throws Exception {
        var id = receive("industry-clerk-1", "agriculture");
        assertThat(office.text("SELECT r.section || ' ' || l.section || ' ' || r.number FROM doc_record r"
                + " JOIN doc_life l ON l.record_id = r.id WHERE r.id = ?", id)).isEqualTo("industry industry 芽産収第1号");
    }

    private void thePlanGoesOn() throws Exception {
        int year = FiscalYear.of(day).year();
        update("DELETE FROM yakuba.doc_plan_year WHERE fiscal_year = ?", year);
        var boss = office.holderOf("general-chief", Role.RECORDS_MANAGER);
        request.as(boss, () -> manager.call(() -> filing.carryOver(year))); // unless the clock of plans was there first
        var plan = request.as(boss, () -> manager.call(() -> filing.plan("industry", year)));
        assertThat(plan.dossiers()).filteredOn(file -> file.section().equals("industry")).isNotEmpty();
        assertThat(office.count("SELECT count(*) FROM doc_dossier n JOIN doc_dossier o ON o.id = n.carried_from"
                + " WHERE n.section = 'industry' AND n.fiscal_year = ? AND o.section = 'fire'", year)).isPositive();
        assertThat(office.count("SELECT count(*) FROM (SELECT m.matter FROM doc_dossier d JOIN doc_dossier_matter m ON m.dossier_id = d.id"
                + " WHERE d.section = 'industry' AND d.fiscal_year = ? GROUP BY 1 HAVING count(*) > 1) doubled", year)).isZero();
    }

    @Test
    @DisplayName("予定は書き足し、書き直し、取り消せる。取り消すと、課も職も元のまま。ほかの役割には閉じている")
    void aPlanIsMadeAndTakenBack() throws Exception {
        var before = office.count("SELECT count(*) FROM org_post");
        plan(merger().subList(0, 1));
        plan(List.of(SuccessionTerms.into("fire", "industry")));
        var view = asPersonnel(plans::list).stream().filter(one -> one.day().equals(day)).findFirst().orElseThrow();
        assertThat(view.begun()).isFalse();
        assertThat(view.sections()).extracting(ReorganisationView.SectionStep::name).containsExactly("農林課", "消防署");
        assertThat(view.doubled()).containsExactly("産業安全課 課長");
        assertThat(view.vacant()).isEmpty();

        var csv = asPersonnel(() -> plans.exportCsv(day));
        assertThat(asPersonnel(() -> plans.importCsv(csv, day, true)).faults()).isEmpty();
        assertThat(asPersonnel(() -> plans.exportCsv(day))).isEqualTo(csv);
        var fewer = asPersonnel(() -> plans.importCsv(csv.lines().limit(2).reduce("", (all, line) -> all + line + "\r\n"), day, true));
        assertThat(fewer.ended()).containsExactly("農林課");
        assertThat(asPersonnel(() -> plans.add(List.of(SuccessionTerms.into("water", "fire"), SuccessionTerms.into("fire", "water")), day))
                .faults()).extracting(fault -> fault.line() + " " + fault.kind()).contains("1 " + Kind.SUCCESSOR_ENDS);

        asPersonnel(() -> done(() -> plans.takeBack(day)));
        assertThat(office.count("SELECT count(*) FROM org_post")).isEqualTo(before);
        assertThat(organization.findSection("agriculture", day)).isPresent();
        assertThat(organization.findSection("industry", day)).isEmpty();
        refused(() -> asPersonnel(() -> done(() -> plans.takeBack(day))), OrganizationProblem.NO_SUCH_PLAN);
        refused(() -> asPersonnel(() -> plans.add(merger(), clock.today())), OrganizationProblem.PLAN_FROM_PAST);
    }

    @Test
    @DisplayName("発令が使う職は、取り消しで消えない。先に発令を取り消すよう告げる")
    void whatIsUsedIsNotTakenBack() throws Exception {
        plan(merger());
        var staff = office.holderOf("tax-clerk-1", Role.STAFF).id();
        update("INSERT INTO yakuba.org_appointment (staff, post, kind, valid_from) VALUES (?, 'industry-chief', 'ACTING', date '" + day + "')", staff);
        try {
            refused(() -> asPersonnel(() -> done(() -> plans.takeBack(day))), OrganizationProblem.PLAN_IN_USE);
            assertThat(asPersonnel(plans::list)).anyMatch(one -> one.day().equals(day));
            assertThat(firstHolderOf("agriculture-chief", staff)).isEqualTo(staff);
        } finally {
            update("DELETE FROM yakuba.org_appointment WHERE staff = ? AND post = 'industry-chief'", staff);
        }
    }

    @Test
    @DisplayName("発令は先の日に書ける。新しい本務は前の本務を終わらせ、取り消すと前の本務が続く。二人がついた職は、これで一人になる")
    void appointmentsAreOrderedAhead() throws Exception {
        plan(merger());
        var moved = desk.call(() -> organization.listHoldersOf("fire-chief", clock.today())).get(0);
        assertThat(desk.call(() -> organization.listHoldersOf("industry-chief", day))).extracting(StaffView::number).hasSize(2).contains(moved.number());

        var number = desk.call(() -> organization.listHoldersOf("tax-clerk-1", clock.today())).get(0).number();
        var order = new AppointmentTerms(number, "industry-lead-1", AppointmentKind.MAIN, null);
        assertThat(asPersonnel(() -> appointments.appoint(List.of(order), day))).isEmpty();
        assertThat(asPersonnel(() -> appointments.appoint(List.of(order), day))).extracting(AppointmentFault::kind)
                .containsExactly(AppointmentFault.Kind.HELD_ALREADY);
        assertThat(desk.call(() -> organization.listHoldersOf("tax-clerk-1", day))).isEmpty();
        assertThat(desk.call(() -> organization.listHoldersOf("industry-lead-1", day))).extracting(StaffView::number).startsWith(number);
        assertThat(desk.call(() -> organization.listHoldersOf("tax-clerk-1", day.minusDays(1)))).extracting(StaffView::number).containsExactly(number);
        refused(() -> asPersonnel(() -> done(() -> plans.takeBack(day))), OrganizationProblem.PLAN_IN_USE);

        var ahead = asPersonnel(() -> appointments.listAhead(clock.today())).stream().filter(line -> line.staffNumber().equals(number)).toList();
        assertThat(ahead).extracting(AppointmentLine::postName).containsExactly("産業安全課 農政係長");
        asPersonnel(() -> done(() -> appointments.takeBack(ahead.get(0).id())));
        assertThat(desk.call(() -> organization.listHoldersOf("tax-clerk-1", day))).extracting(StaffView::number).containsExactly(number);
        refused(() -> asPersonnel(() -> appointments.appoint(List.of(order), clock.today().minusDays(1))), OrganizationProblem.RULE_FROM_PAST);
    }

    /** Who goes first at the post on the day, once the wall is read anew. */
    private UUID firstHolderOf(String post, UUID awaited) throws Exception {
        for (int tries = 0; tries < 150; tries++) {
            var first = desk.call(() -> organization.listHoldersOf(post, day)).get(0).id();
            if (first.equals(awaited)) {
                return first;
            }
            Thread.sleep(200);
        }
        return null;
    }

    private List<SuccessionTerms> merger() {
        return List.of(
                SuccessionTerms.into("agriculture", "industry").opening("産業安全課", "Industry and Safety", "芽産"),
                SuccessionTerms.into("fire", "industry"));
    }

    private void plan(List<SuccessionTerms> lines) throws Exception {
        assertThat(asPersonnel(() -> plans.add(lines, day)).faults()).isEmpty();
    }

    private UUID propose(String post) throws Exception {
        var clerk = office.holderOf(post);
        return request.as(clerk, () -> desk.call(() -> approval.propose(new ProposeDecision(
                "document", 0, "reorganisation-test", UUID.randomUUID(), "通知の施行", "施行してよいか"))));
    }

    private UUID receive(String post, String section) throws Exception {
        return asOfficer(office.holderOf(post, Role.RECORDS_OFFICER),
                () -> receipt.receive(DocumentFixture.letterFor(section, clock.now()), List.of()).id());
    }

    private ProposalView seen(UUID proposal, String post) throws Exception {
        return request.as(office.holderOf(post, Role.DECIDER), () -> decider.call(() -> approval.get(proposal)));
    }

    private List<InboxLine> inbox(Actor clerk, String section) throws Exception {
        var all = InboxFilter.everything();
        return request.as(clerk, () -> examiner.call(() -> examination.list(new InboxFilter(section, null, null, null, false, false,
                false, false, null, all.order(), false), MANY))).rows();
    }

    private Set<String> reach(String post) throws Exception {
        var holder = office.holderOf(post).id();
        return desk.call(() -> organization.reachOf(holder, clock.today()));
    }

    private <T> T asOfficer(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> officer.call(deed));
    }

    private <T> T asPersonnel(Callable<T> deed) throws Exception {
        var who = office.holderOf("general-lead-2", Role.PERSONNEL);
        return request.as(who, () -> personnel.call(deed));
    }

    /** Moves the office's clock to a moment in Japan. */
    private void shiftTo(LocalDate to, LocalTime time) throws Exception {
        shift(Duration.ZERO);
        shift(Duration.between(clock.now(), to.atTime(time).atZone(OfficeClock.ZONE).toInstant()));
    }

    private void shift(Duration by) throws Exception {
        request.as(Actor.system("test"), () -> operator.call(() -> done(() -> clocks.shift(by))));
    }

    private void update(String sql, Object value) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            statement.executeUpdate();
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, OrganizationProblem problem) {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(RuleViolation.class, deed).problem()).isEqualTo(problem);
    }

    private static Void done(Runnable deed) {
        deed.run();
        return null;
    }
}
