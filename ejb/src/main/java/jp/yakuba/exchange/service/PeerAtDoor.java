package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_PEER;
import static jp.yakuba.exchange.api.ExchangeProblem.PEER_SUSPENDED;
import static jp.yakuba.exchange.api.ExchangeProblem.SERVICE_NOT_ALLOWED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/** The office that acts at a desk, with what it may do here. */
@ApplicationScoped
public class PeerAtDoor {
    @Inject
    private PeerStore peers;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditDesk audit;

    /** The office that acts; refused unless it is served now. */
    Peer served() {
        var known = actor.get().kind() == Actor.Kind.PEER ? peers.find(actor.get().name()) : java.util.Optional.<Peer>empty();
        var peer = known.orElseThrow(() -> refused(NO_SUCH_PEER));
        if (!peer.isActive()) {
            throw refused(PEER_SUSPENDED);
        }
        return peer;
    }

    /** The office that acts; refused unless it may use the service. */
    Peer allowed(String service) {
        var peer = served();
        if (!peer.mayUse(service)) {
            throw refused(SERVICE_NOT_ALLOWED, service);
        }
        return peer;
    }

    private RuleViolation refused(ExchangeProblem problem, Object... details) {
        audit.refused(new AuditNote("exchange.peer", null, "peer", actor.get().name(), problem.code()));
        return new RuleViolation(problem, details);
    }
}
