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
import java.time.Duration;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Looks once a minute which copies of others' publications are due, one after the other. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CopyClock {
    private static final String NAME = "exchange-copy";
    /** Then the next minute goes on. */
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private CopyRound round;
    private CopyFetcher fetcher;
    private PeerLine line;
    private CurrentActor actor;
    private RequestContextController requests;
    private final PatientDeed fetching = new PatientDeed("Asking other offices for their publications", this::work);

    protected CopyClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public CopyClock(CopyRound round, CopyFetcher fetcher, PeerLine line, CurrentActor actor, RequestContextController requests) {
        this.round = round;
        this.fetcher = fetcher;
        this.line = line;
        this.actor = actor;
        this.requests = requests;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "11", persistent = false, info = "exchange: copies of publications")
    void tick() {
        fetching.tick();
    }

    /** What the clock does each minute, now; refused while that is being done. */
    @AccessTimeout(0)
    @PermitAll // nothing is given or told: what is due is fetched a little earlier
    public void fetch() {
        fetching.tick();
    }

    private void work() {
        if (!line.isOn()) {
            return;
        }
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            round.enlist();
            fetchDue();
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }

    private void fetchDue() {
        for (long begin = System.nanoTime(); System.nanoTime() - begin < LONGEST.toNanos(); ) {
            var due = round.claim();
            if (due.isEmpty()) {
                return;
            }
            fetcher.fetch(due.get());
        }
    }
}
