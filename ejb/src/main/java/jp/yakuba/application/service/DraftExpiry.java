package jp.yakuba.application.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jp.yakuba.kernel.Role;

/** Clears away, every night, drafts that nobody touched for thirty days; a second node finds nothing left to clear. */
@Singleton
@RunAs(Role.DESK)
public class DraftExpiry {
    private DraftFiles files;

    protected DraftExpiry() {
        // for the container
    }

    @Inject
    public DraftExpiry(DraftFiles files) {
        this.files = files;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "3", minute = "20", persistent = false, info = "application: drafts kept thirty days")
    void clear() {
        files.discardExpired();
    }
}
