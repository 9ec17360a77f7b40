package jp.yakuba.certificate.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Watches the time of requests for copies, and who reads what is closed, every five minutes on every node. */
@Singleton
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CopyWatch {
    private static final Logger LOG = System.getLogger(CopyWatch.class.getName());

    private CopyRound round;
    private final PatientDeed deleting = new PatientDeed("Deleting what came for copies", this::expireAll);
    private final PatientDeed naming = new PatientDeed("Naming readers of requests for copies", this::nameAll);

    protected CopyWatch() {
        // for the container
    }

    /** For the container. */
    @Inject
    public CopyWatch(CopyRound round) {
        this.round = round;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*/5", second = "20", persistent = false, info = "certificate: delete what came, readers of what is closed")
    void tick() {
        deleting.tick();
        naming.tick();
    }

    private void nameAll() {
        var part = round.listMisread(null);
        part.misread().forEach(round::nameReaders);
        while (part.last() != null) {
            part = round.listMisread(part.last());
            part.misread().forEach(round::nameReaders);
        }
    }

    private void expireAll() {
        round.listDue().forEach(this::expire);
    }

    /** One that cannot be deleted now holds up no other. */
    private void expire(UUID id) {
        try {
            round.expire(id);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Request {0} is deleted at the next turn: {1}", id, failure.getClass().getSimpleName());
        }
    }
}
