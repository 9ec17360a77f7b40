package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import jp.yakuba.exchange.api.ArrivalLine;
import jp.yakuba.exchange.api.ExchangeDesk;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/exchange.xhtml}: messages that leave and arrive, part by part. */
@Named
@RequestScoped
public class ExchangePage {
    private static final int PART = 50;
    private static final int LAST = 100_000;
    private static final String ARRIVALS = "arrivals";

    @Inject
    private ExchangeDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private Page<ParcelLine> parcels;
    private Page<ArrivalLine> arrivals;

    /** Reads the address and follows the button that was pressed. */
    public void open() throws IOException {
        if (Pages.isPost(request)) {
            move();
        }
        if (isArrivals()) {
            arrivals = desk.listArrivals(isOpenOnly(), part());
        } else {
            parcels = desk.listParcels(isOpenOnly(), part());
        }
    }

    private void move() throws IOException {
        var id = Pages.id(request.getParameter("message"));
        var reason = request.getParameter("reason");
        try {
            if (request.getParameter("y_give_up") != null) {
                desk.giveUp(id, reason);
            } else if (request.getParameter("y_take_back") != null) {
                desk.takeBack(id, reason);
            } else if (request.getParameter("y_again") != null) {
                desk.orderAgain(id, reason);
            } else {
                desk.tryNow(id, reason);
            }
            Pages.goTo("/office/exchange?open=" + (isOpenOnly() ? "on" : ""));
        } catch (RuleViolation refusal) {
            faults.add("reason-" + id, messages.explain(refusal));
        }
    }

    private PageRequest part() {
        var typed = request.getParameter("page");
        int page = typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        return new PageRequest(Math.min(page, LAST), PART);
    }

    /** True if the actor may move messages on by hand. */
    public boolean isMover() {
        return actor.get().holds(Role.RECORDS_MANAGER) || actor.get().holds(Role.OPERATOR);
    }

    /** Which of the lists is shown. */
    public String getView() {
        return (isArrivals() ? ARRIVALS : "parcels") + (isOpenOnly() ? ".open" : "");
    }

    /** True if what arrived is shown, false for what leaves. */
    public boolean isArrivals() {
        return ARRIVALS.equals(request.getParameter("view"));
    }

    /** True if what is settled is left out. */
    public boolean isOpenOnly() {
        return "on".equals(request.getParameter("open"));
    }

    public List<ParcelLine> getParcels() {
        return parcels == null ? List.of() : parcels.rows();
    }

    public List<ArrivalLine> getArrived() {
        return arrivals == null ? List.of() : arrivals.rows();
    }

    /** What was typed as the reason for a message. */
    public String reasonFor(UUID id) {
        var reason = request.getParameter("reason");
        return id.toString().equals(request.getParameter("message")) && reason != null ? reason : "";
    }

    /** Address of the part before; null on the first one. */
    public String getBefore() {
        int page = part().number();
        return page == 0 ? null : address(page - 1);
    }

    /** Address of the part after; null on the last one. */
    public String getAfter() {
        long total = isArrivals() ? arrivals.total() : parcels.total();
        int page = part().number();
        return (page + 1L) * PART < total ? address(page + 1) : null;
    }

    private String address(int page) {
        return "/office/exchange?view=" + (isArrivals() ? ARRIVALS : "") + "&open=" + (isOpenOnly() ? "on" : "") + "&page=" + page;
    }
}
