package jp.yakuba.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.yakuba.account.api.ParkedPost;
import jp.yakuba.account.api.ParkingDesk;
import jp.yakuba.account.api.Zone;
import jp.yakuba.account.model.ParkedForm.Owner;
import jp.yakuba.account.model.ParkedForm;
import jp.yakuba.account.store.GuardStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** Keeps what was sent on an expired session, encrypted, until the same person is back. */
@Stateless
@RunAs(Role.DESK)
public class ParkingDeskBean implements ParkingDesk {
    private static final String KEY = "parking";
    private static final int LONGEST = 1_000_000;
    private static final int LONGEST_PATH = 500;

    private GuardStore store;
    private SessionBook sessions;
    private KeyRing keys;
    private CurrentActor actor;
    private OfficeClock clock;

    protected ParkingDeskBean() {
        // for the container
    }

    @Inject
    public ParkingDeskBean(
            GuardStore store, SessionBook sessions, KeyRing keys, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.sessions = sessions;
        this.keys = keys;
        this.actor = actor;
        this.clock = clock;
    }

    /** Open to all: the session has expired; its token says whose it was. */
    @Override
    @PermitAll
    public boolean park(String expiredToken, Zone zone, String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        if (expiredToken == null || bytes.length > LONGEST || path.length() > LONGEST_PATH || !path.startsWith("/")) {
            return false;
        }
        var owner = sessions.ownerOfOnce(expiredToken, zone);
        owner.ifPresent(mine -> {
            forget(mine, path);
            store.add(new ParkedForm(mine, path, keys.seal(KEY, context(mine, path), bytes), clock.now()));
        });
        return owner.isPresent();
    }

    @Override
    @RolesAllowed({Role.RESIDENT, Role.STAFF})
    public Optional<ParkedPost> find() {
        var me = me();
        return store.findParked(me, clock.now()).map(form -> new ParkedPost(form.path(), new String(
                keys.open(KEY, context(me, form.path()), form.body()), StandardCharsets.UTF_8)));
    }

    @Override
    @RolesAllowed({Role.RESIDENT, Role.STAFF})
    public void forget(String path) {
        forget(me(), path);
    }

    private Owner me() {
        var me = actor.get();
        return new Owner(me.id(), me.kind() == Actor.Kind.STAFF ? me.post() : null);
    }

    private void forget(Owner owner, String path) {
        store.lockParked(owner, clock.now()).stream()
                .filter(form -> form.path().equals(path))
                .forEach(form -> form.forget(clock.now()));
    }

    /** What was sealed for one post opens in no other. */
    private static String context(Owner owner, String path) {
        return owner.id() + (owner.isStaff() ? " " + owner.post() : "") + path;
    }
}
