package jp.yakuba.organization.model;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Every dated parameter of the office (規程・条例の数値): of one key, the latest row not after the day is in force.
 *
 * @param rows in any order
 */
public record Settings(List<Row> rows) {
    public Settings {
        rows = List.copyOf(rows);
    }

    /**
     * A value from a day on.
     *
     * @param key its name
     * @param value as text
     * @param validFrom the first day
     */
    public record Row(String key, String value, LocalDate validFrom) {}

    /** The value in force on the day. */
    public Optional<String> find(String key, LocalDate on) {
        return rows.stream()
                .filter(row -> row.key().equals(key) && !row.validFrom().isAfter(on))
                .max(comparing(Row::validFrom))
                .map(Row::value);
    }
}
