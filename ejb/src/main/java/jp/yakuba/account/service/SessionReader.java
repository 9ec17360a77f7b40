package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import jp.yakuba.account.api.Zone;
import jp.yakuba.account.model.Session;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.account.store.SessionStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;

/** Reads from the database who stands behind a token, with what the posts of staff give on the day. */
@ApplicationScoped
public class SessionReader {
    @Inject
    private SessionStore store;

    @Inject
    private AccountStore accounts;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** The actor behind the token's hash; the last use is written down at most once a minute. */
    @Transactional
    public RememberedActors.Entry read(byte[] tokenHash) {
        var now = clock.now();
        var session = store.findByToken(tokenHash).filter(found -> found.isOpen() && found.stands(now)).orElse(null);
        if (session == null) {
            return RememberedActors.Entry.nobody(now);
        }
        var actor = session.zone() == Zone.PORTAL ? resident(session) : staff(session);
        if (actor != null && session.usedAt().plus(Session.TOUCH).isBefore(now)) {
            store.touch(session.id(), now);
        }
        return new RememberedActors.Entry(actor, session.zone(), session.ownerId(), session.endsAt(), now);
    }

    private Actor resident(Session session) {
        return accounts.find(session.accountId())
                .map(account -> new Actor(Actor.Kind.RESIDENT, account.id(), account.displayName(), null, null,
                        Set.of(Role.RESIDENT), session.assurance(), ""))
                .orElse(null);
    }

    private Actor staff(Session session) {
        var today = clock.today();
        var posts = organization.listPostsOf(session.staffId(), today);
        if (posts.isEmpty()) {
            return null;
        }
        var roles = new HashSet<>(organization.listRolesOf(session.staffId(), today));
        roles.add(Role.STAFF);
        var main = posts.get(0);
        return new Actor(Actor.Kind.STAFF, session.staffId(), main.staffName(), main.code(), main.section(), roles,
                session.assurance(), "");
    }
}
