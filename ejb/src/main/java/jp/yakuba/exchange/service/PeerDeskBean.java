package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.CHANGED_MEANWHILE;
import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_PEER;
import static jp.yakuba.exchange.api.ExchangeProblem.PEER_KNOWN;
import static jp.yakuba.exchange.api.ExchangeProblem.PEER_OURSELVES;
import static jp.yakuba.exchange.api.ExchangeProblem.PEER_WRONG;
import static jp.yakuba.exchange.api.ExchangeProblem.REASON_MISSING;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.exchange.api.PeerChange;
import jp.yakuba.exchange.api.PeerDesk;
import jp.yakuba.exchange.api.PeerState;
import jp.yakuba.exchange.api.PeerView;
import jp.yakuba.exchange.api.Subscription;
import jp.yakuba.exchange.api.WritePeer;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.exchange.store.PeerChangeStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Behind the desk of the offices: keeps them, and how they were kept before. */
@Stateless
@RunAs(Role.DESK)
public class PeerDeskBean implements PeerDesk {
    private static final String OBJECT = "peer";

    private PeerStore store;
    private PeerChangeStore changes;
    private ParcelStore parcels;
    private Instance<OfferedService> offered;
    private Instance<Subscription> subscriptions;
    private OrganizationDesk organization;
    private AuditDesk audit;
    private Event<ParcelWaiting> bell;
    private CurrentActor actor;
    private OfficeClock clock;

    protected PeerDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public PeerDeskBean(
            PeerStore store, PeerChangeStore changes, ParcelStore parcels, @Any Instance<OfferedService> offered, @Any Instance<Subscription> subscriptions,
            OrganizationDesk organization, AuditDesk audit, Event<ParcelWaiting> bell, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.changes = changes;
        this.parcels = parcels;
        this.offered = offered;
        this.subscriptions = subscriptions;
        this.organization = organization;
        this.audit = audit;
        this.bell = bell;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public List<PeerView> list() {
        return store.list().stream().map(Peer::view).toList();
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public PeerView find(String code) {
        return store.find(code).map(Peer::view).orElseThrow(PeerDeskBean::unknown);
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public List<String> listServices() {
        var others = Stream.concat(offered.stream().map(OfferedService::code), subscriptions.stream().map(Subscription::name)).sorted();
        return Stream.concat(Stream.of(LetterHead.LETTER), others).distinct().toList();
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void add(WritePeer words) {
        require(words);
        if (words.code().equals(organization.town().code())) {
            throw new RuleViolation(PEER_OURSELVES);
        }
        var peer = Peer.added(words, clock.now());
        if (!store.addNew(peer)) {
            throw new RuleViolation(PEER_KNOWN);
        }
        note(store.find(words.code()).orElseThrow(), "exchange.peer-add", null);
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void write(WritePeer words) {
        require(words);
        var peer = locked(words.code(), words.version());
        peer.write(words);
        note(peer, "exchange.peer-write", null);
    }

    private static void require(WritePeer words) {
        var wrong = words.wrong();
        if (!wrong.isEmpty()) {
            throw new RuleViolation(PEER_WRONG, wrong);
        }
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void suspend(String code, long version, String reason) {
        become(code, version, PeerState.SUSPENDED, "exchange.peer-suspend", reason);
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void resume(String code, long version, String reason) {
        become(code, version, PeerState.ACTIVE, "exchange.peer-resume", reason);
        bell.fire(new ParcelWaiting());
    }

    private void become(String code, long version, PeerState state, String deed, String reason) {
        requireReason(reason);
        var peer = locked(code, version);
        peer.become(state);
        note(peer, deed, reason.strip());
    }

    /** How it stood before is written down too, if it never was: it may have come without this desk. */
    private Peer locked(String code, Long version) {
        var peer = store.lock(code).orElseThrow(PeerDeskBean::unknown);
        if (version == null || peer.version() != version) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
        changes.note(peer.view(), peer.view().addedAt(), null, null);
        return peer;
    }

    private void note(Peer peer, String deed, String reason) {
        store.flush();
        changes.note(peer.view(), clock.now(), actor.get().name(), reason);
        audit.changed(new AuditNote(deed, null, OBJECT, peer.code(), reason));
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public List<PeerChange> listChanges(String code) {
        return changes.list(code, find(code).addedAt());
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public int tryAll(String code, String reason) {
        requireReason(reason);
        var peer = store.find(code).orElseThrow(PeerDeskBean::unknown);
        audit.changed(new AuditNote("exchange.try-all", null, OBJECT, peer.code(), reason.strip()));
        int due = parcels.tryAll(code, clock.now());
        bell.fire(new ParcelWaiting());
        return due;
    }

    private static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation(REASON_MISSING);
        }
    }

    private static RuleViolation unknown() {
        return new RuleViolation(NO_SUCH_PEER);
    }
}
