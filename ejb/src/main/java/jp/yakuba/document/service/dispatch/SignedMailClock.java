package jp.yakuba.document.service.dispatch;

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
import java.util.HashSet;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Lets mails go that waited for a time stamp, each in a deed of its own, whatever the time stamp service does meanwhile. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignedMailClock {
    private static final String NAME = "signing";

    private SignedMail mail;
    private CurrentActor actor;
    private RequestContextController requests;
    private final PatientDeed sending = new PatientDeed("Mail of signed letters", this::sendDue);

    protected SignedMailClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public SignedMailClock(SignedMail mail, CurrentActor actor, RequestContextController requests) {
        this.mail = mail;
        this.actor = actor;
        this.requests = requests;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "document: mails that waited for a time stamp")
    void tick() {
        sending.tick();
    }

    /** One deed each; one that fails holds no other up, and is told when all others are gone. */
    private void sendAll() {
        RuntimeException first = null;
        var passed = new HashSet<String>();
        for (var next = mail.findNext(passed); next.isPresent(); next = mail.findNext(passed)) {
            var original = next.get();
            try {
                if (!mail.send(original)) {
                    passed.add(original); // another node has it in hand
                }
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
                passed.add(original);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void sendDue() {
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            sendAll();
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }
}
