package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Optional;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/** When somebody goes to an office to collect what waits there; one node at a time. */
@ApplicationScoped
public class CollectRound {
    private static final String PAUSE = "exchange.collect.minutes";
    private static final int USUAL_MINUTES = 5;
    private static final Duration AT_WORK = Duration.ofMinutes(30);

    @Inject
    private PeerStore peers;

    @Inject
    private ParcelStore parcels;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** The office to which somebody goes next, if one is due. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Peer> claim() {
        return peers.claimCollection(clock.now()).flatMap(peers::find);
    }

    /** Whoever went there is still at work. */
    @Transactional(TxType.REQUIRES_NEW)
    public void hold(Peer peer) {
        peers.collectAgain(peer.code(), clock.now().plus(AT_WORK));
    }

    /** The office answers: what waited for it is due now. */
    @Transactional(TxType.REQUIRES_NEW)
    public void answered(Peer peer) {
        parcels.wake(peer.code(), ParcelRound.AWAY, clock.now());
    }

    /** Somebody was there; at once again if something was brought, for there may be more. */
    @Transactional(TxType.REQUIRES_NEW)
    public void done(Peer peer, boolean perhapsMore) {
        var now = clock.now();
        peers.collectAgain(peer.code(), perhapsMore ? now : now.plus(pause()));
    }

    private Duration pause() {
        return Duration.ofMinutes(Math.max(1, organization.findSetting(PAUSE, clock.today()).map(Integer::parseInt).orElse(USUAL_MINUTES)));
    }
}
