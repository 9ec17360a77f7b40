package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.ImportDesk;
import jp.yakuba.document.api.ImportFaultLine;
import jp.yakuba.document.api.ImportSheet;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/import.xhtml}: how far an import is, what is wrong with its lines, and the deeds on it. */
@Named
@RequestScoped
public class ImportPage {
    private static final int PART = 100;

    @Inject
    private ImportDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private ImportWords words;

    private UUID id;
    private ImportSheet sheet;
    private List<ImportFaultLine> lines;

    /** Reads the address and follows the button that was pressed. */
    public void open() throws IOException {
        id = Pages.id(String.valueOf(request.getParameter("id")));
        if (Pages.isPost(request)) {
            follow();
        }
        sheet = desk.get(id);
        lines = desk.listFaults(id, after(), PART + 1);
    }

    private void follow() throws IOException {
        try {
            if (request.getParameter("y_stop") != null) {
                desk.stop(id);
            } else if (request.getParameter("y_on") != null) {
                desk.goOn(id);
            }
            Pages.goTo("/office/import?id=" + id);
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
    }

    /** The fault after which the part begins; null for the first. */
    private ImportFaultLine after() {
        var asked = request.getParameter("after");
        if (asked == null || !asked.matches("[0-9]{1,9}\\.[0-9]{1,4}")) {
            return null;
        }
        var place = asked.split("\\.");
        return new ImportFaultLine(Integer.parseInt(place[0]), Integer.parseInt(place[1]), null, null, null);
    }

    public ImportSheet getSheet() {
        return sheet;
    }

    /** Faults of this part. */
    public List<ImportFaultLine> getLines() {
        return lines.subList(0, Math.min(PART, lines.size()));
    }

    /** What is wrong, in words. */
    public String wrong(ImportFaultLine line) {
        return words.of(line);
    }

    /** The address of the next part; null if this is the last one. */
    public String getNext() {
        if (lines.size() <= PART) {
            return null;
        }
        var last = lines.get(PART - 1);
        return "/office/import?id=" + id + "&after=" + last.line() + "." + last.number();
    }
}
