package jp.yakuba.document.model.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A text in which no two different lists of values look alike: each value as its length in bytes, a colon and its text, and a
 * hyphen for one that is not there. What is hashed is written in it; it never changes, a new one would get a new first line.
 */
public final class CanonicalForm {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;
    private final StringBuilder form;

    /** A form that begins with the name and version of what it holds. */
    public CanonicalForm(String version) {
        form = new StringBuilder(version).append('\n');
    }

    /** Adds a value. */
    public CanonicalForm add(Object value) {
        if (value == null) {
            form.append("-\n");
            return this;
        }
        var text = value instanceof Instant moment ? String.valueOf(micros(moment)) : value.toString();
        form.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text).append('\n');
        return this;
    }

    /** The form in UTF-8. */
    public byte[] bytes() {
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), MICROS_PER_SECOND),
                moment.getNano() / NANOS_PER_MICRO);
    }
}
