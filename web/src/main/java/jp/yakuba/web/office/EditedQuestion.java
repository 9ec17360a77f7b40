package jp.yakuba.web.office;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.Text;

/** One question of a form while its author writes it. Choices are a line each: value | 日本語 | やさしい日本語 | English. */
public class EditedQuestion implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PARTS = 4;

    private final transient List<FormField> inner;
    private final transient Condition when;
    private final transient Condition optional;
    private final EditedText label;
    private final EditedText hint;
    private final EditedText why;
    private String id;
    private String fact;
    private FieldType type = FieldType.TEXT;
    private boolean required;
    private String minimum;
    private String maximum;
    private String pattern;
    private String choices;
    private String autocomplete;

    /** A question that is not there yet. */
    public EditedQuestion() {
        inner = List.of();
        when = null;
        optional = null;
        label = EditedText.of(null);
        hint = EditedText.of(null);
        why = EditedText.of(null);
    }

    /** Begins with the question as it stands. */
    public EditedQuestion(FormField field) {
        inner = field.fields();
        optional = field.optionalWhen();
        when = field.when();
        label = EditedText.of(field.label());
        hint = EditedText.of(field.hint());
        why = EditedText.of(field.why());
        id = field.id();
        fact = field.fact();
        type = field.type();
        required = field.required();
        minimum = field.minimum();
        maximum = field.maximum();
        pattern = field.pattern();
        choices = field.choices().stream().map(EditedQuestion::line).collect(Collectors.joining("\n"));
        autocomplete = field.autocomplete();
    }

    /** The question as it was written. */
    public FormField field() {
        return new FormField(id, fact, type, label.text(), hint.text(), why.text(), required, optional, when, minimum, maximum, pattern,
                lines(), inner, autocomplete);
    }

    private static String line(Choice choice) {
        return Stream.of(choice.value(), choice.label().ja(), choice.label().easy(), choice.label().en())
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining(" | "));
    }

    private List<Choice> lines() {
        return choices == null ? List.of() : choices.lines().filter(line -> !line.isBlank()).map(EditedQuestion::choice).toList();
    }

    private static Choice choice(String line) {
        var parts = line.split("\\s*[|｜]\\s*", PARTS);
        return new Choice(parts[0].strip(), new Text(part(parts, 1), part(parts, 2), part(parts, PARTS - 1)));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length && !parts[index].isBlank() ? parts[index].strip() : null;
    }

    public EditedText getLabel() {
        return label;
    }

    public EditedText getHint() {
        return hint;
    }

    public EditedText getWhy() {
        return why;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getFact() {
        return fact;
    }

    public void setFact(String fact) {
        this.fact = fact;
    }

    public FieldType getType() {
        return type;
    }

    public void setType(FieldType type) {
        this.type = type;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public String getMinimum() {
        return minimum;
    }

    public void setMinimum(String minimum) {
        this.minimum = minimum;
    }

    public String getMaximum() {
        return maximum;
    }

    public void setMaximum(String maximum) {
        this.maximum = maximum;
    }

    public String getPattern() {
        return pattern;
    }

    public void setPattern(String pattern) {
        this.pattern = pattern;
    }

    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices;
    }

    public String getAutocomplete() {
        return autocomplete;
    }

    public void setAutocomplete(String autocomplete) {
        this.autocomplete = autocomplete;
    }
}
