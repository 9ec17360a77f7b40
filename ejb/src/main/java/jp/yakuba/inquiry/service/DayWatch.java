package jp.yakuba.inquiry.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jp.yakuba.inquiry.model.DayNotice;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Watches the days of inquiries: every five minutes on every node, so that a clock that was moved is noticed too. */
@Singleton
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DayWatch {
    private static final Logger LOG = System.getLogger(DayWatch.class.getName());

    private DayRound round;
    private final PatientDeed telling = new PatientDeed("Telling of the days of inquiries", this::tellAll);

    protected DayWatch() {
        // for the container
    }

    /** For the container. */
    @Inject
    public DayWatch(DayRound round) {
        this.round = round;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*/5", second = "40", persistent = false, info = "inquiry: tell of days")
    void tick() {
        telling.tick();
    }

    private void tellAll() {
        round.listOwed().forEach(this::tell);
    }

    /** One that cannot be told holds up no other. */
    private void tell(DayNotice notice) {
        try {
            round.tell(notice);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "{0} {1} is told at the next turn: {2}", notice.kind(), notice.subject(), failure.getClass().getSimpleName());
        }
    }
}
