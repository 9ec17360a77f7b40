package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.CHANGED_MEANWHILE;
import static jp.yakuba.application.api.ApplicationProblem.STATE_FORBIDS;
import static jp.yakuba.application.api.ApplicationProblem.VISIT_TOO_NEAR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.VisitDesk;
import jp.yakuba.application.api.VisitView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.VisitLimit;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.AppointmentStore.Booked;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Moves and cancels booked visits: everything of the sitting that waits for the visit learns of it in the same deed. */
@Stateless
@RunAs(Role.DESK)
public class VisitDeskBean implements VisitDesk {
    private static final String OPEN_DAYS_BEFORE = "visit.change.open-days-before";
    private static final String CLOSES_AT = "visit.change.closes-at";

    @Inject
    private OwnApplications own;

    @Inject
    private ApplicationStore applications;

    @Inject
    private Visits visits;

    @Inject
    private VisitNews news;

    @Inject
    private Forms forms;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Override
    @RolesAllowed(Role.RESIDENT)
    public VisitView get(UUID bundleId) {
        own.bundle(bundleId);
        var waiting = waiting(bundleId).map(application -> own.get(application.id())).toList();
        if (waiting.isEmpty()) {
            throw nothingWaits();
        }
        var booked = visits.find(bundleId);
        var until = booked.map(this::lastMoment).orElse(null);
        return new VisitView(bundleId, booked.map(Booked::startsAt).orElse(null),
                booked.map(Booked::place).orElseGet(() -> news.placeOf(waiting.get(0))), until, isInTime(until), visits.listChoices(),
                waiting.stream().map(application -> forms.lastKnown(application.arrival().procedure()).name()).toList());
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void book(UUID bundleId, LocalDateTime seen, LocalDateTime wanted) {
        var waiting = lockWaiting(bundleId);
        var booked = mustBeAsSeen(bundleId, seen);
        if (wanted.equals(seen)) {
            return;
        }
        var place = booked.map(Booked::place).orElseGet(() -> news.placeOf(waiting.get(0)));
        visits.move(bundleId, wanted, place);
        waiting.forEach(application -> news.moved(application, wanted));
        news.tellMoved(bundleId, wanted, place);
        applications.write();
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void cancel(UUID bundleId, LocalDateTime seen) {
        var waiting = lockWaiting(bundleId);
        mustBeAsSeen(bundleId, seen).ifPresent(booked -> {
            visits.giveBack(bundleId);
            waiting.forEach(application -> news.cancelled(application, booked.startsAt()));
            news.tellCancelled(bundleId, booked.startsAt());
            applications.write();
        });
    }

    /** Everything that waits for the visit, now or after its correction, each locked, in the order of the sitting. */
    private List<Application> lockWaiting(UUID bundleId) {
        own.bundle(bundleId);
        var locked = applications.idsOfBundle(bundleId).stream().map(own::lock).filter(Application::awaitsVisit).toList();
        if (locked.stream().noneMatch(application -> application.state() == ApplicationState.VISIT)) {
            throw nothingWaits();
        }
        return locked;
    }

    private Stream<Application> waiting(UUID bundleId) {
        return applications.listOfBundle(bundleId).stream()
                .filter(application -> application.state() == ApplicationState.VISIT);
    }

    private Optional<Booked> mustBeAsSeen(UUID bundleId, LocalDateTime seen) {
        var booked = visits.find(bundleId);
        if (!Objects.equals(seen, booked.map(Booked::startsAt).orElse(null))) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
        if (booked.isPresent() && !isInTime(lastMoment(booked.get()))) {
            throw new RuleViolation(VISIT_TOO_NEAR);
        }
        return booked;
    }

    private boolean isInTime(LocalDateTime until) {
        return until == null || !clock.localNow().isAfter(until);
    }

    private LocalDateTime lastMoment(Booked booked) {
        var today = clock.today();
        var limit = new VisitLimit(
                organization.findSetting(OPEN_DAYS_BEFORE, today).map(Integer::parseInt).orElse(1),
                organization.findSetting(CLOSES_AT, today).map(LocalTime::parse).orElse(LocalTime.of(17, 15)));
        return limit.lastMoment(organization.calendar(), booked.startsAt());
    }

    private static RuleViolation nothingWaits() {
        return new RuleViolation(STATE_FORBIDS, "", ApplicationState.VISIT.name());
    }
}
