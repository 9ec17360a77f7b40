package jp.yakuba.approval.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.yakuba.approval.api.ApprovalNumbersDesk;
import jp.yakuba.approval.api.StepNumbers;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.approval.store.StepNumbersStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** Behind the desk of numbers about decisions. */
@Stateless
public class ApprovalNumbersDeskBean implements ApprovalNumbersDesk {
    private StepNumbersStore store;
    private OfficeClock clock;

    protected ApprovalNumbersDeskBean() {
        // for the container
    }

    @Inject
    public ApprovalNumbersDeskBean(StepNumbersStore store, OfficeClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public List<StepNumbers> byKind(LocalDate from, LocalDate until) {
        return store.byKind(begin(from), begin(until.plusDays(1)), clock.today()).stream()
                .sorted(Comparator.comparing(numbers -> StopKind.valueOf(numbers.name())))
                .toList();
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public List<StepNumbers> bySection(LocalDate from, LocalDate until) {
        return store.bySection(begin(from), begin(until.plusDays(1)), clock.today());
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(OfficeClock.ZONE).toInstant();
    }
}
