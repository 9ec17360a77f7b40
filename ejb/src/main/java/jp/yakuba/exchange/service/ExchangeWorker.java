package jp.yakuba.exchange.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.net.URI;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Role;

/** Works off what is due: answers first, for somebody waits for them, then what arrived, then what leaves, then what is to be collected. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExchangeWorker {
    private static final String NAME = "exchange";

    private ArrivalRound arrivals;
    private ArrivalJudge judge;
    private ParcelRound parcels;
    private Courier courier;
    private CollectRound collections;
    private Collector collector;
    private PeerLine line;
    private PeerStore peers;
    private CurrentActor actor;
    private RequestContextController requests;

    protected ExchangeWorker() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ExchangeWorker(
            ArrivalRound arrivals, ArrivalJudge judge, ParcelRound parcels, Courier courier, CollectRound collections, Collector collector,
            PeerLine line, PeerStore peers, CurrentActor actor, RequestContextController requests) {
        this.arrivals = arrivals;
        this.judge = judge;
        this.parcels = parcels;
        this.courier = courier;
        this.collections = collections;
        this.collector = collector;
        this.line = line;
        this.peers = peers;
        this.actor = actor;
        this.requests = requests;
    }

    /** Works until nothing is due. */
    @PermitAll // no api leads here, and it does nothing but what committed deeds have left
    public void workOff() {
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            while (judgeNext() || line.isOn() && (answerNext() || carryNext() || collectNext())) {
                continue;
            }
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }

    private boolean judgeNext() {
        var next = arrivals.claim();
        next.ifPresent(judge::judge);
        return next.isPresent();
    }

    private boolean answerNext() {
        var next = arrivals.claimAnswer();
        next.ifPresent(arrival -> courier.bring(arrival, addressOf(arrival.key().peer())));
        return next.isPresent();
    }

    private URI addressOf(String peer) {
        return URI.create(peers.find(peer).map(Peer::address).orElseThrow());
    }

    /** True if something was brought home: there may be more. */
    private boolean collectNext() {
        var due = collections.claim();
        boolean brought = due.isPresent() && collector.collect(due.get()) > 0;
        due.ifPresent(peer -> collections.done(peer, brought));
        return brought;
    }

    private boolean carryNext() {
        var next = parcels.claim();
        next.ifPresent(courier::carry);
        return next.isPresent();
    }
}
