package jp.yakuba.share.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Looks every five minutes whether a shared procedure was published anew or began or ended by its day. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShareClock {
    private static final Logger LOG = System.getLogger(ShareClock.class.getName());
    private static final String NAME = "share";
    private Sharing sharing;
    private CurrentActor actor;
    private RequestContextController requests;
    private final PatientDeed publishing = new PatientDeed("Publishing shared procedures", this::publish);

    protected ShareClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ShareClock(Sharing sharing, CurrentActor actor, RequestContextController requests) {
        this.sharing = sharing;
        this.actor = actor;
        this.requests = requests;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*/5", second = "27", persistent = false, info = "share: procedures for other towns")
    void tick() {
        publishing.tick();
    }

    private void publish() {
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            sharing.codes().forEach(this::publish);
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }

    /** One that cannot be published holds up no other. */
    private void publish(String code) {
        try {
            sharing.publishAlone(code);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "The shared procedure {0} cannot be published: {1}", code, PatientDeed.essence(broken));
        }
    }
}
