package jp.yakuba.approval.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.util.UUID;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/**
 * Watches the days by which stops should act (督促係): every five minutes on every node, so that a clock that was moved is
 * noticed too. What one node has done, another finds done.
 */
@Singleton
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueWatch {
    private static final Logger LOG = System.getLogger(DueWatch.class.getName());

    private DueRound round;
    private final PatientDeed pressing = new PatientDeed("Reminding of decisions", this::pressAll);

    protected DueWatch() {
        // for the container
    }

    @Inject
    public DueWatch(DueRound round) {
        this.round = round;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*/5", second = "20", persistent = false, info = "approval: remind and escalate")
    void tick() {
        pressing.tick();
    }

    private void pressAll() {
        round.listLate().forEach(this::press);
    }

    /** One proposal that cannot be pressed holds up no other. */
    private void press(UUID proposal) {
        try {
            round.press(proposal);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Proposal {0} is pressed again at the next turn: {1}", proposal, failure.getClass().getSimpleName());
        }
    }
}
