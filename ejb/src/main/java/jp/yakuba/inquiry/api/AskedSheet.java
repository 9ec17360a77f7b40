package jp.yakuba.inquiry.api;

import java.util.List;
import java.util.UUID;

/**
 * What another office asks, with what is written as answer.
 *
 * @param recordId the record that the letter became
 * @param given what was kept so far
 * @param draftId draft of the answer; null until there is one
 * @param decided true if the answer may be sent now
 * @param version of its row
 */
public record AskedSheet(
        AskedLine line, UUID recordId, String explanation, List<Question> form, List<Given> given, UUID draftId, boolean decided, long version) {
    public AskedSheet {
        form = List.copyOf(form);
        given = List.copyOf(given);
    }

    /** What was kept for the question; empty if nothing was. */
    public List<String> to(String question) {
        return given.stream().filter(one -> one.question().equals(question)).findFirst().map(Given::values).orElse(List.of());
    }
}
