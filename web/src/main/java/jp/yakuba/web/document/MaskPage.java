package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.MaskClause;
import jp.yakuba.document.api.MaskDesk;
import jp.yakuba.document.api.MaskSheetView;
import jp.yakuba.document.api.MaskView;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/mask.xhtml}: one page of a file with its masks, and the deeds on their sheet. */
@Named
@RequestScoped
public class MaskPage {
    @Inject
    private MaskDesk desk;

    @Inject
    private MaskDeeds deeds;

    @Inject
    private RecordDesk records;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private MaskForm form;
    private UUID id;
    private int number;
    private MaskSheetView sheet;
    private RecordSheet record;
    private List<MaskClause> clauses;

    /** Reads the address and follows the button that was pressed. */
    public void open() throws IOException {
        form = new MaskForm(request);
        id = Pages.id(form.given("sheet"));
        number = form.page();
        if (Pages.isPost(request)) {
            follow();
        }
        sheet = desk.get(id);
        number = Math.max(1, Math.min(number, sheet.pages().size()));
        record = records.get(sheet.recordId());
        sheet.masks().stream().filter(mask -> mask.id().toString().equals(form.given("mask"))).findFirst().ifPresent(form::suggest);
    }

    private void follow() throws IOException {
        try {
            var next = deeds.follow(id, form);
            if (next != null) {
                Pages.goTo(next);
            }
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
    }

    public MaskSheetView getSheet() {
        return sheet;
    }

    public RecordSheet getRecord() {
        return record;
    }

    /** The file on whose pages the masks lie; null once it is gone. */
    public RecordSheet.File getFile() {
        return record.files().stream().filter(one -> one.sha256().equals(sheet.original())).findFirst().orElse(null);
    }

    /** What is typed about a mask. */
    public MaskForm getForm() {
        return form;
    }

    /** The page that is shown, counted from 1. */
    public int getNumber() {
        return number;
    }

    /** Its size as it is shown. */
    public MaskSheetView.PageSize getSize() {
        return sheet.pages().get(number - 1);
    }

    /** Masks on it. */
    public List<MaskView> getHere() {
        return sheet.masks().stream().filter(mask -> mask.place().page() == number).toList();
    }

    /** The number of a mask in the list. */
    public int numberOf(MaskView mask) {
        return sheet.masks().indexOf(mask) + 1;
    }

    /** Points as people read them. */
    public String points(double points) {
        return BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** The grounds of the ordinance. */
    public List<MaskClause> getClauses() {
        if (clauses == null) {
            clauses = desk.listClauses();
        }
        return clauses;
    }

    /** True if the page is shown as the copy would show it. */
    public boolean isCovered() {
        return "copy".equals(form.given("view"));
    }

    /** True if masks can be drawn now. */
    public boolean isDrawing() {
        return sheet.rights().work() && MasksPage.codeOf(sheet.state()).equals("you");
    }

    /** The sign that goes with the state. */
    public String getCode() {
        return MasksPage.codeOf(sheet.state());
    }

    /** The address of a page of the sheet. */
    public String at(int page) {
        return "/office/mask?sheet=" + id + "&page=" + page + (isCovered() ? "&view=copy" : "");
    }
}
