package jp.yakuba.audit.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * All that an audit entry says, in the one form over which its seal is computed.
 *
 * <p>The canonical form is UTF-8 text: the version of the form, then every value in the order of the components, each as its
 * length in bytes, a colon and its text, and a hyphen for a value that is not there. So no two different entries have the
 * same form. The form never changes; a new one would get a new version.
 */
public record SealedFacts(
        UUID id,
        Instant occurredAt,
        String kind,
        String deed,
        String actorKind,
        UUID actorId,
        String actorName,
        String post,
        String section,
        String origin,
        String requestId,
        UUID personId,
        String objectType,
        String objectId,
        String reason) {
    private static final String VERSION = "yakuba-audit-1";
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    /** The canonical form in bytes. */
    public byte[] canonical() {
        var form = new StringBuilder(VERSION).append('\n');
        for (var value : Arrays.asList(id, micros(), kind, deed, actorKind, actorId, actorName, post, section, origin,
                requestId, personId, objectType, objectId, reason)) {
            append(form, value);
        }
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    private long micros() {
        return Math.addExact(Math.multiplyExact(occurredAt.getEpochSecond(), MICROS_PER_SECOND),
                occurredAt.getNano() / NANOS_PER_MICRO);
    }

    private static void append(StringBuilder form, Object value) {
        if (value == null) {
            form.append("-\n");
            return;
        }
        var text = value.toString();
        form.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text).append('\n');
    }
}
