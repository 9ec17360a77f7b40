package jp.yakuba.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import jp.yakuba.application.api.VisitDesk;
import jp.yakuba.application.api.VisitView;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;

/** Behind {@code /my/visit/<bundle>}: another time for a booked visit, or none. */
@Named
@RequestScoped
public class VisitPage {
    @Inject
    private VisitDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private VisitView visit;

    /** Finds the visit; a post is followed first. */
    public void open() throws IOException {
        var bundle = Pages.id(Paths.part(request, 2));
        if (Pages.isPost(request) && follow(bundle)) {
            Pages.goTo("/my/" + bundle);
            return;
        }
        visit = desk.get(bundle);
    }

    public VisitView getVisit() {
        return visit;
    }

    /** The time that was chosen, kept when something was refused. */
    public String getWanted() {
        return request.getParameter("wanted");
    }

    private boolean follow(UUID bundle) {
        var wanted = time("wanted");
        boolean cancels = request.getParameter("y_cancel") != null;
        if (!cancels && wanted == null) {
            faults.add("wanted", messages.get("application.visit.choose"));
            return false;
        }
        try {
            if (cancels) {
                desk.cancel(bundle, time("y_seen"));
            } else {
                desk.book(bundle, time("y_seen"), wanted);
            }
            return true;
        } catch (RuleViolation refused) {
            faults.add(null, messages.explain(refused));
            return false;
        }
    }

    private LocalDateTime time(String name) {
        try {
            var posted = request.getParameter(name);
            return posted == null || posted.isEmpty() ? null : LocalDateTime.parse(posted);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
