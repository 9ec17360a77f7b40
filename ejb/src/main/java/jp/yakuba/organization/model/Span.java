package jp.yakuba.organization.model;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The days on which something holds (有効期間), half open.
 *
 * @param validFrom the first day
 * @param validUntil the first day no longer; null while no end is known
 */
@Embeddable
public record Span(LocalDate validFrom, LocalDate validUntil) {
    public Span {
        Objects.requireNonNull(validFrom, "validFrom");
        if (validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException("A span ends after it begins: " + validFrom + " - " + validUntil);
        }
    }

    /** From the day on, without a known end. */
    public static Span from(LocalDate day) {
        return new Span(day, null);
    }

    /** True on days of the span. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
    }
}
