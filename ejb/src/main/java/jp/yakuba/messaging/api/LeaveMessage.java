package jp.yakuba.messaging.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;

/**
 * Leave a message for somebody else.
 *
 * @param id the message's id, by which its receiver drops copies
 * @param destination name of the queue, such as {@code yakuba.core.insurance.request}
 * @param subjectKey messages with the same key are sent in the order they were left, such as {@code application:<id>}
 * @param type name of the message type, such as {@code jp.yakuba.core.procedure-decided}
 * @param version version of the type's schema
 * @param payload JSON text
 * @param answerExpected true if done comes only with the receiver's answer (an outside system)
 */
public record LeaveMessage(
        @NotNull UUID id,
        @NotBlank String destination,
        @NotBlank String subjectKey,
        @NotBlank String type,
        @Positive int version,
        @NotBlank String payload,
        boolean answerExpected) {}
