package jp.yakuba.web.operations;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.yakuba.account.api.Zone;
import jp.yakuba.document.api.VirusScanState;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.glyph.HouseFonts;
import jp.yakuba.web.operations.ServerParts.State;
import jp.yakuba.web.shell.Listeners;

/**
 * Says to a balancer and to operators whether this office lives ({@code /health/live}) and can serve people
 * ({@code /health/ready}): states and counts, never a name; at the portal, where everybody can ask, no more than whether.
 *
 * <p>WildFly's own health on the management listener knows the server but not the application, for checks inside an EAR are
 * not asked there (ADR 0020). A backlog does not make the office unready: peers may be down for a week.
 */
@WebServlet(name = "Health", urlPatterns = {"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient OfficeState state;

    @Inject
    private transient OfficeClock clock;

    private transient ExchangeGlance glance;

    @Override
    public void init() {
        glance = new ExchangeGlance(() -> state.exchange(), clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = request.getServletPath().endsWith("ready") ? readiness() : up(true).build();
        if (!answer.getString("status").equals("UP")) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(Listeners.zoneOf(request) == Zone.PORTAL ? up("UP".equals(answer.getString("status"))).build() : answer);
    }

    private JsonObject readiness() {
        var broker = ServerParts.broker();
        var disk = ServerParts.disk();
        var well = broker != State.DOWN && disk != State.DOWN;
        var database = false;
        try {
            database = state.databaseAnswers();
            if (database) {
                var scan = state.virusScan();
                return up(well && scan != VirusScanState.SILENT).add("database", "UP")
                        .add("broker", broker.name()).add("disk", disk.name())
                        .add("messages", messages()).add("mail", mails()).add("virusScan", scan.name())
                        .add("signing", signing()).add("exchange", exchange())
                        .add("nameFont", HouseFonts.ofNames().isPresent() ? "UP" : "OFF").build();
            }
        } catch (EJBException uncountable) {
            database = database && answersStill(); // it went away while it was asked, or a desk refuses
        }
        return up(false).add("database", database ? "UP" : "DOWN").add("broker", broker.name()).add("disk", disk.name()).build();
    }

    private boolean answersStill() {
        try {
            return state.databaseAnswers();
        } catch (EJBException gone) {
            return false;
        }
    }

    private JsonObjectBuilder messages() {
        var backlog = state.backlog();
        var messages = JSON.createObjectBuilder().add("unsent", backlog.unsent()).add("undone", backlog.undone())
                .add("setAside", backlog.setAside());
        if (backlog.oldest() != null) {
            messages.add("oldest", backlog.oldest().toString());
        }
        return messages;
    }

    private JsonObjectBuilder signing() {
        var signing = state.signing();
        var told = JSON.createObjectBuilder().add("key", signing.key().name()).add("stamps", signing.stamps().name())
                .add("waiting", signing.waiting());
        if (signing.until() != null) {
            told.add("until", signing.until().toString());
        }
        return told;
    }

    private JsonObjectBuilder exchange() {
        var told = JSON.createObjectBuilder();
        glance.state().ifPresentOrElse(exchange -> told.add("on", exchange.isOn()).add("waiting", exchange.waiting()).add("certificatesEnding", exchange.ending())
                .add("listsOver", exchange.listsOver()), () -> told.add("state", "UNKNOWN"));
        return told;
    }

    private JsonObjectBuilder mails() {
        var mails = state.mails();
        return JSON.createObjectBuilder().add("waiting", mails.waiting()).add("stranded", mails.stranded());
    }

    private static JsonObjectBuilder up(boolean well) {
        return JSON.createObjectBuilder().add("status", well ? "UP" : "DOWN");
    }
}
