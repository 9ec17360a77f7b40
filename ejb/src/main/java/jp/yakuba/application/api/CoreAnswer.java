package jp.yakuba.application.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.kernel.VisibleText;

/**
 * What a core system said to a procedure that was sent to it.
 *
 * @param messageId id of the answer itself
 * @param inReplyTo id of the outgoing message that is answered
 * @param system name of the core system, such as {@code insurance}
 * @param applicationId the procedure concerned
 * @param outcome whether the system took it
 * @param words the system's own words: a reason when refused, a remark otherwise; may be empty
 * @param results what the system made of it, such as an insured person's number, by the name of the result
 */
public record CoreAnswer(
        @NotNull UUID messageId,
        @NotNull UUID inReplyTo,
        @NotBlank String system,
        @NotNull UUID applicationId,
        @NotNull Outcome outcome,
        @NotNull String words,
        @NotNull Map<String, String> results) {

    /** The ways in which a core system answers. */
    public enum Outcome {
        /** Taken; the result follows in a later answer. */
        ACCEPTED,
        /** Not taken; the words say why, and the office must act. */
        REFUSED,
        /** Taken and finished; the results are there. */
        DONE
    }

    public CoreAnswer {
        words = VisibleText.of(words);
        results = results.entrySet().stream().collect(Collectors.toUnmodifiableMap(
                result -> VisibleText.of(result.getKey()), result -> VisibleText.of(result.getValue()), (first, second) -> first));
    }
}
