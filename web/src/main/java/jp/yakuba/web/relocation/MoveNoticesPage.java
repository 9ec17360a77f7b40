package jp.yakuba.web.relocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.relocation.api.MoveNoticeDesk;
import jp.yakuba.relocation.api.NoticeLine;
import jp.yakuba.relocation.api.NoticeState;

/** Behind {@code office/move-notices.xhtml}: what other towns tell of people who lived here, what is open first. */
@Named
@RequestScoped
public class MoveNoticesPage {
    private static final int PART = 50;
    private static final int LAST = 100_000;

    @Inject
    private MoveNoticeDesk desk;

    @Inject
    private HttpServletRequest request;

    private Page<NoticeLine> notices;

    /** Reads the part that is shown. */
    public void open() {
        notices = desk.list(part());
    }

    private PageRequest part() {
        var typed = request.getParameter("page");
        int page = typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        return new PageRequest(Math.min(page, LAST), PART);
    }

    public List<NoticeLine> getNotices() {
        return notices.rows();
    }

    /** Colour of a state. */
    public String codeOf(NoticeState state) {
        return switch (state) {
            case OPEN -> "you";
            case ENTERED -> "done";
            case CLOSED, REPLACED -> "none";
        };
    }

    /** Address of the part before; null on the first one. */
    public String getBefore() {
        int page = part().number();
        return page == 0 ? null : "/office/move-notices?page=" + (page - 1);
    }

    /** Address of the part after; null on the last one. */
    public String getAfter() {
        return notices.hasNext() ? "/office/move-notices?page=" + (part().number() + 1) : null;
    }
}
