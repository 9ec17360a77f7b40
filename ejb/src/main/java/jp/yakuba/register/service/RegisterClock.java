package jp.yakuba.register.service;

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
import jp.yakuba.register.api.Register;

/**
 * Looks every ten minutes, at one node, whether others may know less of an entry than they were told, for an address in its words may be protected since;
 * and forgets persons whose time is over.
 */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegisterClock {
    private static final Logger LOG = System.getLogger(RegisterClock.class.getName());
    private static final String NAME = "register";
    private RegisterPublishing publishing;
    private CurrentActor actor;
    private RequestContextController requests;
    private final PatientDeed deed = new PatientDeed("Publishing joint registers", this::publish);

    protected RegisterClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public RegisterClock(RegisterPublishing publishing, CurrentActor actor, RequestContextController requests) {
        this.publishing = publishing;
        this.actor = actor;
        this.requests = requests;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*/10", second = "41", persistent = false, info = "register: entries for other towns")
    void tick() {
        deed.tick();
    }

    private void publish() {
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            if (publishing.claim()) {
                for (var register : Register.values()) {
                    round(register);
                }
            }
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }

    private void round(Register register) {
        for (var after = ""; after != null; ) {
            var looked = publishing.look(register, after);
            looked.others().forEach(number -> publish(register, number));
            after = looked.next();
        }
        if (register.isOfPersons()) {
            publishing.forgetUnasked(register);
            publishing.dropReadings(register);
            publishing.listEnded(register).forEach(office -> forget(register, office));
        }
    }

    private void forget(Register register, String office) {
        boolean more = true;
        while (more) {
            more = publishing.forgetEnded(register, office);
        }
    }

    /** One that cannot be published holds up no other. */
    private void publish(Register register, String number) {
        try {
            publishing.publishAlone(register, number);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "The entry {0} cannot be published: {1}", number, PatientDeed.essence(broken));
        }
    }
}
