package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.yakuba.document.api.BeginMasks;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.MaskDesk;
import jp.yakuba.document.api.MaskSheetView;
import jp.yakuba.document.api.MaskState;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/masks.xhtml}: the sheets of masks over one file of a record, and the beginning of another. */
@Named
@RequestScoped
public class MasksPage {
    @Inject
    private MaskDesk desk;

    @Inject
    private RecordDesk records;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private RecordSheet record;
    private RecordSheet.File file;
    private List<MaskSheetView> sheets;
    private String obstacle;

    /** Reads the address and follows the button that was pressed. */
    public void open() throws IOException {
        record = records.get(Pages.id(given("record")));
        file = record.files().stream().filter(one -> String.valueOf(one.position()).equals(given("n"))).findFirst().orElseThrow(NotFound::new);
        if (Pages.isPost(request)) {
            begin();
        }
        sheets = desk.list(record.line().id(), file.position());
        obstacle = desk.findObstacle(record.line().id(), file.position()).map(DocumentProblem::code).orElse(null);
    }

    private void begin() throws IOException {
        if (given("purpose").isEmpty()) {
            faults.add("purpose", messages.get("document.mask.purpose.missing"));
            return;
        }
        try {
            var after = given("after").isEmpty() ? null : Pages.id(given("after"));
            var begun = desk.begin(new BeginMasks(record.line().id(), file.position(), given("purpose"), after));
            Pages.goTo("/office/mask?sheet=" + begun);
        } catch (RuleViolation refusal) {
            faults.add(refusal.problem() == DocumentProblem.TEXT_TOO_LONG ? "purpose" : null, messages.explain(refusal));
        }
    }

    private String given(String field) {
        var typed = request.getParameter(field);
        return typed == null ? "" : typed.strip();
    }

    /** What was typed into the field. */
    public String typed(String field) {
        return Pages.isPost(request) ? given(field) : "";
    }

    public RecordSheet getRecord() {
        return record;
    }

    public RecordSheet.File getFile() {
        return file;
    }

    /** Sheets over the file, latest first. */
    public List<MaskSheetView> getSheets() {
        return sheets;
    }

    /** Those that another can begin with. */
    public List<MaskSheetView> getFixed() {
        return sheets.stream().filter(sheet -> sheet.state() == MaskState.FIXED).toList();
    }

    /** The code of what is in the way; null if nothing is. */
    public String getObstacle() {
        return obstacle;
    }

    /** The address of this page. */
    public String getHere() {
        return "/office/masks?record=" + record.line().id() + "&n=" + file.position();
    }

    /** The sign that goes with a state. */
    public String code(MaskSheetView sheet) {
        return codeOf(sheet.state());
    }

    static String codeOf(MaskState state) {
        return state == MaskState.FIXED ? "done" : state == MaskState.PROPOSED ? "wait" : "you";
    }
}
