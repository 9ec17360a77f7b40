package jp.yakuba.document.service.importing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Takes ordered imports to their end, one after the other; calm while the database is away. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportClock {
    private ImportRound round;
    private RequestContextController requests;
    private final PatientDeed taking = new PatientDeed("The import of documents", this::takeDue);

    protected ImportClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ImportClock(ImportRound round, RequestContextController requests) {
        this.round = round;
        this.requests = requests;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "document: import of an earlier system's documents")
    void tick() {
        taking.tick();
    }

    private void takeDue() {
        boolean opened = requests.activate();
        try {
            for (var due = round.claim(); due.isPresent(); due = round.claim()) {
                round.run(due.get());
            }
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }
}
