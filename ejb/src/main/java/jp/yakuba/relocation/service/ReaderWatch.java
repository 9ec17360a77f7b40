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

/** Watches whether the records of notices are read by those who hold the office today, and by nobody else: every five minutes on every node. */
@Singleton
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReaderWatch {
    private ReaderRound round;
    private final PatientDeed finding = new PatientDeed("Naming readers of notices of moves", this::findAll);

    protected ReaderWatch() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ReaderWatch(ReaderRound round) {
        this.round = round;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*/5", second = "50", persistent = false, info = "relocation: readers of notices")
    void tick() {
        finding.tick();
    }

    private void findAll() {
        var part = round.listMisread(null);
        part.misread().forEach(round::nameReaders);
        while (part.last() != null) {
            part = round.listMisread(part.last());
            part.misread().forEach(round::nameReaders);
        }
    }
}
