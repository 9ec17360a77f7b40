package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.TemplateDesk;
import jp.yakuba.document.api.TemplateSheet;
import jp.yakuba.document.api.WriteTemplate;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.office.OfficeMenu;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/template.xhtml}: a template is written anew or changed; what was typed stays until it can be kept. */
@Named
@RequestScoped
public class TemplatePage {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_ASK = 2000;
    private static final int LONGEST_TEXT = 200_000;
    private static final int USUAL_SORT = 100;

    @Inject
    private TemplateDesk desk;

    @Inject
    private RecordDesk records;

    @Inject
    private OfficeMenu menu;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private TemplateSheet sheet;

    /** Reads the template, and writes it if the form was sent. */
    public void open() throws IOException {
        sheet = of("code").isEmpty() ? new TemplateSheet(null, 0, null, USUAL_SORT, "", "", "", "", DispatchIntent.NONE, SealUse.NONE, false)
                : known();
        if (Pages.isPost(request)) {
            check();
            if (faults.getCount() == 0) {
                write();
            }
        }
    }

    private TemplateSheet known() {
        try {
            return desk.get(of("code"));
        } catch (RuleViolation none) {
            throw new NotFound();
        }
    }

    private void check() {
        need("name", of("name").isEmpty(), "document.template.name.missing");
        need("title", of("title").isEmpty(), "document.receive.fault.title");
        need("sort", !of("sort").matches("\\d{1,4}"), "document.template.sort.fault");
        tooLong("name", LONGEST_NAME);
        tooLong("title", LONGEST_TITLE);
        tooLong("ask", LONGEST_ASK);
        tooLong("text", LONGEST_TEXT);
    }

    private void tooLong(String field, int longest) {
        need(field, of(field).length() > longest, "document.receive.fault.long");
    }

    private void need(String field, boolean wrong, String key) {
        if (wrong) {
            faults.add(field, messages.get(key));
        }
    }

    private void write() throws IOException {
        try {
            desk.write(new WriteTemplate(sheet.code(), version(), getSection().isEmpty() ? null : getSection(), Integer.parseInt(of("sort")),
                    of("name"), of("title"), of("ask"), of("text"), one(DispatchIntent.values(), "dispatch", DispatchIntent.NONE),
                    one(SealUse.values(), "seal", SealUse.NONE)));
            Pages.goTo("/office/templates");
        } catch (RuleViolation refusal) {
            faults.add(fieldOf(refusal), messages.explain(refusal));
        }
    }

    private String fieldOf(RuleViolation refusal) {
        if (refusal.problem() == DocumentProblem.TEMPLATE_NAME_TAKEN) {
            return "name";
        }
        return refusal.problem() == DocumentProblem.TEMPLATE_PLACE_UNKNOWN ? "text" : null;
    }

    private long version() {
        return of("version").matches("\\d{1,18}") ? Long.parseLong(of("version")) : -1;
    }

    private <T extends Enum<T>> T one(T[] values, String field, T usual) {
        return Stream.of(values).filter(value -> value.name().equals(of(field))).findFirst().orElse(usual);
    }

    private String of(String field) {
        var value = request.getParameter(field);
        return value == null ? "" : value.strip();
    }

    /** The template as it stands; empty for a new one. */
    public TemplateSheet getSheet() {
        return sheet;
    }

    /** What is shown in a field: as typed, else as it stands. */
    public String shown(String field) {
        if (Pages.isPost(request)) {
            return of(field);
        }
        return switch (field) {
            case "name" -> sheet.name();
            case "title" -> sheet.title();
            case "ask" -> sheet.ask();
            case "text" -> sheet.text();
            case "sort" -> String.valueOf(sheet.sort());
            case "dispatch" -> sheet.dispatch().name();
            case "seal" -> sheet.seal().name();
            case "version" -> String.valueOf(sheet.version());
            default -> "";
        };
    }

    /** True for the records manager, who keeps what is for everybody. */
    public boolean isForAll() {
        return menu.may("records-manager");
    }

    public List<String> getSections() {
        return records.listSectionsKept();
    }

    /** The section chosen; empty for everybody, which only the records manager may choose. */
    public String getSection() {
        var kept = getSections();
        return kept.contains(of("section")) ? of("section") : isForAll() || kept.isEmpty() ? "" : kept.get(0);
    }

    public List<DispatchIntent> getDispatches() {
        return List.of(DispatchIntent.values());
    }

    public List<SealUse> getSeals() {
        return List.of(SealUse.values());
    }
}
