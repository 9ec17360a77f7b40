package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormSection;

/** Behind {@code office/form-section.xhtml}: title and introduction of one page of a form. */
@Named
@ViewScoped
public class FormSectionPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private FormDrawer drawer;

    private String procedure;
    private String at;
    private long edition;
    private transient FormDefinition form;
    private EditedText heading;
    private EditedText intro;
    private String id;

    /** Called once the place is known; without one a new page is begun. */
    public void open() {
        var taken = drawer.take(procedure);
        edition = taken.edition();
        form = taken.form();
        var section = at == null ? null : new FormChanges(form).section(at);
        heading = EditedText.of(section == null ? null : section.title());
        intro = EditedText.of(section == null ? null : section.intro());
        id = section == null ? new FormChanges(form).freeId() : section.id();
    }

    public String keep() {
        var changes = new FormChanges(form);
        var fields = at == null ? List.of(drawer.firstQuestion()) : changes.section(at).fields();
        var section = new FormSection(id, heading.text(), intro.text(), fields);
        var changed = at == null ? changes.withNew(section) : changes.with(at, section);
        var place = FormChanges.place(at == null ? String.valueOf(form.sections().size()) : at);
        return drawer.keep(changed, edition, place) ? "/office/form.xhtml?faces-redirect=true&procedure=" + procedure : null;
    }

    public EditedText getHeading() {
        return heading;
    }

    public EditedText getIntro() {
        return intro;
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

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
