package jp.yakuba.application.api;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A visit that something sent waits for.
 *
 * @param startsAt when it is booked; null if it is not
 * @param until the last moment at which it can be moved or cancelled here; null if none is booked
 * @param changeable true until then
 * @param free the half hours that can be chosen
 */
public record VisitView(
        UUID bundleId, LocalDateTime startsAt, String place, LocalDateTime until, boolean changeable, List<Choice> free,
        List<Text> procedures) {
    public VisitView {
        free = List.copyOf(free);
        procedures = List.copyOf(procedures);
    }
}
