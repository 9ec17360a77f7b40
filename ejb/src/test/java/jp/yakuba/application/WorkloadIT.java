package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.yakuba.AsOperator;
import jp.yakuba.AsRecordsManager;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.approval.api.ApprovalNumbersDesk;
import jp.yakuba.approval.api.StepNumbers;
import jp.yakuba.document.api.MonthNumbers;
import jp.yakuba.document.api.RecordNumbersDesk;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.ClockDesk;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("文書事務の数字(コンテナ内)")
class WorkloadIT {
    private static final String FIRE = "消防署";

    @Inject
    private ApplicationFixture office;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private ApprovalNumbersDesk approvals;

    @Inject
    private RecordNumbersDesk records;

    @Inject
    private ClockDesk clocks;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsRecordsManager manager;

    @Inject
    private AsStaff staff;

    @Inject
    private AsOperator operator;

    @Test
    @DisplayName("段の日数と、期限切れの課と、月ごとの件数を、総務課だけが見る")
    void generalAffairsSeesTheNumbers() throws Exception {
        var today = clock.today();
        var month = month();
        var decided = ofFire();
        office.decide(proposed());
        proposed();

        var now = ofFire();
        assertThat(now.done()).isEqualTo(decided.done() + 1);
        assertThat(now.waiting()).isEqualTo(decided.waiting() + 1);
        assertThat(now.medianDays()).isNotNull().isLessThan(1);
        assertThat(asManager(() -> approvals.byKind(today, today))).anySatisfy(kind -> {
            assertThat(kind.name()).isEqualTo("DECIDE");
            assertThat(kind.done()).isPositive();
        });
        assertThat(month().received()).isEqualTo(month.received() + 2);
        assertThat(month().sent()).isEqualTo(month.sent() + 1);

        shift(Duration.ofDays(20));
        try {
            assertThat(ofFire().overdue()).isGreaterThan(now.overdue());
            assertThat(asManager(() -> approvals.bySection(clock.today(), clock.today()))).extracting(StepNumbers::overdue)
                    .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        } finally {
            shift(Duration.ZERO);
        }
        assertThatThrownBy(() -> request.as(office.staffOf("fire", Role.EXAMINER), () -> staff.call(() -> approvals.byKind(today, today))))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> request.as(office.staffOf("fire", Role.EXAMINER), () -> staff.call(() -> records.byMonth(today, today))))
                .isInstanceOf(EJBAccessException.class);
    }

    /** An application on which a decision is proposed. */
    private UUID proposed() throws Exception {
        var clerk = office.staffOf("fire", Role.EXAMINER);
        var id = office.enter(clerk, "lifesaving-course", ApplicationFixture.course());
        office.asExaminer(clerk, () -> {
            examination.proposeGrant(id, examination.get(id).application().version(), "受講を認める。");
            return null;
        });
        return id;
    }

    private StepNumbers ofFire() throws Exception {
        var today = clock.today();
        return asManager(() -> approvals.bySection(today.minusDays(30), today)).stream().filter(row -> row.name().equals(FIRE))
                .findFirst().orElse(new StepNumbers(FIRE, 0, null, null, 0, 0));
    }

    private MonthNumbers month() throws Exception {
        var today = clock.today();
        var month = YearMonth.from(today);
        return asManager(() -> records.byMonth(today.withDayOfMonth(1), today)).stream().filter(row -> row.month().equals(month))
                .findFirst().orElse(new MonthNumbers(month, 0, 0, 0, 0));
    }

    private <T> T asManager(Callable<T> deed) throws Exception {
        return request.as(office.holderOf("general-chief", Role.RECORDS_MANAGER), () -> manager.call(deed));
    }

    private void shift(Duration by) throws Exception {
        request.as(Actor.system("test"), () -> operator.call(() -> {
            clocks.shift(by);
            return null;
        }));
    }
}
