package jp.yakuba.approval.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.yakuba.kernel.Role;

/**
 * Watches the days by which stops should act (督促係): every five minutes on every node, so that a clock that was moved is
 * noticed too. What one node has done, another finds done.
 */
@Singleton
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueWatch {
    private DueRound round;

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
        round.listLate().forEach(round::press);
    }
}
