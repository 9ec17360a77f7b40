package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A standing protection without any address. Alert: empty, {@code ENDS_SOON} from one month before the end, or
 * {@code OVERDUE} when the period has passed; it still stands then.
 */
public record ProtectionView(
        UUID id, long version, UUID applicantId, String applicantName, int persons, boolean provisional,
        LocalDate startsOn, LocalDate endsOn, String alert) {}
