package jp.yakuba.web.shell;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A form that cannot be read: broken on its way, or larger than the server takes. The words are written by hand, for every
 * page of ours would try to read the form again.
 */
final class UnreadableForm {
    private static final System.Logger LOG = System.getLogger(UnreadableForm.class.getName());
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="ja"><head><meta charset="UTF-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%1$s</title><link rel="stylesheet" href="%3$s/yakuba.css"/></head>
            <body><main id="main" class="y-wrap"><h1 class="y-h1">%1$s</h1><p class="y-lead">%2$s</p>
            <p><a class="y-btn y-btn--main" href="%4$s">%5$s</a></p></main></body></html>
            """;

    private UnreadableForm() {}

    /** 0 if the form of the request can be read, otherwise the status of the answer. */
    static int statusOf(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return 0;
        } catch (IllegalStateException tooLarge) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.DEBUG, "A form cannot be read", broken);
            return HttpServletResponse.SC_BAD_REQUEST;
        }
    }

    /** Says what was wrong, with a way back to the page the form stands on. */
    static void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        var messages = CDI.current().select(Messages.class).get();
        var key = "shell.status." + status;
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(PAGE.formatted(messages.get(key + ".title"), messages.get(key + ".words"), Assets.PREFIX,
                quoted(request.getRequestURI()), messages.get("shell.back")));
    }

    private static String quoted(String path) {
        return path.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
