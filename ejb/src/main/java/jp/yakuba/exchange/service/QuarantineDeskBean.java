package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.LATER_KEPT;
import static jp.yakuba.exchange.api.ExchangeProblem.NOT_IN_THIS_STATE;
import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_MESSAGE;
import static jp.yakuba.exchange.api.ExchangeProblem.PIECES_GONE;
import static jp.yakuba.exchange.api.ExchangeProblem.PLACE_TAKEN;
import static jp.yakuba.exchange.api.ExchangeProblem.REASON_MISSING;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.QuarantineDesk;
import jp.yakuba.exchange.api.QuarantineLine;
import jp.yakuba.exchange.api.QuarantineView;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.ArrivalKey;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.PeerStore.Use;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk of the quarantine. Judging again only gives the message back to those who judge what arrives. */
@Stateless
@RunAs(Role.DESK)
public class QuarantineDeskBean implements QuarantineDesk {
    private static final String OBJECT = "exchange-message";

    private ArrivalStore store;
    private PeerStore peers;
    private QuarantinedEnd end;
    private ExchangeSweep terms;
    private AuditDesk audit;
    private Event<ArrivalWaiting> bell;
    private OfficeClock clock;

    protected QuarantineDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public QuarantineDeskBean(
            ArrivalStore store, PeerStore peers, QuarantinedEnd end, ExchangeSweep terms, AuditDesk audit, Event<ArrivalWaiting> bell, OfficeClock clock) {
        this.store = store;
        this.peers = peers;
        this.end = end;
        this.terms = terms;
        this.audit = audit;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.RECORDS_MANAGER, Role.OPERATOR})
    public Page<QuarantineLine> list(PageRequest request) {
        var since = clock.now().minus(terms.quarantine());
        var names = peers.list().stream().collect(Collectors.toMap(Peer::code, Peer::name));
        var refused = store.listRefused(since, request);
        var kept = store.keptOf(refused);
        var rows = refused.stream().map(arrival -> line(arrival, names.get(arrival.key().peer()), kept.contains(arrival.key()))).toList();
        return new Page<>(rows, store.countRefused(since), request);
    }

    private QuarantineLine line(Arrival arrival, String name, boolean kept) {
        return arrival.quarantined(name, arrival.judgedAt() == null ? null : arrival.judgedAt().plus(terms.quarantine()), kept);
    }

    @Override
    @RolesAllowed({Role.RECORDS_MANAGER, Role.OPERATOR})
    public QuarantineView open(String peer, UUID id) {
        var arrival = store.find(new ArrivalKey(peer, id)).filter(Arrival::isAnswered).orElseThrow(QuarantineDeskBean::unknown);
        var whole = store.isWhole(arrival);
        audit.looked(new AuditNote("exchange.quarantine-look", null, OBJECT, id.toString(), peer));
        var name = peers.find(peer).map(Peer::name).orElse(peer);
        return new QuarantineView(line(arrival, name, whole), whole ? head(arrival).orElse(null) : null);
    }

    /** Who keeps the line between offices running need not know what a confidential letter, or one of a service, is about. */
    private Optional<LetterHead> head(Arrival arrival) {
        return end.head(arrival).map(head -> head.mark() == LetterMark.ORDINARY && head.service().equals(LetterHead.LETTER) ? head : withoutTitle(head));
    }

    private static LetterHead withoutTitle(LetterHead head) {
        return new LetterHead(head.messageId(), head.conversationId(), head.sequence(), head.sender(), head.recipient(), head.number(), head.date(), null,
                head.mark(), head.replyTo(), head.deadline(), head.service(), head.serviceVersion(), head.parts());
    }

    @Override
    @RolesAllowed({Role.RECORDS_MANAGER, Role.OPERATOR})
    public void judgeAgain(String peer, UUID id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation(REASON_MISSING);
        }
        var key = new ArrivalKey(peer, id);
        store.lockConversation(peer, store.conversationOf(key).orElseThrow(QuarantineDeskBean::unknown));
        var arrival = store.lock(key).orElseThrow(QuarantineDeskBean::unknown);
        requireJudgeable(arrival);
        var now = clock.now();
        arrival.judgeAgain(now);
        peers.note(new Use(now, peer, true, arrival.service(), "judge-again", id, "STORED", arrival.bytes()));
        audit.changed(new AuditNote("exchange.judge-again", null, OBJECT, id.toString(), reason.strip()));
        bell.fire(new ArrivalWaiting());
    }

    private void requireJudgeable(Arrival arrival) {
        if (arrival.state() != ArrivalState.REFUSED) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        if (!store.isWhole(arrival)) {
            throw new RuleViolation(PIECES_GONE);
        }
        if (store.isPlaceTaken(arrival)) {
            throw new RuleViolation(PLACE_TAKEN, arrival.sequence());
        }
        if (store.isLaterKept(arrival)) {
            throw new RuleViolation(LATER_KEPT);
        }
    }

    private static RuleViolation unknown() {
        return new RuleViolation(NO_SUCH_MESSAGE);
    }
}
