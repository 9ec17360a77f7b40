package jp.yakuba.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import jp.yakuba.AsOperator;
import jp.yakuba.AsResident;
import jp.yakuba.house.Deployments;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.OrganizationProblem;
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
    private AsResident resident;

    @Deployment
    static Archive<?> house() {
        return Deployments.ejb();
    }

    @Test
    @DisplayName("表と実体が合い、空の組織も読める")
    void readsAnEmptyOrganisation() {
        assertThat(desk.listSections(TODAY)).isEmpty();
        assertThat(desk.routeFor("certificate", 0, "residents", TODAY)).isEmpty();
        assertThat(desk.findSetting("no.such.setting", TODAY)).isEmpty();
        assertThat(desk.calendar().isOpen(LocalDate.of(2026, 11, 20))).isTrue();
    }

    @Test
    @DisplayName("町がまだないときは理由を番号で断る")
    void refusesByCodeWhileThereIsNoTown() {
        assertThatThrownBy(() -> desk.town())
                .isInstanceOfSatisfying(RuleViolation.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(OrganizationProblem.NO_TOWN_YET));
    }

    @Test
    @DisplayName("見本の町でなければ時計は動かせない、運用者でも")
    void nobodyMovesTheClockOutsideASampleTown() {
        assertThatThrownBy(() -> operator.call(() -> {
                    clockDesk.shift(Duration.ofDays(1));
                    return null;
                }))
                .isInstanceOfSatisfying(RuleViolation.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(OrganizationProblem.CLOCK_IS_REAL));
        assertThat(clockDesk.current().isShifted()).isFalse();
        assertThat(clock.now()).isNotNull();
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
}
