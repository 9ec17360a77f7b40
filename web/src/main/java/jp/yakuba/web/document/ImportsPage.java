package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.yakuba.document.api.ImportDesk;
import jp.yakuba.document.api.ImportSheet;
import jp.yakuba.document.api.ImportSource;
import jp.yakuba.document.api.OrderImport;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/imports.xhtml}: what can be taken over from an earlier system, and what was. */
@Named
@RequestScoped
public class ImportsPage {
    private static final int SHOWN = 50;
    private static final int LONGEST = 100;

    @Inject
    private ImportDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private List<ImportSource> sources;
    private List<ImportSheet> imports;

    /** Reads the address and follows the button that was pressed. */
    public void open() throws IOException {
        if (Pages.isPost(request)) {
            order();
        }
        sources = desk.listSources();
        imports = desk.list(SHOWN);
    }

    private void order() throws IOException {
        var source = typed("source");
        var origin = typed("origin");
        if (source.isEmpty()) {
            faults.add("source", messages.get("document.import.source.missing"));
        }
        if (origin.isEmpty() || origin.length() > LONGEST) {
            faults.add("origin", messages.get("document.import.origin.missing"));
        }
        if (faults.getCount() > 0) {
            return;
        }
        try {
            var id = desk.order(new OrderImport(source, origin, request.getParameter("y_take") == null));
            Pages.goTo("/office/import?id=" + id);
        } catch (RuleViolation refusal) {
            faults.add("source", messages.explain(refusal));
        }
    }

    /** What was typed into a field; nothing at first. */
    public String typed(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** True if this office has an import folder. */
    public boolean isFolder() {
        return desk.hasFolder();
    }

    /** Folders and archives with a list. */
    public List<ImportSource> getSources() {
        return sources.stream().filter(ImportSource::listed).toList();
    }

    /** Folders and archives without one. */
    public List<ImportSource> getUnlisted() {
        return sources.stream().filter(source -> !source.listed()).toList();
    }

    public List<ImportSheet> getImports() {
        return imports;
    }
}
