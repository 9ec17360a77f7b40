package jp.yakuba.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Behind the error page: what happened and what to do, never the inside. */
@Named
@RequestScoped
public class ErrorPage {
    /** Attribute of a request whose page was opened too long ago, or before somebody signed in. */
    static final String EXPIRED = "yakuba.expired";

    private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 405, 410, 413, 421, 429, 500);

    @Inject
    private HttpServletRequest request;

    @Inject
    private Messages messages;

    /** The status of the answer. */
    public int getStatus() {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }

    /** Sets the status again, for the page itself is drawn well. */
    public void open() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(getStatus());
    }

    public String getTitle() {
        return messages.get("shell.status." + kind() + ".title");
    }

    public String getWords() {
        return request.getAttribute(RefusalHandler.WORDS) instanceof String words
                ? words
                : messages.get("shell.status." + kind() + ".words");
    }

    private String kind() {
        if (request.getAttribute(EXPIRED) != null) {
            return "expired";
        }
        var status = getStatus();
        if (KNOWN.contains(status)) {
            return String.valueOf(status);
        }
        return status >= 500 ? "500" : "400";
    }
}
