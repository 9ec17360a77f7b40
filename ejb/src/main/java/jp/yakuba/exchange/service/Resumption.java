package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.kernel.OfficeClock;

/**
 * Goes on after a power cut. A message that is being worked on is left alone by others for some minutes; the server that worked on it and
 * comes up again knows that nobody does.
 */
@ApplicationScoped
public class Resumption {
    private static final Logger LOG = System.getLogger(Resumption.class.getName());

    @Inject
    private ParcelStore parcels;

    @Inject
    private ArrivalStore arrivals;

    @Inject
    private OfficeClock clock;

    /** Makes due what this server left in the middle. */
    @Transactional(TxType.REQUIRES_NEW)
    public void takeUp() {
        var now = clock.now();
        int left = parcels.takeUp(ThisNode.NAME, now) + arrivals.takeUp(ThisNode.NAME, now);
        if (left > 0) {
            LOG.log(Level.INFO, "{0} messages that were left in the middle go on", left);
        }
    }
}
