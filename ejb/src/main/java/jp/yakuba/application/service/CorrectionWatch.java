package jp.yakuba.application.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/**
 * Watches the days by which corrections should have come (補正期間): every five minutes on every node, so that a clock that was
 * moved is noticed too. What one node has told, another finds told.
 */
@Singleton
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CorrectionWatch {
    private static final Logger LOG = System.getLogger(CorrectionWatch.class.getName());

    private LapsedCorrections lapsed;
    private final PatientDeed telling = new PatientDeed("Telling of lapsed corrections", this::tellAll);

    protected CorrectionWatch() {
        // for the container
    }

    /** For the container. */
    @Inject
    public CorrectionWatch(LapsedCorrections lapsed) {
        this.lapsed = lapsed;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*/5", second = "25", persistent = false, info = "application: corrections whose period ran out")
    void tick() {
        telling.tick();
    }

    private void tellAll() {
        lapsed.listUntold().forEach(this::tell);
    }

    /** One that cannot be told holds up no other. */
    private void tell(UUID application) {
        try {
            lapsed.tell(application);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The lapsed correction of {0} is told at the next turn: {1}", application,
                    failure.getClass().getSimpleName());
        }
    }
}
