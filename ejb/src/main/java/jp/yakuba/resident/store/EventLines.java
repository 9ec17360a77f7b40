package jp.yakuba.resident.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.resident.api.EventLine;
import jp.yakuba.resident.model.EventReason;
import jp.yakuba.resident.model.EventState;

/** Makes lines of the history from rows. */
final class EventLines {
    private EventLines() {}

    static EventLine of(Object[] row) {
        return new EventLine((UUID) row[0], ((EventReason) row[1]).words(), (LocalDate) row[2], (Instant) row[3],
                ((EventState) row[4]).name(), (String) row[5]);
    }
}
