package jp.yakuba.web.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormPage;

/** One question as a page draws it: its field, its answer so far, and the tag that fits. */
public final class QuestionView {
    private final FormPage.Question question;
    private final Map<String, String> answers;
    private final List<AttachmentView> attachments;
    private final Map<Integer, List<QuestionView>> entries = new TreeMap<>();

    /** One entry of a repeated group. */
    public record Entry(int index, List<QuestionView> questions) {}

    /** The questions of a page with their answers; those of a repeated group stand inside it, entry by entry. */
    public static List<QuestionView> of(List<FormPage.Question> questions, Map<String, String> answers, List<AttachmentView> attachments) {
        var views = new ArrayList<QuestionView>();
        var groups = new HashMap<String, QuestionView>();
        for (var question : questions) {
            var view = new QuestionView(question, answers, attachments);
            var group = question.group() == null ? null : groups.get(question.group());
            if (group == null) {
                views.add(view);
                groups.put(question.path(), view);
            } else {
                group.entries.computeIfAbsent(question.index(), index -> new ArrayList<>()).add(view);
            }
        }
        return views;
    }

    private QuestionView(FormPage.Question question, Map<String, String> answers, List<AttachmentView> attachments) {
        this.question = question;
        this.answers = answers;
        this.attachments = attachments;
    }

    public String getPath() {
        return question.path();
    }

    /** The id in HTML. */
    public String getId() {
        return question.path().replace('.', '-');
    }

    public FormField getField() {
        return question.field();
    }

    /** Name of the tag file that draws it. */
    public String getKind() {
        return switch (question.field().type()) {
            case LONG_TEXT -> "long";
            case DATE -> "date";
            case ADDRESS -> "address";
            case CHOICE, YES_NO -> "choice";
            case CHOICES -> "choices";
            case PERSON -> "1".equals(question.field().maximum()) ? "choice" : "choices";
            case APPOINTMENT -> "appointment";
            case FILE -> "file";
            case GROUP -> "group";
            case NOTE -> "note";
            default -> "text";
        };
    }

    public boolean isYesNo() {
        return question.field().type() == FieldType.YES_NO;
    }

    public List<Choice> getChoices() {
        return question.field().choices();
    }

    /** The answer as typed; empty if none. */
    public String getAnswer() {
        return answers.getOrDefault(question.path(), "");
    }

    /** The answer to one part, such as the postal code of an address. */
    public String part(String name) {
        return answers.getOrDefault(question.path() + "." + name, "");
    }

    /** True if the choice is taken. */
    public boolean taken(String value) {
        return Arrays.asList(getAnswer().split(",")).contains(value);
    }

    /** Files attached to it: those that the answer names. */
    public List<AttachmentView> getFiles() {
        return attachments.stream().filter(file -> getAnswer().contains(file.id().toString())).toList();
    }

    /** The entries of a repeated group, in order. */
    public List<Entry> getEntries() {
        return entries.entrySet().stream().map(entry -> new Entry(entry.getKey(), entry.getValue())).toList();
    }

    /** True if another entry may be added. */
    public boolean isGrowing() {
        var most = question.field().maximum();
        return most == null || !most.matches("\\d{1,3}") || entries.size() < Integer.parseInt(most);
    }

    /** The labels of what was chosen, or the answer itself. */
    public List<Choice> getChosen() {
        return question.field().choices().stream().filter(choice -> taken(choice.value())).toList();
    }

    /** An address in one line. */
    public String getAddress() {
        return AddressLine.of(this::part);
    }

    /** Keyboard that fits on a phone. */
    public String getInputmode() {
        return switch (question.field().type()) {
            case NUMBER -> "numeric";
            case MAIL -> "email";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    /** Width of the input that fits what is asked. */
    public String getWidth() {
        return switch (question.field().type()) {
            case NUMBER -> "short";
            case PHONE -> "mid";
            default -> "full";
        };
    }
}
