package jp.yakuba.document.service.disposal;

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
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Brings what was confirmed to its end, one file after the other; calm while the database is away. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DisposalClock {
    private static final String NAME = "disposal";

    private DisposalRound round;
    private CurrentActor actor;
    private RequestContextController requests;
    private final PatientDeed ending = new PatientDeed("The disposal of records", this::endDue);

    protected DisposalClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public DisposalClock(DisposalRound round, CurrentActor actor, RequestContextController requests) {
        this.round = round;
        this.actor = actor;
        this.requests = requests;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "document: disposal of what was confirmed")
    void tick() {
        ending.tick();
    }

    private void endDue() {
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            for (var due = round.claim(); due.isPresent(); due = round.claim()) {
                round.end(due.get());
            }
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }
}
