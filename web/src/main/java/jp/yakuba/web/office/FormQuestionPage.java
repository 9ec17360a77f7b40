package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormField;

/** Behind {@code office/form-question.xhtml}: an author writes one question, which is kept in the working copy. */
@Named
@ViewScoped
public class FormQuestionPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private FormDrawer drawer;

    @Inject
    private RuleWords words;

    private String procedure;
    private String at;
    private String parent;
    private long edition;
    private transient FormDefinition form;
    private EditedQuestion edited;

    /** Called once the place is known; the edition seen now is the one the change is judged by. */
    public void open() {
        var taken = drawer.take(procedure);
        edition = taken.edition();
        form = taken.form();
        edited = at == null ? fresh() : new EditedQuestion(new FormChanges(form).question(at));
    }

    /** A new question bears a name that is free, so that nobody has to think of one. */
    private EditedQuestion fresh() {
        var question = new EditedQuestion();
        question.setId(new FormChanges(form).freeId());
        return question;
    }

    /** The question in words; empty for a new one. */
    public String getTitle() {
        return edited.getLabel().getJa() == null ? "" : edited.getLabel().getJa();
    }

    public EditedQuestion getEdited() {
        return edited;
    }

    /** Kinds of question. */
    public FieldType[] getTypes() {
        return FieldType.values();
    }

    /** When the question is asked, in a sentence; empty for always and for a new question. */
    public String getWhen() {
        return sentence(edited.field().when());
    }

    /** When the required question may be left open, in a sentence; empty for never. */
    public String getOptionalWhen() {
        return sentence(edited.field().optionalWhen());
    }

    private String sentence(Condition condition) {
        if (condition == null) {
            return "";
        }
        var questions = words.questionsOf(form);
        return words.sentence(condition, questions, questions.groupAt(at));
    }

    public String keep() {
        var changes = new FormChanges(form);
        var section = parent == null ? null : place();
        var changed = at == null ? changes.withNew(parent, written()) : changes.with(at, written());
        var kept = drawer.keep(changed, edition, at == null ? section : FormChanges.place(at));
        return kept ? "/office/form.xhtml?faces-redirect=true&procedure=" + procedure : null;
    }

    /** A group that has just been thought of gets a first question, which its author rewrites. */
    private FormField written() {
        var field = edited.field();
        return field.type() == FieldType.GROUP && field.fields().isEmpty() ? field.asking(List.of(drawer.firstQuestion())) : field;
    }

    /** Where a new question comes to stand: behind those that are there. */
    private String place() {
        var inner = parent.contains(".") ? new FormChanges(form).question(parent).fields() : new FormChanges(form).section(parent).fields();
        return FormChanges.place(parent + "." + inner.size());
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }
}
