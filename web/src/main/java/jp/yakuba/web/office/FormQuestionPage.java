package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Ui;

/** Behind {@code office/form-question.xhtml}: an author writes one question, which is kept in the working copy. */
@Named
@ViewScoped
public class FormQuestionPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private FormDesk desk;

    @Inject
    private FormDrawer drawer;

    @Inject
    private Ui ui;

    private String procedure;
    private String at;
    private String parent;
    private long edition;
    private transient FormDefinition form;
    private EditedQuestion edited;

    /** Called once the place is known; the edition seen now is the one the change is judged by. */
    public void open() {
        var base = drawer.base(procedure).orElseThrow(NotFound::new);
        edition = drawer.editionOf(base);
        form = desk.version(procedure, base.version());
        edited = at == null ? new EditedQuestion() : new EditedQuestion(new FormChanges(form).question(at));
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

    /** Paths of the questions a condition can look at, with their words. */
    public Map<String, String> getPaths() {
        var paths = new LinkedHashMap<String, String>();
        desk.preview(procedure, drawer.base(procedure).orElseThrow(NotFound::new).version(), Map.of()).forEach(page ->
                page.questions().forEach(question -> paths.put(question.path(), ui.text(question.field().label()))));
        return paths;
    }

    public String keep() {
        var changes = new FormChanges(form);
        var section = parent == null ? null : place();
        var changed = at == null ? changes.withNew(parent, edited.field()) : changes.with(at, edited.field());
        var kept = drawer.keep(changed, edition, at == null ? section : FormChanges.place(at));
        return kept ? "/office/form.xhtml?faces-redirect=true&procedure=" + procedure : null;
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
