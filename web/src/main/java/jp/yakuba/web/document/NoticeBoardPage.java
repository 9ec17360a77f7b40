package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import jp.yakuba.document.api.NoticeBoardDesk;
import jp.yakuba.document.api.PostedNotice;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** Behind {@code notice-board.xhtml}: what hangs on the notice board today, for everybody. */
@Named
@RequestScoped
public class NoticeBoardPage {
    private static final String HERE = "/notice-board";
    private static final int ROWS = 50;

    @Inject
    private NoticeBoardDesk desk;

    @Inject
    private HttpServletRequest request;

    private Page<PostedNotice> up;

    /** What hangs today, latest first. */
    public Page<PostedNotice> getUp() {
        if (up == null) {
            up = desk.listUp(part());
        }
        return up;
    }

    /** The day on which it was hung. */
    public LocalDate since(PostedNotice notice) {
        return LocalDate.ofInstant(notice.at(), OfficeClock.ZONE);
    }

    private PageRequest part() {
        var number = request.getParameter("page");
        return new PageRequest(number == null || !number.matches("\\d{1,4}") ? 0 : Integer.parseInt(number), ROWS);
    }

    /** Where the part before is; empty on the first. */
    public String getBefore() {
        return part().number() == 0 ? "" : HERE + "?page=" + (part().number() - 1);
    }

    /** Where the next part is; empty on the last. */
    public String getAfter() {
        return getUp().hasNext() ? HERE + "?page=" + (part().number() + 1) : "";
    }
}
