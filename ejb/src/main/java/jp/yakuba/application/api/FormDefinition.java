package jp.yakuba.application.api;

import java.util.List;

/**
 * One version of a form as data. From it come the web form, the clerk's entry, the printable and filled PDF, the
 * validation on the server and the JSON schema.
 *
 * <p>Answers are a map from path to text as typed. A path is the field's {@code fact} if it has one, otherwise
 * {@code <procedure>.<id>}; inside a group {@code <group path>.<index>.<id>}; parts of an address {@code <path>.postal}.
 *
 * @param procedure code of the procedure
 * @param version number of the version, from 1
 * @param sections pages of the form, in order
 * @param rules what must hold between fields
 */
public record FormDefinition(String procedure, int version, List<FormSection> sections, List<FormRule> rules) {
    public FormDefinition {
        sections = List.copyOf(sections);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }
}
