package jp.yakuba.application.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.kernel.OfficeClock;

/** Clears away, every night, drafts that nobody touched for thirty days; a second node finds nothing left to clear. */
@Singleton
public class DraftExpiry {
    private DraftStore drafts;
    private OfficeClock clock;

    protected DraftExpiry() {
        // for the container
    }

    @Inject
    public DraftExpiry(DraftStore drafts, OfficeClock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "3", minute = "20", persistent = false, info = "application: drafts kept thirty days")
    void clear() {
        drafts.removeExpired(clock.now());
    }
}
