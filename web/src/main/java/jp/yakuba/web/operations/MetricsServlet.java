package jp.yakuba.web.operations;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.yakuba.account.api.Zone;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.Listeners;

/**
 * Figures of the application in Prometheus' format ({@code /health/metrics}), at the listener of the staff alone: WildFly's own metrics at the
 * management listener know the server but not what waits for whom. Codes of offices and counts, never a name of a person or a title.
 */
@WebServlet(name = "Metrics", urlPatterns = "/health/metrics")
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient OfficeState state;

    @Inject
    private transient OfficeClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Listeners.zoneOf(request) != Zone.OFFICE) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var text = new MetricsText();
        waiting(text);
        today(text);
        proofs(text);
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(text);
    }

    private void waiting(MetricsText text) {
        var now = clock.now();
        for (var line : state.exchangeWaiting()) {
            text.add("yakuba_exchange_waiting", "letters to the office that are not answered", line.waiting(), "peer", line.peer());
            text.add("yakuba_exchange_oldest_seconds", "age of the oldest of them", line.oldest() == null ? 0 : now.getEpochSecond() - line.oldest().getEpochSecond(),
                    "peer", line.peer());
            text.add("yakuba_exchange_arriving", "messages of the office of which pieces are coming", line.arriving(), "peer", line.peer());
            text.add("yakuba_exchange_unjudged", "messages of the office that wait to be judged", line.unjudged(), "peer", line.peer());
            text.add("yakuba_exchange_answers_due", "answers that the office does not have", line.answers(), "peer", line.peer());
        }
    }

    private void today(MetricsText text) {
        for (var line : state.exchangeToday()) {
            today(text, line.peer(), "sent", line.sent());
            today(text, line.peer(), "receipted", line.receipted());
            today(text, line.peer(), "refused", line.refused());
            today(text, line.peer(), "failed", line.failed());
            today(text, line.peer(), "arrived", line.arrived());
            today(text, line.peer(), "accepted", line.accepted());
            today(text, line.peer(), "refused-here", line.refusedHere());
        }
    }

    private static void today(MetricsText text, String peer, String what, long count) {
        text.add("yakuba_exchange_today", "what went with the office since midnight", count, "peer", peer, "what", what);
    }

    private void proofs(MetricsText text) {
        for (var line : state.exchangeCertificates()) {
            text.add("yakuba_exchange_certificate_days", "days until the certificate ends", line.days(), "use", line.use().name(), "peer",
                    line.peer() == null ? "" : line.peer(), "serial", line.serial() == null ? "" : line.serial());
        }
        var now = clock.now();
        for (var line : state.exchangeLists()) {
            text.add("yakuba_exchange_list_age_seconds", "age of the revocation list", now.getEpochSecond() - line.issuedAt().getEpochSecond(), "issuer", line.issuer());
        }
    }
}
