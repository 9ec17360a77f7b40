package jp.yakuba.application.api;

import java.util.List;

/**
 * One question.
 *
 * @param id id within its section or group: letters and digits
 * @param fact key of the fact it asks for; in a bundle each fact is asked once; null if only this form knows it
 * @param type kind of question
 * @param label the question
 * @param hint help above the input; null if none
 * @param why why it is asked; null if evident
 * @param required true if it must be answered whenever it is asked
 * @param optionalWhen not required after all while this holds, such as at the counter; null for never
 * @param when asked only if this holds; null for always
 * @param minimum least number, length, count or (for dates) {@code today-3y}-like bound; null if none
 * @param maximum most, in the same terms
 * @param pattern regular expression a text must match; null if none
 * @param choices what can be chosen
 * @param fields questions of a repeated group
 * @param autocomplete token of HTML autocomplete; null if none
 */
public record FormField(
        String id,
        String fact,
        FieldType type,
        Text label,
        Text hint,
        Text why,
        boolean required,
        Condition optionalWhen,
        Condition when,
        String minimum,
        String maximum,
        String pattern,
        List<Choice> choices,
        List<FormField> fields,
        String autocomplete) {
    public FormField {
        choices = choices == null ? List.of() : List.copyOf(choices);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** The same question with other choices. */
    public FormField offering(List<Choice> others) {
        return new FormField(
                id, fact, type, label, hint, why, required, optionalWhen, when, minimum, maximum, pattern, others, fields, autocomplete);
    }

    /** The same group with other questions. */
    public FormField asking(List<FormField> others) {
        return new FormField(
                id, fact, type, label, hint, why, required, optionalWhen, when, minimum, maximum, pattern, choices, others, autocomplete);
    }

    /** The same question, asked or left open under other conditions. */
    public FormField under(Condition asked, Condition spared) {
        return new FormField(
                id, fact, type, label, hint, why, required, spared, asked, minimum, maximum, pattern, choices, fields, autocomplete);
    }

    /** The same question, which must be answered or need not be, whatever its conditions say. */
    public FormField settled(boolean needed, List<FormField> inside) {
        return new FormField(
                id, fact, type, label, hint, why, needed, null, when, minimum, maximum, pattern, choices, inside, autocomplete);
    }
}
