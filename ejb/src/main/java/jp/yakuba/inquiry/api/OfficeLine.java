package jp.yakuba.inquiry.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An office in the table of answers (回答一覧).
 *
 * @param peer its code
 * @param answeredAt when the answer that counts came; null if there is none
 * @param late true if it came after the day
 * @param number the office's number of its answer; null if there is none
 * @param recordId the record that the answer became; null if there is none
 * @param given the answers; empty if there are none
 * @param remindedAt when it was reminded last; null if never
 * @param others answers that do not count, latest first
 */
public record OfficeLine(
        String peer, String name, OfficeState state, Instant answeredAt, boolean late, String number, UUID recordId, List<Given> given,
        Instant remindedAt, List<Other> others) {
    public OfficeLine {
        given = List.copyOf(given);
        others = List.copyOf(others);
    }

    /** The same line with other answers. */
    public OfficeLine with(List<Given> answers) {
        return new OfficeLine(peer, name, state, answeredAt, late, number, recordId, answers, remindedAt, others);
    }

    /** An answer that does not count. */
    public record Other(UUID recordId, String number, Instant at, AnswerState state) {}

    /** What was given for the question; empty if nothing was. */
    public List<String> to(String question) {
        return given.stream().filter(one -> one.question().equals(question)).findFirst().map(Given::values).orElse(List.of());
    }
}
