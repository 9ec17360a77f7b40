package jp.yakuba.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.account.store.CardStore;
import jp.yakuba.account.store.GuardStore;
import jp.yakuba.account.store.SessionStore;
import jp.yakuba.kernel.OfficeClock;
import org.jboss.logging.Logger;

/** Forgets what lapsed: old sessions, links, handovers, failures and parked forms. Any node may sweep, doubly does no harm. */
@Singleton
public class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    private SessionStore sessions;

    @Inject
    private AccountStore accounts;

    @Inject
    private CardStore cards;

    @Inject
    private GuardStore guards;

    @Inject
    private OfficeClock clock;

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "17", persistent = false, info = "account: forget what lapsed")
    void sweep() {
        var before = clock.now().minus(KEPT);
        int forgotten = sessions.forget(before) + accounts.forgetTokens(before) + cards.forgetHandovers(before)
                + cards.forgetSignings(clock.now())
                + guards.forgetAttempts(before) + guards.forgetParked(clock.now());
        LOG.debugf("%d lapsed rows forgotten", forgotten);
    }
}
