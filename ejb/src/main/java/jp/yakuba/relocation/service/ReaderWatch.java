package jp.yakuba.relocation.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Watches whether closed letters that nobody reads have found a protection officer: every five minutes on every node. */
@Singleton
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReaderWatch {
    private ReaderRound round;
    private final PatientDeed finding = new PatientDeed("Finding readers of closed notices of moves", this::findAll);

    protected ReaderWatch() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ReaderWatch(ReaderRound round) {
        this.round = round;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*/5", second = "50", persistent = false, info = "relocation: readers of closed letters")
    void tick() {
        finding.tick();
    }

    private void findAll() {
        round.listUnread().forEach(round::findReaders);
    }
}
