package jp.yakuba.exchange.service;

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
import java.time.Duration;
import java.util.Optional;
import jp.yakuba.exchange.model.KeptProof;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/**
 * Looks once a minute which signatures of exchanged containers need proof, one after the other; letters go first, and in a stream without end
 * there is one signature every few seconds. Calm while the service or the database is away.
 */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProofClock {
    private static final String NAME = "exchange-proof";
    private static final Duration LETTERS_FIRST = Duration.ofSeconds(5);
    private ProofKeeper keeper;
    private LettersAtHand letters;
    private CurrentActor actor;
    private RequestContextController requests;
    private final PatientDeed keeping = new PatientDeed("Keeping signatures of the exchange provable", this::work);

    protected ProofClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ProofClock(ProofKeeper keeper, LettersAtHand letters, CurrentActor actor, RequestContextController requests) {
        this.keeper = keeper;
        this.letters = letters;
        this.actor = actor;
        this.requests = requests;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "41", persistent = false, info = "exchange: proof behind signatures")
    void tick() {
        keeping.tick();
    }

    private void work() {
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            keeper.enlist();
            for (var due = next(); due.isPresent(); due = next()) {
                step(due.get());
            }
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }

    private Optional<KeptProof> next() {
        letters.letGoFirst(LETTERS_FIRST);
        return keeper.claim();
    }

    private void step(KeptProof due) {
        try {
            keeper.keep(due, keeper.make(due));
        } catch (IOException | ContainerRefused | RuntimeException waiting) {
            keeper.postpone(due, waiting);
        }
    }
}
