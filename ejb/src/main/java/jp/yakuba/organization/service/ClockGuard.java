package jp.yakuba.organization.service;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jp.yakuba.organization.store.OrganizationStore;

/** Stands at the door at every start: a production office with a moved clock does not open. */
@Singleton
@Startup
public class ClockGuard {
    @Inject
    private OrganizationStore store;

    @PostConstruct
    void refuseAMovedClockInProduction() {
        var seconds = store.clockShift();
        if (OfficeProfile.isProduction() && seconds != 0) {
            throw new IllegalStateException(
                    "YAKUBA_PRODUCTION is set and the clock is moved by " + seconds + " s: set org_clock_shift to 0");
        }
    }
}
