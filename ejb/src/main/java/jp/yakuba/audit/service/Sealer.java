package jp.yakuba.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/**
 * The sealer's clock (封印係): ticks every second on every node. The database's lock lets one node work at a time.
 *
 * <p>Nothing waits for it: a page view that was logged is sealed a moment later.
 */
@Singleton
@Lock(LockType.WRITE)
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sealer {
    private static final int BATCHES_PER_TICK = 20;

    private SealingRound round;
    private final PatientDeed sealing = new PatientDeed("Sealing the audit log", this::sealAll);
    private final PatientDeed publishing = new PatientDeed("Publishing the head of the audit log", this::publishAndStamp);

    protected Sealer() {
        // for the container
    }

    /** For the container. */
    @Inject
    public Sealer(SealingRound round) {
        this.round = round;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "audit: seal what is new")
    void seal() {
        sealing.tick();
    }

    private void sealAll() {
        var batches = 0;
        while (round.sealBatch() && batches < BATCHES_PER_TICK) {
            batches++;
        }
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "audit: publish and stamp the head")
    void publish() {
        publishing.tick();
    }

    private void publishAndStamp() {
        round.publishHead();
        round.stampDay();
    }
}
