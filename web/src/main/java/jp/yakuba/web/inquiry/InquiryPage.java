package jp.yakuba.web.inquiry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import jp.yakuba.inquiry.api.FollowUpLine;
import jp.yakuba.inquiry.api.InquiryDesk;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.api.InquirySheet;
import jp.yakuba.inquiry.api.OfficeLine;
import jp.yakuba.inquiry.api.OfficeState;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/inquiry.xhtml}: an inquiry, its next step, and the table of answers. */
@Named
@RequestScoped
public class InquiryPage {
    private static final int LONGEST_REASON = 200;

    @Inject
    private InquiryDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private InquirySheet sheet;

    /** Reads the inquiry and follows the button that was pressed. */
    public void open() throws IOException {
        sheet = desk.get(Pages.id(request.getParameter("id")));
        if (Pages.isPost(request)) {
            step();
        }
    }

    private void step() throws IOException {
        try {
            if (pressed("y_draft")) {
                Pages.goTo("/office/draft?id=" + desk.draft(sheet.id(), seen()));
                return;
            }
            if (pressed("y_remind")) {
                Pages.goTo("/office/draft?id=" + desk.remind(sheet.id(), seen()));
                return;
            }
            if (pressed("y_extend")) {
                Pages.goTo("/office/draft?id=" + desk.extend(sheet.id(), seen(), DateParts.day(getDay())));
                return;
            }
            if (pressed("y_follow")) {
                desk.sendFollowUp(sheet.id(), Pages.id(request.getParameter("letter")));
            } else if (pressed("y_drop")) {
                desk.dropFollowUp(sheet.id(), seen());
            } else if (pressed("y_back")) {
                desk.takeBack(sheet.id(), seen());
            } else if (pressed("y_send")) {
                desk.send(sheet.id());
            } else if (pressed("y_close")) {
                if (getReason().length() > LONGEST_REASON) {
                    faults.add("reason", messages.get("document.receive.fault.long"));
                    return;
                }
                desk.close(sheet.id(), seen(), getReason());
            }
            Pages.goTo("/office/inquiry?id=" + sheet.id());
        } catch (RuleViolation refusal) {
            faults.add(refusal.problem() == InquiryProblem.DAY_NOT_LATER ? "day" : null, messages.explain(refusal));
        }
    }

    private boolean pressed(String name) {
        return request.getParameter(name) != null;
    }

    private long seen() {
        var typed = request.getParameter("version");
        return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
    }

    /** What was typed as reason for closing. */
    public String getReason() {
        var typed = request.getParameter("reason");
        return typed == null ? "" : typed.strip();
    }

    /** What was typed as later day. */
    public String getDay() {
        var typed = request.getParameter("day");
        return typed == null ? "" : typed.strip();
    }

    /** Reminders and later days that were sent. */
    public List<FollowUpLine> getSent() {
        return sheet.followUps().stream().filter(one -> !one.open()).toList();
    }

    public InquirySheet getSheet() {
        return sheet;
    }

    /** Offices that are shown: all, or those of the state that was chosen. */
    public List<OfficeLine> getOffices() {
        var state = getState();
        return sheet.offices().stream().filter(one -> state == null || one.state() == state).toList();
    }

    /** The state that was chosen; null for all. */
    public OfficeState getState() {
        var typed = request.getParameter("state");
        return List.of(OfficeState.values()).stream().filter(one -> one.name().equals(typed)).findFirst().orElse(null);
    }

    /** States that offices have here, to choose from. */
    public List<OfficeState> getStates() {
        return sheet.offices().stream().map(OfficeLine::state).distinct().sorted().toList();
    }

    /** How many offices have answered. */
    public long getAnswered() {
        return sheet.offices().stream().filter(one -> one.answeredAt() != null).count();
    }

    /** The version that was read, for the buttons. */
    public long getVersion() {
        return sheet.version();
    }

    /** Id of the inquiry. */
    public UUID getId() {
        return sheet.id();
    }
}
