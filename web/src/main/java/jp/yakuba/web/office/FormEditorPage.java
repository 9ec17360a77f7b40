package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormSection;
import jp.yakuba.application.api.FormVersionLine;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Ui;

/**
 * Behind {@code office/form.xhtml}: a form at a glance, page by page and question by question. Every change is kept at once as
 * a working copy, which names the edition its author saw; nothing is public before it is published.
 */
@Named
@RequestScoped
public class FormEditorPage {
    @Inject
    private FormDesk desk;

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private FormDrawer drawer;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    private String procedure;
    private int version;
    private List<FormVersionLine> versions;
    private FormVersionLine shown;
    private FormDefinition form;

    /** One question of the outline: its place, how deep it stands in groups, and itself. */
    public record Line(String at, int depth, FormField field) {
        /** True if questions can be put into it. */
        public boolean isGroup() {
            return field.type() == FieldType.GROUP;
        }
    }

    /** Shows the version asked for, or the one being written; follows the button that was pressed. */
    public void open() throws IOException, ServletException {
        versions = desk.listVersions(procedure);
        shown = versions.stream().filter(line -> line.version() == version).findFirst()
                .or(() -> drawer.base(versions)).orElse(null);
        form = shown == null ? null : desk.version(procedure, shown.version());
        if (Pages.isPost(request)) {
            follow();
        }
    }

    private void follow() throws IOException, ServletException {
        if (request.getParameter("y_begin") != null) {
            change(firstForm());
        } else if (request.getParameter("y_import") != null) {
            importFile();
        } else if (request.getParameter("y_up") != null) {
            change(new FormChanges(form).moved(request.getParameter("y_up"), -1));
        } else if (request.getParameter("y_down") != null) {
            change(new FormChanges(form).moved(request.getParameter("y_down"), 1));
        } else if (request.getParameter("y_remove") != null) {
            change(new FormChanges(form).without(request.getParameter("y_remove")));
        }
    }

    private FormDefinition firstForm() {
        var question = drawer.firstQuestion();
        return new FormDefinition(procedure, 1, List.of(new FormSection("first", question.label(), null, List.of(question))), List.of());
    }

    private void change(FormDefinition changed) throws IOException {
        if (drawer.keep(changed, FormDrawer.seen(request), "")) {
            Pages.goTo("/office/form?procedure=" + procedure);
        }
    }

    private void importFile() throws IOException, ServletException {
        var file = request.getPart("file");
        if (file == null || file.getSize() == 0) {
            faults.add("file", messages.get("office.file.missing"));
            return;
        }
        try {
            desk.keepWorkingCopy(procedure, TextFile.read(file), FormDrawer.seen(request));
            Pages.goTo("/office/form?procedure=" + procedure);
        } catch (RuleViolation refusal) {
            refusal.details().stream().flatMap(detail -> detail.toString().lines()).forEach(line -> faults.add("file", line));
        }
    }

    /** Name of the procedure. */
    public String getTitle() {
        return catalogue.findByCode(procedure).map(found -> ui.text(found.name())).orElse(procedure);
    }

    /** The questions of a page with those inside groups, in order. */
    public List<Line> questionsOf(int section) {
        var lines = new ArrayList<Line>();
        collect(form.sections().get(section).fields(), String.valueOf(section), 0, lines);
        return lines;
    }

    private static void collect(List<FormField> fields, String parent, int depth, List<Line> lines) {
        for (int i = 0; i < fields.size(); i++) {
            var at = parent + "." + i;
            lines.add(new Line(at, depth, fields.get(i)));
            collect(fields.get(i).fields(), at, depth + 1, lines);
        }
    }

    /** How many rules hold between the answers. */
    public int getRules() {
        return form.rules().size();
    }

    /** Versions of the form, newest first. */
    public List<FormVersionLine> getVersions() {
        return versions;
    }

    /** The version that is shown; null if the procedure has no form yet. */
    public FormVersionLine getShown() {
        return shown;
    }

    public FormDefinition getForm() {
        return form;
    }

    /** True if what is shown is the working copy. */
    public boolean isWorking() {
        return drawer.working(versions).filter(shown::equals).isPresent();
    }

    /** True if what is shown is what the next change begins with. */
    public boolean isEditable() {
        return drawer.base(versions).filter(shown::equals).isPresent();
    }

    /** Edition of the working copy as it is shown. */
    public long getEdition() {
        return shown == null ? FormDesk.NOT_BEGUN : drawer.editionOf(shown);
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
