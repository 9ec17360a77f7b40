package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.SessionLine;
import jp.yakuba.account.api.SignInStep;
import jp.yakuba.account.api.Zone;
import jp.yakuba.account.model.ParkedForm;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.model.Session;
import jp.yakuba.account.store.GuardStore;
import jp.yakuba.account.store.SessionStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/** Opens, reads and ends sessions. */
@ApplicationScoped
public class SessionBook {
    @Inject
    private SessionStore store;

    @Inject
    private GuardStore guards;

    @Inject
    private SessionReader reader;

    @Inject
    private RememberedActors remembered;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Opens a session of a resident; with a second factor to come, it only waits for it. */
    public SignInStep openResident(UUID accountId, boolean factorToCome, Assurance assurance, String origin, String agent) {
        var token = SecretToken.fresh();
        var session = Session.ofResident(token, accountId, factorToCome ? Session.Stage.SECOND_FACTOR : Session.Stage.OPEN,
                factorToCome ? Assurance.NONE : assurance, origin, agent, clock.now());
        store.add(session);
        return new SignInStep(token, factorToCome, session.endsAt(), unsent(session));
    }

    /** Opens a session of a member of staff. */
    public SignInStep openStaff(UUID staffId, boolean factorToCome, String origin, String agent) {
        var token = SecretToken.fresh();
        var session = Session.ofStaff(token, staffId, factorToCome ? Session.Stage.SECOND_FACTOR : Session.Stage.OPEN,
                factorToCome ? Assurance.NONE : Assurance.PASSWORD, origin, agent, clock.now());
        store.add(session);
        return new SignInStep(token, factorToCome, session.endsAt(), unsent(session));
    }

    /** The session with the token that still waits for its second factor. */
    public Optional<Session> findWaiting(String token) {
        return find(token).filter(session -> !session.isOpen());
    }

    /** Opens a waiting session under a new token. */
    public SignInStep open(Session waiting) {
        var token = SecretToken.fresh();
        waiting.open(token, clock.now());
        return new SignInStep(token, false, waiting.endsAt(), unsent(waiting));
    }

    /** The actor of the token in the zone; remembered for a few seconds, so most requests ask no database. */
    public Optional<Actor> actorOf(String token, Zone zone, String origin) {
        var hash = SecretToken.hash(token);
        return remembered.find(hash, zone, clock.now(), () -> reader.read(hash))
                .map(actor -> new Actor(actor.kind(), actor.id(), actor.name(), actor.post(), actor.section(),
                        actor.roles(), actor.assurance(), origin));
    }

    /** Ends the session of the token. */
    public Optional<Session> end(String token) {
        remembered.forget(SecretToken.hash(token));
        var session = store.findByToken(SecretToken.hash(token));
        session.ifPresent(found -> found.end(clock.now()));
        return session;
    }

    /** Ends one session of the owner; false if it is none of the owner's. */
    public boolean end(UUID sessionId, UUID ownerId) {
        var session = store.find(sessionId).filter(found -> found.ownerId().equals(ownerId));
        session.ifPresent(found -> found.end(clock.now()));
        remembered.forgetOwner(ownerId);
        return session.isPresent();
    }

    /** Ends every session of the owner. */
    public void endAllOf(UUID ownerId) {
        store.endAllOf(ownerId, clock.now());
        remembered.forgetOwner(ownerId);
    }

    /** Ends every session of the owner but the one with the token, those that wait for a second factor too. */
    public void endOthersOf(UUID ownerId, String keptToken) {
        store.endOthersOf(ownerId, SecretToken.hash(keptToken), clock.now());
        remembered.forgetOwner(ownerId);
    }

    /** The owner's standing sessions. */
    public List<SessionLine> listOf(UUID ownerId, String presentToken) {
        var hash = SecretToken.hash(presentToken);
        return store.listOf(ownerId).stream()
                .filter(session -> session.isOpen() && session.stands(clock.now()))
                .map(session -> session.line(hash))
                .toList();
    }

    /** Whose session the token is or once was, in the zone; for what is kept across an expired session. */
    public Optional<ParkedForm.Owner> ownerOfOnce(String token, Zone zone) {
        return store.findByToken(SecretToken.hash(token)).filter(session -> session.zone() == zone && session.isOpen()).flatMap(this::ownerOf);
    }

    private Optional<ParkedForm.Owner> ownerOf(Session session) {
        return session.zone() == Zone.PORTAL
                ? Optional.of(new ParkedForm.Owner(session.accountId(), null))
                : organization.listPostsOf(session.staffId(), clock.today()).stream().findFirst()
                        .map(post -> new ParkedForm.Owner(session.staffId(), post.code()));
    }

    private boolean unsent(Session session) {
        return ownerOf(session).filter(owner -> guards.hasParked(owner, clock.now())).isPresent();
    }

    private Optional<Session> find(String token) {
        return store.findByToken(SecretToken.hash(token)).filter(session -> session.stands(clock.now()));
    }
}
