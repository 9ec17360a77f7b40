package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.yakuba.exchange.api.QuarantineDesk;
import jp.yakuba.exchange.api.QuarantineLine;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/exchange-quarantine.xhtml}: what was refused and is kept apart, part by part. */
@Named
@RequestScoped
public class QuarantinePage {
    private static final int PART = 50;

    @Inject
    private QuarantineDesk desk;

    @Inject
    private HttpServletRequest request;

    private Page<QuarantineLine> page;

    /** Reads the part that the address names. */
    public void open() {
        var typed = request.getParameter("page");
        page = desk.list(new PageRequest(Pages.number(typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0), PART));
    }

    public List<QuarantineLine> getLines() {
        return page == null ? List.of() : page.rows();
    }

    /** Address of the part before; null on the first one. */
    public String getBefore() {
        int number = page.request().number();
        return number == 0 ? null : address(number - 1);
    }

    /** Address of the part after; null on the last one. */
    public String getAfter() {
        int number = page.request().number();
        return (number + 1L) * PART < page.total() ? address(number + 1) : null;
    }

    private static String address(int number) {
        return "/office/exchange-quarantine?page=" + number;
    }
}
