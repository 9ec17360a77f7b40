package jp.yakuba.web.certificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.certificate.api.CertificateProblem;
import jp.yakuba.certificate.api.CopySheet;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.certificate.api.WideCopyDesk;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/wide-copy.xhtml}: one request, what came for it, and the copies that are issued. */
@Named
@RequestScoped
public class WideCopyPage {
    /** Sent by a page that looks again by itself: it shows whoever asked already, and every time would be a look. */
    private static final String LIVE = "Yakuba-Live";

    @Inject
    private WideCopyDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private UUID id;
    private CopySheet sheet;
    private final UUID once = UUID.randomUUID();

    /** Follows the button that was pressed, then reads the request. */
    public void open() throws IOException {
        id = Pages.id(request.getParameter("id"));
        if (Pages.isPost(request) && follow()) {
            Pages.goTo("/office/wide-copy?id=" + id);
            return;
        }
        sheet = request.getHeader(LIVE) == null ? desk.get(id) : desk.watch(id);
    }

    private boolean follow() {
        try {
            if (pressed("y_issue")) {
                desk.issue(id, seen(), Pages.id(request.getParameter("once")), pressed("compared"));
            } else if (pressed("y_withdraw")) {
                desk.withdraw(id, seen());
            } else if (pressed("y_finish")) {
                desk.finish(id, seen());
            } else if (pressed("y_spoil")) {
                desk.spoil(Pages.id(request.getParameter("issue")), getReason());
            }
            return true;
        } catch (RuleViolation refusal) {
            faults.add(fieldOf(refusal), messages.explain(refusal));
            return false;
        }
    }

    private String fieldOf(RuleViolation refusal) {
        if (refusal.problem() == CertificateProblem.NOT_COMPARED) {
            return "compared";
        }
        return refusal.problem() == CertificateProblem.REASON_NEEDED ? "reason-" + request.getParameter("issue") : null;
    }

    private boolean pressed(String button) {
        return request.getParameter(button) != null;
    }

    private long seen() {
        var version = request.getParameter("version");
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }

    /** What was typed as reason. */
    public String getReason() {
        var typed = request.getParameter("reason");
        return typed == null ? "" : typed.strip();
    }

    /** What was typed as reason at the copy. */
    public String reasonOf(UUID issue) {
        return issue.toString().equals(request.getParameter("issue")) ? getReason() : "";
    }

    /** Seconds after which the page looks again by itself; empty once there is nothing to wait for. */
    public String getLive() {
        return sheet.line().state() == CopyState.WAITING && !CopyWords.isStuck(sheet.line()) ? "5" : "";
    }

    /** True while what came is here. */
    public boolean isTold() {
        return !sheet.persons().isEmpty();
    }

    /** True while a copy can be issued. */
    public boolean isIssuable() {
        return sheet.issuable();
    }

    /** True while it can be withdrawn. */
    public boolean isWithdrawable() {
        return sheet.line().state() == CopyState.WAITING || sheet.line().state() == CopyState.ANSWERED;
    }

    /** True once something was issued, while what came is here. */
    public boolean isFinishable() {
        return sheet.line().state() == CopyState.ISSUED;
    }

    /** True while a sheet waits to be fetched or declared void, before which nothing is handed over. */
    public boolean isSheetWaiting() {
        return sheet.issues().stream().anyMatch(one -> !one.printed() && one.spoiled() == null);
    }

    /** The text of how it ends: handed over, with every sheet void, or withdrawn before anything was issued. */
    public String getEnd() {
        if (!isFinishable()) {
            return "office.copy.withdraw";
        }
        return sheet.issues().stream().allMatch(one -> one.spoiled() != null) ? "office.copy.finish.void" : "office.copy.finish";
    }

    /** The text of what becomes of what came, or of what has not come yet. */
    public String getEndWords() {
        return isTold() && !isFinishable() ? "office.copy.finish.words" : getEnd() + ".words";
    }

    /** Yen for what was issued. */
    public int getFees() {
        return sheet.issues().stream().mapToInt(one -> one.fee()).sum();
    }

    public CopySheet getSheet() {
        return sheet;
    }

    public UUID getId() {
        return id;
    }

    /** For the form that issues: pressed twice it issues one. */
    public UUID getOnce() {
        return once;
    }
}
