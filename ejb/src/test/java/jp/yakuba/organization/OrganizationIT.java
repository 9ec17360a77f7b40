package jp.yakuba.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsOperator;
import jp.yakuba.AsPersonnel;
import jp.yakuba.AsResident;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.AbsenceDesk;
import jp.yakuba.organization.api.AbsenceKind;
import jp.yakuba.organization.api.AbsenceView;
import jp.yakuba.organization.api.AwayView;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.DelegationDesk;
import jp.yakuba.organization.api.DelegationLine;
import jp.yakuba.organization.api.DelegationTerms;
import jp.yakuba.organization.api.EnterAbsence;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.OrganizationProblem;
import jp.yakuba.organization.api.RuleStop;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.organization.api.SubstituteLine;
import jp.yakuba.organization.model.Post;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("組織の窓口(コンテナ内)")
class OrganizationIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Inject
    private OrganizationDesk desk;

    @Inject
    private ClockDesk clockDesk;

    @Inject
    private AbsenceDesk absences;

    @Inject
    private DelegationDesk table;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsStaff staff;

    @Inject
    private AsPersonnel personnel;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    @Inject
    private AsOperator operator;

    @Inject
    private AsDesk asDesk;

    @Inject
    private AsResident resident;

    @Test
    @DisplayName("見本の町の組織を読む")
    void readsTheSampleTown() {
        assertThat(desk.town()).satisfies(town -> {
            assertThat(town.code()).isEqualTo("016373");
            assertThat(town.name()).isEqualTo("芽室町");
            assertThat(town.sample()).isTrue();
        });
        var sections = desk.listSections(TODAY);
        assertThat(sections).isNotEmpty().extracting(SectionView::code).doesNotHaveDuplicates();
        assertThat(sections).anySatisfy(section ->
                assertThat(asDesk.call(() -> desk.listStaffOf(section.code(), TODAY))).isNotEmpty());
    }

    @Test
    @DisplayName("だれがどの職にあるかは、名乗らない人にも住民にも言わない")
    void whoHoldsWhichPostIsForColleagues() throws Exception {
        assertThat(asDesk.call(() -> desk.findSetting("no.such.setting", TODAY))).isEmpty();
        assertThatThrownBy(() -> desk.findStaffByNumber("1001", TODAY)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> desk.listRolesOf(UUID.randomUUID(), TODAY)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> resident.call(() -> desk.listStaffOf("residents", TODAY))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> resident.call(() -> desk.routeFor("any", 0, "residents", TODAY))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("祝日の表は本物で、専決の表にない事項は町長が決裁する")
    void knowsTheHolidaysAndTheMayor() throws Exception {
        assertThat(desk.calendar().isOpen(LocalDate.of(2026, 11, 20))).isTrue();
        assertThat(desk.calendar().isOpen(LocalDate.of(2026, 11, 23))).isFalse();
        var section = desk.listSections(TODAY).get(0).code();
        assertThat(asDesk.call(() -> desk.routeFor("matter-of-no-table", 0, section, TODAY))).last()
                .satisfies(post -> assertThat(post.rank()).isEqualTo(Post.HEAD));
    }

    @Test
    @DisplayName("運用者は見本の町の時計を動かし、元に戻せる。動かしすぎは断る")
    void anOperatorMovesTheClockOfASampleTown() throws Exception {
        var before = clock.now();
        shift(Duration.ofDays(10));
        try {
            assertThat(Duration.between(before, clock.now())).isGreaterThanOrEqualTo(Duration.ofDays(10));
            assertThat(clockDesk.current().isShifted()).isTrue();
        } finally {
            shift(Duration.ZERO);
        }
        assertThat(clockDesk.current().isShifted()).isFalse();
        assertThatThrownBy(() -> shift(Duration.ofDays(8000)))
                .isInstanceOfSatisfying(RuleViolation.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(OrganizationProblem.SHIFT_TOO_FAR));
    }

    @Test
    @DisplayName("住民も名乗らない人も時計の窓口に入れない")
    void onlyOperatorsReachTheHandOfTheClock() {
        assertThatThrownBy(() -> clockDesk.shift(Duration.ZERO)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> resident.call(() -> {
                    clockDesk.shift(Duration.ZERO);
                    return null;
                }))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("不在は自分で書く。人の不在は人事が書き、重なりと過ぎた時間は断る。同僚には理由を見せない")
    void absencesAreKeptByTheirPerson() throws Exception {
        var clerk = holder("tax-clerk-1");
        var chief = holder("tax-chief");
        var begin = clock.localNow().plusDays(40);
        var leave = new EnterAbsence(clerk.id(), AbsenceKind.LEAVE, begin, begin.plusDays(3), "私用");
        var mine = as(clerk, "staff", () -> absences.enter(leave));
        assertThat(as(clerk, "staff", () -> absences.listMine())).extracting(AbsenceView::id).contains(mine);
        refused(() -> as(clerk, "staff", () -> absences.enter(leave)), OrganizationProblem.ALREADY_AWAY);
        var past = new EnterAbsence(clerk.id(), AbsenceKind.LEAVE, begin.minusDays(60), begin.minusDays(50), null);
        refused(() -> as(clerk, "staff", () -> absences.enter(past)), OrganizationProblem.ABSENCE_UNREASONABLE);
        var forChief = new EnterAbsence(chief.id(), AbsenceKind.TRAVEL, begin, begin.plusDays(1), null);
        refused(() -> as(clerk, "staff", () -> absences.enter(forChief)), OrganizationProblem.NOT_YOUR_ABSENCE);
        var byPersonnel = as(clerk, "personnel", () -> absences.enter(forChief));
        refused(() -> as(clerk, "staff", () -> cancel(byPersonnel)), OrganizationProblem.NOT_YOUR_ABSENCE);
        assertThat(as(clerk, "personnel", () -> absences.list(begin.toLocalDate(), begin.toLocalDate())))
                .extracting(AbsenceView::id).contains(mine, byPersonnel);
        var during = begin.plusDays(1).atZone(OfficeClock.ZONE).toInstant();
        assertThat(asDesk.call(() -> absences.isAway(clerk.id(), during))).isTrue();
        assertThat(asDesk.call(() -> absences.listAway(during))).extracting(AwayView::staffId).contains(clerk.id());
        as(clerk, "staff", () -> cancel(mine));
        as(chief, "staff", () -> cancel(byPersonnel));
        assertThat(asDesk.call(() -> absences.isAway(clerk.id(), during))).isFalse();
        assertThatThrownBy(() -> resident.call(() -> absences.listMine())).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("二人が同時に同じ不在を書いても一つだけ")
    void theDatabaseKeepsAbsencesApart() throws Exception {
        var clerk = holder("tax-clerk-1");
        try (var connection = owner.getConnection(); var insert = connection.prepareStatement("""
                INSERT INTO org_absence (id, staff, kind, starts_at, ends_at, entered_by, entered_at)
                VALUES (gen_random_uuid(), ?, 'LEAVE', '2035-01-01', '2035-01-03', 'x', now()),
                       (gen_random_uuid(), ?, 'LEAVE', '2035-01-02', '2035-01-04', 'x', now())
                """)) {
            insert.setObject(1, clerk.id());
            insert.setObject(2, clerk.id());
            assertThatThrownBy(insert::executeUpdate).hasMessageContaining("org_away_once_at_a_time");
        }
    }

    @Test
    @DisplayName("専決の表は先の日付で変えられ、取り消せ、ファイルで出し入れできる。人事だけが触れる")
    void theDelegationTableIsKeptUp() throws Exception {
        var clerk = holder("tax-clerk-1");
        var day = clock.today().plusDays(100);
        var before = new DelegationTerms("trial-matter", "試行", 100L, null, null, 40, null, false, false, null, null, "試行規程", List.of());
        var after = new DelegationTerms("trial-matter", "試行", 100L, null, 60, 20, null, true, true, null, "第1条", "試行規程",
                List.of(new DelegationTerms.Beside(1, RuleStop.Kind.CONSULT, null, "general")));
        as(clerk, "personnel", () -> table.change(before, day));
        var later = as(clerk, "personnel", () -> table.change(after, day.plusDays(10)));
        assertThat(inForce(clerk, day.plusDays(9))).isEqualTo(before);
        assertThat(inForce(clerk, day.plusDays(10))).isEqualTo(after);
        as(clerk, "personnel", () -> done(() -> table.takeBack(later)));
        assertThat(inForce(clerk, day.plusDays(10))).isEqualTo(before);

        var csv = as(clerk, "personnel", () -> table.exportCsv(day));
        assertThat(as(clerk, "personnel", () -> table.importCsv(csv, day, true)))
                .satisfies(same -> assertThat(same.added() + same.changed() + same.ended()).isZero());
        var edited = csv.replace("trial-matter,試行,100,", "trial-matter,試行,200,");
        var preview = as(clerk, "personnel", () -> table.importCsv(edited, day.plusDays(5), false));
        assertThat(preview.added()).isEqualTo(1);
        assertThat(preview.ended()).isEqualTo(1);
        assertThat(inForce(clerk, day.plusDays(6))).isEqualTo(before);
        as(clerk, "personnel", () -> table.importCsv(edited, day.plusDays(5), true));
        assertThat(inForce(clerk, day.plusDays(4))).isEqualTo(before);
        assertThat(inForce(clerk, day.plusDays(6)).upToAmount()).isEqualTo(200);
        assertThat(as(clerk, "personnel", () -> table.importCsv(csv + "x,,,,,,,,,,,,,\r\n", day, true)).faults()).isNotEmpty();

        refused(() -> as(clerk, "personnel", () -> table.change(before, clock.today().minusDays(1))), OrganizationProblem.RULE_FROM_PAST);
        var unclear = new DelegationTerms("trial-matter", "試行", null, null, null, 40, "tax-chief", false, false, null, null, "規程", List.of());
        refused(() -> as(clerk, "personnel", () -> table.change(unclear, day)), OrganizationProblem.RULE_UNFIT);
        assertThatThrownBy(() -> as(clerk, "staff", () -> table.list(day))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("代決順位は日付ごとに書き直せる")
    void theOrderOfStandInsIsKeptUp() throws Exception {
        var clerk = holder("tax-clerk-1");
        var day = clock.today().plusDays(200);
        as(clerk, "personnel", () -> done(() -> table.setSubstitutes("water-chief", List.of("general-chief", "tax-chief"), day, "規則")));
        as(clerk, "personnel", () -> done(() -> table.setSubstitutes("water-chief", List.of("tax-chief"), day.plusDays(10), "規則")));
        assertThat(order(clerk, day)).containsExactly("general-chief", "tax-chief");
        assertThat(order(clerk, day.plusDays(10))).containsExactly("tax-chief");
        refused(() -> as(clerk, "personnel", () -> done(() -> table.setSubstitutes("water-chief", List.of("water-chief"), day, "規則"))),
                OrganizationProblem.RULE_UNFIT);
    }

    private List<String> order(StaffView who, LocalDate on) throws Exception {
        return as(who, "personnel", () -> table.listSubstitutes(on)).stream()
                .filter(one -> one.post().equals("water-chief")).map(SubstituteLine::standIn).toList();
    }

    private DelegationTerms inForce(StaffView who, LocalDate on) throws Exception {
        return as(who, "personnel", () -> table.list(on)).stream().map(DelegationLine::terms)
                .filter(terms -> terms.matter().equals("trial-matter")).findFirst().orElseThrow();
    }

    private static Void done(Runnable deed) {
        deed.run();
        return null;
    }

    private StaffView holder(String post) throws Exception {
        return asDesk.call(() -> desk.listHoldersOf(post, clock.today())).get(0);
    }

    private <T> T as(StaffView who, String role, Callable<T> deed) throws Exception {
        var actor = new Actor(Actor.Kind.STAFF, who.id(), who.name(), who.post(), who.section(), new HashSet<>(List.of("staff", role)),
                Assurance.TWO_FACTOR, "test");
        return request.as(actor, () -> role.equals("personnel") ? personnel.call(deed) : staff.call(deed));
    }

    private Void cancel(UUID absence) {
        absences.cancel(absence);
        return null;
    }

    private static void refused(Callable<?> deed, OrganizationProblem problem) {
        assertThatThrownBy(deed::call).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private void shift(Duration by) throws Exception {
        operator.call(() -> {
            clockDesk.shift(by);
            return null;
        });
    }
}
