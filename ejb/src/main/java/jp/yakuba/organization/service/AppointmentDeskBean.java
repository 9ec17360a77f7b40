package jp.yakuba.organization.service;

import static jp.yakuba.organization.api.OrganizationProblem.APPOINTMENT_HAS_BEGUN;
import static jp.yakuba.organization.api.OrganizationProblem.NO_SUCH_APPOINTMENT;
import static jp.yakuba.organization.api.OrganizationProblem.RULE_FROM_PAST;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.AppointmentDesk;
import jp.yakuba.organization.api.AppointmentFault;
import jp.yakuba.organization.api.AppointmentKind;
import jp.yakuba.organization.api.AppointmentLine;
import jp.yakuba.organization.api.AppointmentTerms;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.organization.model.Appointment;
import jp.yakuba.organization.model.AppointmentCheck;
import jp.yakuba.organization.model.AppointmentFile;
import jp.yakuba.organization.model.Chart;
import jp.yakuba.organization.model.Span;
import jp.yakuba.organization.model.Staff;
import jp.yakuba.organization.store.AppointmentStore;

/** Behind the desk of appointments. */
@Stateless
@RunAs(Role.DESK)
public class AppointmentDeskBean implements AppointmentDesk {
    private AppointmentStore store;
    private AuditDesk audit;
    private OfficeClock clock;
    private Event<ChartChanged> changes;

    protected AppointmentDeskBean() {
        // for the container
    }

    @Inject
    public AppointmentDeskBean(AppointmentStore store, AuditDesk audit, OfficeClock clock, Event<ChartChanged> changes) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<AppointmentLine> list(LocalDate on) {
        return lines(one -> one.span().holdsOn(on), Comparator.comparing(AppointmentLine::post).thenComparing(AppointmentLine::kind));
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<AppointmentLine> listAhead(LocalDate after) {
        return lines(one -> one.span().validFrom().isAfter(after),
                Comparator.comparing(AppointmentLine::validFrom).thenComparing(AppointmentLine::post));
    }

    private List<AppointmentLine> lines(Predicate<Appointment> which, Comparator<AppointmentLine> order) {
        var chart = store.chart();
        return chart.appointments().stream().filter(which).map(one -> line(chart, one)).sorted(order).toList();
    }

    private static AppointmentLine line(Chart chart, Appointment one) {
        var person = chart.staff().stream().filter(member -> member.id().equals(one.staff())).findFirst().orElseThrow();
        return new AppointmentLine(one.id(), person.number(), person.name(), one.post(), chart.titleOf(one.post()),
                AppointmentKind.valueOf(one.kind().name()), one.span().validFrom(), one.span().validUntil());
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<PostView> listVacant(LocalDate on) {
        return store.chart().vacantPosts(on);
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<StaffView> listStaff() {
        var chart = store.chart();
        return chart.staff().stream()
                .sorted(Comparator.comparing(Staff::number))
                .flatMap(member -> chart.staff(member::equals, clock.today()).stream())
                .toList();
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<PostView> listPosts(LocalDate on) {
        var chart = store.chart();
        return chart.sectionsOn(on).stream().flatMap(section -> chart.postViewsOf(section.code(), on)).toList();
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<AppointmentFault> appoint(List<AppointmentTerms> orders, LocalDate from) {
        requireAhead(from);
        store.lock();
        var check = new AppointmentCheck(store.chart(), from);
        var faults = check.faultsOf(orders);
        if (faults.isEmpty()) {
            write(orders, check, from);
        }
        return faults;
    }

    private void write(List<AppointmentTerms> orders, AppointmentCheck check, LocalDate from) {
        orders.forEach(order -> appoint(order, check.person(order.staffNumber()).orElseThrow().id(), from));
        audit.changed(new AuditNote("organization.appointment.order", null, "appointment", from.toString(), orders.size() + " orders"));
        changes.fire(new ChartChanged());
    }

    private void appoint(AppointmentTerms order, UUID staff, LocalDate from) {
        var until = order.until();
        if (order.kind() == AppointmentKind.MAIN) {
            var mains = store.listMainOf(staff);
            mains.stream().filter(main -> main.span().holdsOn(from)).forEach(main -> endAt(main, from));
            until = Stream.concat(Stream.ofNullable(until), mains.stream().map(main -> main.span().validFrom()).filter(day -> day.isAfter(from)))
                    .min(LocalDate::compareTo).orElse(null);
            store.write();
        }
        store.add(new Appointment(staff, order.post(), Appointment.Kind.valueOf(order.kind().name()), new Span(from, until)));
        store.write();
    }

    private void endAt(Appointment held, LocalDate from) {
        if (held.span().validFrom().isBefore(from)) {
            held.holdUntil(from);
        } else {
            store.remove(held);
        }
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public void end(UUID appointmentId, LocalDate from) {
        requireAhead(from);
        store.lock();
        var held = find(appointmentId);
        if (held.span().validUntil() != null && !from.isBefore(held.span().validUntil())) {
            throw new RuleViolation(NO_SUCH_APPOINTMENT);
        }
        endAt(held, from);
        changed("organization.appointment.end", appointmentId, from.toString());
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public void takeBack(UUID appointmentId) {
        store.lock();
        var ahead = find(appointmentId);
        if (!ahead.span().validFrom().isAfter(clock.today())) {
            throw new RuleViolation(APPOINTMENT_HAS_BEGUN);
        }
        store.remove(ahead);
        store.write();
        if (ahead.kind() == Appointment.Kind.MAIN) {
            store.listMainOf(ahead.staff()).stream()
                    .filter(before -> ahead.span().validFrom().equals(before.span().validUntil()))
                    .forEach(before -> before.holdUntil(ahead.span().validUntil()));
        }
        changed("organization.appointment.take-back", appointmentId, ahead.post());
    }

    private Appointment find(UUID id) {
        return store.find(id).orElseThrow(() -> new RuleViolation(NO_SUCH_APPOINTMENT));
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public String exportCsv(LocalDate on) {
        return AppointmentFile.write(list(on).stream()
                .map(line -> new AppointmentTerms(line.staffNumber(), line.post(), line.kind(), line.validUntil())).toList());
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<AppointmentFault> importCsv(String csv, LocalDate from, boolean really) {
        requireAhead(from);
        store.lock();
        var check = new AppointmentCheck(store.chart(), from);
        var file = AppointmentFile.read(csv);
        var faults = file.faults(check);
        if (faults.isEmpty() && really) {
            write(file.orders(), check, from);
        }
        return faults;
    }

    private void requireAhead(LocalDate from) {
        if (from.isBefore(clock.today())) {
            throw new RuleViolation(RULE_FROM_PAST, from);
        }
    }

    private void changed(String deed, UUID id, String reason) {
        audit.changed(new AuditNote(deed, null, "appointment", String.valueOf(id), reason));
        changes.fire(new ChartChanged());
    }
}
