package jp.yakuba.organization.service;

import static jp.yakuba.organization.api.OrganizationProblem.ABSENCE_UNREASONABLE;
import static jp.yakuba.organization.api.OrganizationProblem.ALREADY_AWAY;
import static jp.yakuba.organization.api.OrganizationProblem.NOT_YOUR_ABSENCE;
import static jp.yakuba.organization.api.OrganizationProblem.NO_SUCH_ABSENCE;
import static jp.yakuba.organization.api.OrganizationProblem.NO_SUCH_STAFF;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.AbsenceDesk;
import jp.yakuba.organization.api.AbsenceView;
import jp.yakuba.organization.api.AwayView;
import jp.yakuba.organization.api.EnterAbsence;
import jp.yakuba.organization.model.Absence;
import jp.yakuba.organization.model.AbsenceBook;
import jp.yakuba.organization.store.AbsenceStore;

/** Behind the calendar of absences. */
@Stateless
@RunAs(Role.DESK)
public class AbsenceDeskBean implements AbsenceDesk {
    private static final int LONGEST_YEARS = 3;

    private AbsenceStore store;
    private ChartRoom room;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected AbsenceDeskBean() {
        // for the container
    }

    @Inject
    public AbsenceDeskBean(AbsenceStore store, ChartRoom room, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.room = room;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.PERSONNEL})
    public UUID enter(EnterAbsence command) {
        requireOwnOrPersonnel(command.staffId());
        if (!isStaff(command.staffId())) {
            throw new RuleViolation(NO_SUCH_STAFF);
        }
        var absence = Absence.entered(command, actor.get().name(), clock.now());
        requireReasonable(absence);
        if (store.touches(absence.staff(), absence.startsAt(), absence.endsAt())) {
            throw new RuleViolation(ALREADY_AWAY);
        }
        store.add(absence);
        note("organization.absence.enter", absence);
        return absence.id();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.PERSONNEL})
    public void cancel(UUID absenceId) {
        var absence = store.find(absenceId).orElseThrow(() -> new RuleViolation(NO_SUCH_ABSENCE));
        requireOwnOrPersonnel(absence.staff());
        if (absence.covers(clock.now())) {
            absence.endAt(clock.now());
        } else if (absence.startsAt().isAfter(clock.now())) {
            store.remove(absence);
        } else {
            throw new RuleViolation(NO_SUCH_ABSENCE);
        }
        note("organization.absence.cancel", absence);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<AbsenceView> listMine() {
        return store.listOf(actor.get().id(), clock.now()).stream().map(this::view).toList();
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<AbsenceView> list(LocalDate from, LocalDate until) {
        var first = from.atStartOfDay(OfficeClock.ZONE).toInstant();
        var last = until.plusDays(1).atStartOfDay(OfficeClock.ZONE).toInstant();
        return store.list(first, last).stream().map(this::view).toList();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<AwayView> listAway(Instant at) {
        var book = new AbsenceBook(store.listAround(at), room.calendar());
        return book.absences().stream()
                .map(Absence::staff)
                .distinct()
                .map(staff -> new AwayView(staff, book.returnsOn(staff, at).orElseThrow()))
                .toList();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public boolean isAway(UUID staffId, Instant at) {
        return returnsOn(staffId, at).isPresent();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Optional<LocalDate> returnsOn(UUID staffId, Instant at) {
        return new AbsenceBook(store.listOf(staffId, at), room.calendar()).returnsOn(staffId, at);
    }

    private void requireOwnOrPersonnel(UUID staff) {
        if (!staff.equals(actor.get().id()) && !actor.get().holds(Role.PERSONNEL)) {
            audit.refused(new AuditNote(
                    "organization.absence", null, "staff", staff.toString(), NOT_YOUR_ABSENCE.code()));
            throw new RuleViolation(NOT_YOUR_ABSENCE);
        }
    }

    private void requireReasonable(Absence absence) {
        var latest = clock.now().atZone(OfficeClock.ZONE).plusYears(LONGEST_YEARS).toInstant();
        if (!absence.startsAt().isBefore(absence.endsAt()) || absence.endsAt().isAfter(latest)
                || !absence.endsAt().isAfter(clock.now())) {
            throw new RuleViolation(ABSENCE_UNREASONABLE);
        }
    }

    private boolean isStaff(UUID id) {
        return room.chart().staff().stream().anyMatch(member -> member.id().equals(id));
    }

    private AbsenceView view(Absence absence) {
        var name = room.chart().staff().stream()
                .filter(member -> member.id().equals(absence.staff()))
                .map(member -> member.name())
                .findFirst()
                .orElse("");
        return absence.view(name);
    }

    private void note(String deed, Absence absence) {
        audit.changed(new AuditNote(deed, null, "staff", absence.staff().toString(), null));
    }
}
