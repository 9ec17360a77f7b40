package jp.yakuba.document.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Sweeps unused files every hour on every node; what one has at hand, another leaves alone. */
@Singleton
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FileSweepClock {
    private static final Logger LOG = System.getLogger(FileSweepClock.class.getName());

    private FileSweep sweep;
    private final PatientDeed sweeping = new PatientDeed("Sweeping unused files", this::sweepAll);

    protected FileSweepClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public FileSweepClock(FileSweep sweep) {
        this.sweep = sweep;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "41", persistent = false, info = "document: bytes that nothing uses")
    void tick() {
        sweeping.tick();
    }

    private void sweepAll() {
        int all = 0;
        for (int swept = sweep.sweep(); swept > 0; swept = sweep.sweep()) {
            all += swept;
        }
        if (all > 0) {
            LOG.log(Level.INFO, "{0} files that nothing used were swept", all);
        }
    }
}
