package jp.yakuba.web.relocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.relocation.api.MoveNoticeDesk;
import jp.yakuba.relocation.api.RelocationProblem;
import jp.yakuba.relocation.api.SentLine;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/move-notices-sent.xhtml}: what was told other towns, what became of it, and what is to be told again. */
@Named
@RequestScoped
public class SentNoticesPage {
    private static final String ADDRESS = "/office/move-notices-sent";
    private static final int PART = 50;
    private static final int LAST = 100_000;

    @Inject
    private MoveNoticeDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private Page<SentLine> notices;

    /** Follows the button that was pressed, then reads the part that is shown. */
    public void open() throws IOException {
        if (Pages.isPost(request) && sees()) {
            return;
        }
        notices = desk.listSent(isFailedOnly(), part());
    }

    /** True if something was done about a notice. */
    private boolean sees() throws IOException {
        var notice = Pages.id(request.getParameter("notice"));
        try {
            if (request.getParameter("y_otherwise") != null) {
                desk.tellOtherwise(notice, request.getParameter("why"));
            } else {
                desk.tellAgain(notice);
            }
            Pages.goTo(getHere());
            return true;
        } catch (RuleViolation refusal) {
            faults.add(refusal.problem() == RelocationProblem.REASON_NEEDED ? "why-" + notice : null, messages.explain(refusal));
            return false;
        }
    }

    /** What was typed of how and why the other town was told otherwise. */
    public String why(SentLine one) {
        var why = request.getParameter("why");
        return why != null && one.id().toString().equals(request.getParameter("notice")) ? why.strip() : "";
    }

    /** Address of the part that is shown. */
    public String getHere() {
        return address(part().number());
    }

    /** True if only what came to nothing is shown. */
    public boolean isFailedOnly() {
        return "failed".equals(request.getParameter("view"));
    }

    private PageRequest part() {
        var typed = request.getParameter("page");
        int page = typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        return new PageRequest(Math.min(page, LAST), PART);
    }

    public List<SentLine> getNotices() {
        return notices.rows();
    }

    /** Address of the part before; null on the first one. */
    public String getBefore() {
        return part().number() == 0 ? null : address(part().number() - 1);
    }

    /** Address of the part after; null on the last one. */
    public String getAfter() {
        return notices.hasNext() ? address(part().number() + 1) : null;
    }

    private String address(int page) {
        return ADDRESS + "?page=" + page + (isFailedOnly() ? "&view=failed" : "");
    }
}
