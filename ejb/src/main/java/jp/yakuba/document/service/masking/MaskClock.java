package jp.yakuba.document.service.masking;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import jp.yakuba.document.service.PdfPages.NotPossible;
import jp.yakuba.document.service.masking.MaskRound.Order;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PatientDeed;

/** Makes the copies that were asked for, one at a time on each node. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MaskClock {
    private static final Logger LOG = System.getLogger(MaskClock.class.getName());
    private static final String NAME = "masking";

    private MaskRound round;
    private CurrentActor actor;
    private RequestContextController requests;
    private final PatientDeed making = new PatientDeed("Making masked copies", this::makeDue);

    protected MaskClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public MaskClock(MaskRound round, CurrentActor actor, RequestContextController requests) {
        this.round = round;
        this.actor = actor;
        this.requests = requests;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "document: copies with masks")
    void make() {
        making.tick();
    }

    private void makeDue() {
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            for (var due = round.claim(); due.isPresent(); due = round.claim()) {
                make(due.get());
            }
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }

    private void make(Order order) {
        try {
            var target = Files.createTempFile("yakuba-masked-", ".pdf");
            try {
                round.draw(order, target);
                round.keep(order, target);
            } catch (NotPossible obstacle) {
                round.giveUp(order, obstacle.obstacle());
            } finally {
                Files.deleteIfExists(target);
            }
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.WARNING, "The copy of sheet " + order.sheetId() + " will be tried again", broken);
            round.postpone(order);
        }
    }
}
