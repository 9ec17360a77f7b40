package jp.yakuba.document.service.signing;

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
import java.io.IOException;
import jp.yakuba.document.api.SignatureProblem;
import jp.yakuba.document.store.signing.SheetSealStore;
import jp.yakuba.document.store.signing.SignatureStore.Due;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;
import jp.yakuba.signature.api.ProofFailed;

/** Fetches time stamps for what was signed, and renews them in time; calm while the service or the database is away. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningClock {
    private static final String NAME = "signing";

    private SigningRound round;
    private SheetSealRound seals;
    private CurrentActor actor;
    private RequestContextController requests;
    private final PatientDeed stamping = new PatientDeed("Stamping of signatures", this::work);

    protected SigningClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public SigningClock(SigningRound round, SheetSealRound seals, CurrentActor actor, RequestContextController requests) {
        this.round = round;
        this.seals = seals;
        this.actor = actor;
        this.requests = requests;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "document: time stamps of signatures")
    void tick() {
        stamping.tick();
    }

    private void work() {
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            do {
                for (var due = round.claim(); due.isPresent(); due = round.claim()) {
                    step(due.get());
                }
            } while (sealNext()); // a mail that waits for its stamp does not wait for a heap of sheets
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }

    /** Signs the next sheet of a decision; false if none is due. */
    private boolean sealNext() {
        var due = seals.claim();
        due.ifPresent(this::seal);
        return due.isPresent();
    }

    private void seal(SheetSealStore.Due due) {
        try {
            seals.keep(due, seals.sign(due));
        } catch (RuntimeException | IOException broken) {
            seals.postpone(due, broken);
        }
    }

    private void step(Due due) {
        try {
            round.keep(due, round.make(due));
        } catch (ProofFailed waiting) {
            round.postpone(due, SignatureProblem.of(waiting.fault()), waiting);
        } catch (RuntimeException | IOException broken) {
            round.postpone(due, SignatureProblem.FAILED, broken);
        }
    }
}
