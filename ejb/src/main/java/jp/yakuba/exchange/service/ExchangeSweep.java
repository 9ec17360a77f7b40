package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.ServiceStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/** Takes away transfers that were begun and never went on, the pieces of what was refused, and uses of long ago, each after its days. */
@ApplicationScoped
public class ExchangeSweep {
    private static final Logger LOG = System.getLogger(ExchangeSweep.class.getName());
    private static final String HALF_SENT = "exchange.half-sent.days";
    private static final String QUARANTINE = "exchange.quarantine.days";
    private static final String USES = "exchange.use.days";
    private static final int USUAL_USES = 5 * 365;
    private static final int USUAL_HALF_SENT = 14;
    private static final int USUAL_QUARANTINE = 30;

    @Inject
    private ArrivalStore store;

    @Inject
    private ServiceStore services;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Sweeps once. */
    @Transactional(TxType.REQUIRES_NEW)
    public void sweep() {
        int halfSent = store.sweepHalfSent(clock.now().minus(days(HALF_SENT, USUAL_HALF_SENT)));
        int pieces = store.sweepQuarantine(clock.now().minus(quarantine()));
        int uses = services.sweepUses(clock.now().minus(days(USES, USUAL_USES)));
        if (halfSent + pieces + uses > 0) {
            LOG.log(Level.INFO, "{0} half-sent messages, {1} pieces of refused ones and {2} uses of long ago were swept", halfSent, pieces, uses);
        }
    }

    /** How long the pieces of what was refused are kept. */
    public Duration quarantine() {
        return days(QUARANTINE, USUAL_QUARANTINE);
    }

    private Duration days(String key, int usual) {
        return Duration.ofDays(organization.findSetting(key, clock.today()).map(Integer::parseInt).orElse(usual));
    }
}
