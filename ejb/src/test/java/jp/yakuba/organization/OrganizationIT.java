package jp.yakuba.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.AsDesk;
import jp.yakuba.AsOperator;
import jp.yakuba.AsResident;
import jp.yakuba.house.Deployments;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.OrganizationProblem;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.model.Post;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
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
    private OfficeClock clock;

    @Inject
    private AsOperator operator;

    @Inject
    private AsDesk asDesk;

    @Inject
    private AsResident resident;

    @Deployment
    static Archive<?> house() {
        return Deployments.ejb();
    }

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

    private void shift(Duration by) throws Exception {
        operator.call(() -> {
            clockDesk.shift(by);
            return null;
        });
    }
}
