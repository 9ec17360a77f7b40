package jp.yakuba.web.inquiry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.yakuba.inquiry.api.AnsweringDesk;
import jp.yakuba.inquiry.api.AskedLine;
import jp.yakuba.inquiry.api.InquiryDesk;
import jp.yakuba.inquiry.api.InquiryLine;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** Behind {@code office/inquiries.xhtml}: what other offices ask, and what this one asks, part by part. */
@Named
@RequestScoped
public class InquiriesPage {
    private static final int PART = 50;
    private static final int LAST = 100_000;
    private static final String OWN = "own";

    @Inject
    private InquiryDesk inquiries;

    @Inject
    private AnsweringDesk answering;

    @Inject
    private HttpServletRequest request;

    private Page<InquiryLine> own;
    private Page<AskedLine> asked;

    /** Reads the list that is shown. */
    public void open() {
        if (isOwn()) {
            own = inquiries.list(part());
        } else {
            asked = answering.list(false, part());
        }
    }

    private PageRequest part() {
        var typed = request.getParameter("page");
        int page = typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        return new PageRequest(Math.min(page, LAST), PART);
    }

    /** True if the office's own inquiries are shown. */
    public boolean isOwn() {
        return OWN.equals(request.getParameter("view"));
    }

    public List<InquiryLine> getInquiries() {
        return own == null ? List.of() : own.rows();
    }

    public List<AskedLine> getAsked() {
        return asked == null ? List.of() : asked.rows();
    }

    /** Address of the part before; null on the first one. */
    public String getBefore() {
        int page = part().number();
        return page == 0 ? null : address(page - 1);
    }

    /** Address of the part after; null on the last one. */
    public String getAfter() {
        long total = isOwn() ? own.total() : asked.total();
        int page = part().number();
        return (page + 1L) * PART < total ? address(page + 1) : null;
    }

    private String address(int page) {
        return "/office/inquiries?view=" + (isOwn() ? OWN : "") + "&page=" + page;
    }
}
