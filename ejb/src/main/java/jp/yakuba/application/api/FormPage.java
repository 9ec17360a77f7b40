package jp.yakuba.application.api;

import java.util.List;

/** One page of a draft: the questions that are to be asked now, each with its full path. */
public record FormPage(String section, Text title, Text intro, List<Question> questions) {

    /**
     * A question ready to show. Entries of a group are already spread out: {@code group} and {@code index} tell where
     * they belong; {@code procedures} are the codes that want the answer.
     */
    public record Question(
            String path, FormField field, String group, int index, int entries, List<String> procedures) {}
}
