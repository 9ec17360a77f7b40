package jp.yakuba.organization.service;

import static jp.yakuba.organization.api.OrganizationProblem.CLOCK_IS_REAL;
import static jp.yakuba.organization.api.OrganizationProblem.SHIFT_TOO_FAR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.ClockView;
import jp.yakuba.organization.api.TownView;
import jp.yakuba.organization.store.OrganizationStore;

/** Behind the clock desk. */
@Stateless
@RunAs(Role.DESK)
public class ClockDeskBean implements ClockDesk {
    private static final Duration FARTHEST = Duration.ofDays(7305);

    private OrganizationStore store;
    private ChartRoom room;
    private ShiftedClock clock;
    private AuditDesk audit;
    private Event<ClockMoved> moved;

    protected ClockDeskBean() {
        // for the container
    }

    @Inject
    public ClockDeskBean(
            OrganizationStore store, ChartRoom room, ShiftedClock clock, AuditDesk audit, Event<ClockMoved> moved) {
        this.store = store;
        this.room = room;
        this.clock = clock;
        this.audit = audit;
        this.moved = moved;
    }

    /** Open to all: the time on the wall, and the warning that it is not real, stand on every page. */
    @Override
    @PermitAll
    public ClockView current() {
        return new ClockView(clock.now(), clock.shift(), isMovable());
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void shift(Duration shift) {
        if (!isMovable()) {
            throw new RuleViolation(CLOCK_IS_REAL);
        }
        if (shift.abs().compareTo(FARTHEST) > 0) {
            throw new RuleViolation(SHIFT_TOO_FAR);
        }
        store.shiftClock(shift.toSeconds());
        audit.changed(new AuditNote("organization.clock.shift", null, "clock", "office", words(shift)));
        moved.fire(new ClockMoved());
    }

    /** How far, for whoever reads the log. */
    private static String words(Duration shift) {
        return shift.isZero() ? "0日" : shift.toDays() + "日" + (shift.toHoursPart() == 0 ? "" : shift.toHoursPart() + "時間");
    }

    private boolean isMovable() {
        return !OfficeProfile.isProduction() && room.town().filter(TownView::sample).isPresent();
    }
}
