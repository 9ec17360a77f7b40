package jp.yakuba.web.inquiry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.inquiry.api.InquiryDesk.OfficeChoice;
import jp.yakuba.inquiry.api.InquiryDesk;
import jp.yakuba.inquiry.api.InquirySheet;
import jp.yakuba.inquiry.api.QuestionKind;
import jp.yakuba.inquiry.api.WriteInquiry;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/inquiry-edit.xhtml}: an inquiry is written; what was typed stays until it can be kept. */
@Named
@RequestScoped
public class InquiryEditPage {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;
    /** A day before has no name in an era. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1868, 10, 23);

    @Inject
    private InquiryDesk desk;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private InquirySheet sheet;
    private InquiryForm form;
    private UUID id;
    private List<OfficeChoice> offices;

    /** Reads the inquiry, and writes it if the form was sent. */
    public void open() throws IOException {
        boolean known = request.getParameter("id") != null;
        id = known ? Pages.id(request.getParameter("id")) : request.getParameter("once") == null ? UUID.randomUUID() : Pages.id(request.getParameter("once"));
        sheet = known ? desk.get(id) : null;
        form = Pages.isPost(request) ? InquiryForm.of(request) : InquiryForm.of(sheet);
        offices = desk.listOffices();
        if (Pages.isPost(request) && request.getParameter("y_more") == null) {
            check();
            if (faults.getCount() == 0) {
                write();
            }
        }
    }

    private void check() {
        fault("title", VisibleText.of(of("title")).isBlank() || of("title").length() > LONGEST_TITLE, "office.inquiry.fault.title");
        fault("explanation", of("explanation").length() > LONGEST_TEXT, "document.receive.fault.long");
        var day = DateParts.day(of("deadline"));
        fault("deadline", day == null || day.isBefore(FIRST_DAY), "office.inquiry.fault.deadline");
        form.faults().forEach((field, key) -> faults.add(field, messages.get(key)));
    }

    private void fault(String field, boolean wrong, String key) {
        if (wrong) {
            faults.add(field, messages.get(key));
        }
    }

    private void write() throws IOException {
        try {
            desk.write(new WriteInquiry(id, version(), sheet == null ? actor.get().section() : sheet.section(), of("title"), of("explanation"),
                    DateParts.day(of("deadline")), List.copyOf(chosen()), form.questions()));
            Pages.goTo("/office/inquiry?id=" + id);
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
    }

    private Long version() {
        return of("version").matches("\\d{1,18}") ? Long.valueOf(of("version")) : null;
    }

    private Set<String> chosen() {
        var typed = request.getParameterValues("office");
        return typed == null ? Set.of() : Set.of(java.util.Arrays.stream(typed).distinct().toArray(String[]::new));
    }

    private String of(String field) {
        var value = request.getParameter(field);
        return value == null ? "" : value.strip();
    }

    /** What is shown in a field: as typed, else as it stands. */
    public String shown(String field) {
        if (Pages.isPost(request)) {
            return of(field);
        }
        if (sheet == null) {
            return "";
        }
        return switch (field) {
            case "title" -> sheet.title();
            case "explanation" -> sheet.explanation();
            case "deadline" -> sheet.deadline().toString();
            case "version" -> String.valueOf(sheet.version());
            default -> "";
        };
    }

    /** True if the office is asked. */
    public boolean asks(String code) {
        return Pages.isPost(request) ? chosen().contains(code) : sheet != null && sheet.offices().stream().anyMatch(one -> one.peer().equals(code));
    }

    /** True if the inquiry is there already. */
    public boolean isKnown() {
        return sheet != null;
    }

    public UUID getId() {
        return id;
    }

    public List<OfficeChoice> getOffices() {
        return offices;
    }

    public List<InquiryForm.Row> getRows() {
        return form.rows();
    }

    public QuestionKind[] getKinds() {
        return QuestionKind.values();
    }
}
