package jp.yakuba.organization.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.organization.api.AppointmentFault;
import jp.yakuba.organization.api.AppointmentFault.Kind;
import jp.yakuba.organization.api.AppointmentKind;
import jp.yakuba.organization.api.AppointmentTerms;

/** Says what is wrong with orders of appointments that take effect on a day. */
public record AppointmentCheck(Chart chart, LocalDate from) {

    /** What is wrong, the orders being counted from 1. */
    public List<AppointmentFault> faultsOf(List<AppointmentTerms> orders) {
        return IntStream.range(0, orders.size()).boxed()
                .flatMap(at -> fault(orders.get(at), orders.subList(0, at))
                        .map(kind -> new AppointmentFault(at + 1, kind, valueOf(kind, orders.get(at)))).stream())
                .toList();
    }

    private static String valueOf(Kind kind, AppointmentTerms order) {
        return switch (kind.column()) {
            case "post" -> order.post();
            case "until" -> Objects.toString(order.until(), "");
            default -> order.staffNumber();
        };
    }

    private Optional<Kind> fault(AppointmentTerms order, List<AppointmentTerms> before) {
        var staff = person(order.staffNumber());
        if (staff.isEmpty()) {
            return Optional.of(Kind.STAFF_UNKNOWN);
        }
        if (chart.posts().stream().noneMatch(post -> post.code().equals(order.post()) && post.span().holdsOn(from))) {
            return Optional.of(Kind.POST_UNKNOWN);
        }
        if (order.until() != null && !order.until().isAfter(from)) {
            return Optional.of(Kind.UNTIL_TOO_EARLY);
        }
        if (before.stream().anyMatch(other -> isSamePerson(other, order)
                && (other.post().equals(order.post()) || other.kind() == AppointmentKind.MAIN && order.kind() == AppointmentKind.MAIN))) {
            return Optional.of(Kind.TWICE);
        }
        return Optional.of(Kind.HELD_ALREADY).filter(kind -> isHeld(staff.get().id(), order));
    }

    private static boolean isSamePerson(AppointmentTerms one, AppointmentTerms other) {
        return one.staffNumber().equals(other.staffNumber());
    }

    /** A main post that becomes another kind of the same post, or is given again, has to be ended first. */
    private boolean isHeld(UUID staff, AppointmentTerms order) {
        return chart.appointments().stream()
                .filter(held -> held.staff().equals(staff) && held.post().equals(order.post()))
                .anyMatch(held -> (held.span().validUntil() == null || held.span().validUntil().isAfter(from))
                        && (order.until() == null || held.span().validFrom().isBefore(order.until())));
    }

    /** The member of staff with the number. */
    public Optional<Staff> person(String number) {
        return chart.staff().stream().filter(member -> member.number().equals(number)).findFirst();
    }
}
