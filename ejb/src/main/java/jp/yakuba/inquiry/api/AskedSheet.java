package jp.yakuba.inquiry.api;

import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DraftState;

/**
 * What another office asks, with what is written as answer.
 *
 * @param recordId the record that the letter became
 * @param given what was kept so far
 * @param version of its row
 */
public record AskedSheet(
        AskedLine line, UUID recordId, String explanation, List<Question> form, List<Given> given, long version) {
    public AskedSheet {
        form = List.copyOf(form);
        given = List.copyOf(given);
    }

    /** True if the answer may be sent now. */
    public boolean decided() {
        return line.state() == AskedState.DRAFTED && line.draft() == DraftState.DECIDED;
    }

    /** What was kept for the question; empty if nothing was. */
    public List<String> to(String question) {
        return given.stream().filter(one -> one.question().equals(question)).findFirst().map(Given::values).orElse(List.of());
    }
}
