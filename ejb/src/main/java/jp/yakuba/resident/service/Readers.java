package jp.yakuba.resident.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.resident.store.Reader;

/** Says who reads the ledger at this moment: the member of staff behind the request, or a person about himself. */
@ApplicationScoped
public class Readers {
    private CurrentActor actor;
    private OfficeClock clock;

    protected Readers() {
        // for the container
    }

    @Inject
    public Readers(CurrentActor actor, OfficeClock clock) {
        this.actor = actor;
        this.clock = clock;
    }

    /** Whoever acts. */
    public Reader present() {
        return new Reader(Reader.NOBODY, staff(), clock.now());
    }

    /** The person about himself. */
    public Reader self(UUID personId) {
        return new Reader(personId, Reader.NOBODY, clock.now());
    }

    private UUID staff() {
        var who = actor.get();
        return who.kind() == Actor.Kind.STAFF && who.id() != null ? who.id() : Reader.NOBODY;
    }
}
