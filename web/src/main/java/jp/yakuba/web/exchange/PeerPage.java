package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.PeerChange;
import jp.yakuba.exchange.api.PeerDesk;
import jp.yakuba.exchange.api.PeerField;
import jp.yakuba.exchange.api.PeerState;
import jp.yakuba.exchange.api.PeerTrialDesk;
import jp.yakuba.exchange.api.PeerView;
import jp.yakuba.exchange.api.PeerWay;
import jp.yakuba.exchange.api.TrialStep;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/exchange-peer.xhtml}: one office is written down, suspended or served again; what was typed is never lost. */
@Named
@RequestScoped
public class PeerPage {
    private static final Map<PeerField, String> FIELDS = Map.of(PeerField.CODE, "code", PeerField.NAME, "name", PeerField.ADDRESS, "address",
            PeerField.SERVICES, "services", PeerField.ASKED, "asked", PeerField.MOST_BYTES, "megabytes", PeerField.PER_MINUTE, "perMinute", PeerField.WAY, "way");

    @Inject
    private PeerDesk desk;

    @Inject
    private PeerTrialDesk trial;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private ExchangeWords words;

    private PeerView peer;
    private List<PeerChange> changes = List.of();
    private PeerForm form;
    private List<TrialStep> steps = List.of();
    private boolean overtaken;

    /** A fact about an office in words: its name and what it is. */
    public record Fact(String name, String words) {}

    /** A change: when, by whom, why, and what was different from then on. */
    public record Step(Instant at, String who, String reason, List<Fact> facts) {}

    /** Finds the office that the address names, and does what the button says. */
    public void open() throws IOException {
        peer = code() == null ? null : found();
        var typed = new PeerForm(request.getParameterMap());
        if (Pages.isPost(request) && moves(typed)) {
            return;
        }
        peer = peer == null ? null : found();
        form = request.getParameter("y_write") != null && Pages.isPost(request) ? typed : peer == null ? unwritten() : PeerForm.of(peer);
        changes = peer == null ? List.of() : desk.listChanges(peer.code());
    }

    private PeerForm unwritten() {
        return request.getParameter("told") == null ? PeerForm.blank() : PeerForm.told(request.getParameterMap());
    }

    private PeerView found() {
        try {
            return desk.find(code());
        } catch (RuleViolation unknown) {
            throw new NotFound();
        }
    }

    /** The code is named by the address unless the office is new. */
    private String code() {
        return "POST".equals(request.getMethod()) && request.getParameter("of") == null ? null
                : request.getParameter(Pages.isPost(request) ? "of" : "code");
    }

    /** True if it was done and the browser is sent on. */
    private boolean moves(PeerForm typed) throws IOException {
        if (request.getParameter("y_write") != null) {
            return writes(typed);
        }
        if (peer != null && request.getParameter("y_trial") != null) {
            return tries();
        }
        var trying = request.getParameter("y_try_all") != null;
        try {
            if (peer == null) {
                throw new NotFound();
            } else if (trying) {
                Pages.goTo(address(peer.code()) + "&tried=" + desk.tryAll(peer.code(), raw("tryReason")));
            } else {
                become(typed.version() == null ? -1 : typed.version());
                Pages.goTo(address(peer.code()) + "&done=state");
            }
            return true;
        } catch (RuleViolation refusal) {
            faults.add(trying ? "tryReason" : "reason", messages.explain(refusal));
            return false;
        }
    }

    /** Tries the line; the steps are shown on this page. */
    private boolean tries() {
        try {
            steps = trial.run(peer.code());
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
        return false;
    }

    private void become(long version) {
        if (request.getParameter("y_suspend") != null) {
            desk.suspend(peer.code(), version, getReason());
        } else {
            desk.resume(peer.code(), version, getReason());
        }
    }

    private boolean writes(PeerForm typed) throws IOException {
        var wanted = typed.words(peer == null ? null : peer.code());
        for (var field : PeerField.values()) {
            if (wanted.wrong().contains(field)) {
                faults.add(FIELDS.get(field), messages.get("exchange.peer.wrong." + field));
            }
        }
        if (faults.getCount() > 0) {
            return false;
        }
        try {
            if (peer == null) {
                desk.add(wanted);
            } else {
                desk.write(wanted);
            }
            Pages.goTo(address(wanted.code()) + "&done=write");
            return true;
        } catch (RuleViolation refusal) {
            overtaken = refusal.problem() == ExchangeProblem.CHANGED_MEANWHILE;
            faults.add(overtaken ? "name" : "code", messages.explain(refusal));
            return false;
        }
    }

    private static String address(String code) {
        return "/office/exchange-peer?code=" + code;
    }

    /** The office; null if it is new. */
    public PeerView getPeer() {
        return peer;
    }

    /** How the line was found, step by step; none unless it was just tried. */
    public List<TrialStep> getSteps() {
        return steps;
    }

    /** Where the forms of this page go. */
    public String getHere() {
        return "/office/exchange-peer" + (peer == null ? "" : "?of=" + peer.code());
    }

    /** The version that is shown; after somebody else's change the new one, for it is shown beside what was typed. */
    public String getVersion() {
        if (peer == null) {
            return "";
        }
        var typed = new PeerForm(request.getParameterMap()).version();
        return String.valueOf(Pages.isPost(request) && !overtaken && typed != null && request.getParameter("y_write") != null ? typed : peer.version());
    }

    /** What stands in a field. */
    public String typed(String field) {
        return form == null ? "" : form.of(field);
    }

    /** What was sent in a field of another form; empty if nothing was. */
    public String raw(String field) {
        var sent = request.getParameter(field);
        return sent == null ? "" : sent;
    }

    /** True if a service is chosen in a field. */
    public boolean taken(String field, String service) {
        return form != null && form.all(field).contains(service);
    }

    /** Services to choose from: those that this office knows and those that were agreed before. */
    public List<String> getKnown() {
        var known = new ArrayList<>(desk.listServices());
        if (peer != null) {
            var more = new TreeSet<>(peer.services());
            more.addAll(peer.asked());
            more.removeAll(known);
            known.addAll(more);
        }
        return known;
    }

    public boolean isActive() {
        return peer != null && peer.state() == PeerState.ACTIVE;
    }

    public String getReason() {
        return raw("reason");
    }

    /** What was just done, in words; null if nothing was. */
    public String getDone() {
        var tried = request.getParameter("tried");
        if (tried != null && tried.matches("[0-9]{1,9}")) {
            return messages.of("exchange.tried", Integer.parseInt(tried));
        }
        var done = request.getParameter("done");
        return "write".equals(done) || "state".equals(done) ? messages.get("exchange.peer.done." + done) : null;
    }

    /** Who may call whom. */
    public List<PeerWay> getWays() {
        return List.of(PeerWay.values());
    }

    /** How the office stands now where somebody changed it while this was typed; none otherwise. */
    public List<Fact> getStands() {
        return overtaken ? facts(peer) : List.of();
    }

    /** Every change with what it changed, latest first. */
    public List<Step> getHistory() {
        var steps = new ArrayList<Step>();
        for (int place = 0; place < changes.size(); place++) {
            var change = changes.get(place);
            var before = place + 1 < changes.size() ? facts(changes.get(place + 1).peer()) : List.<Fact>of();
            steps.add(new Step(change.at(), change.who(), change.reason(), facts(change.peer()).stream().filter(fact -> !before.contains(fact)).toList()));
        }
        return steps;
    }

    private List<Fact> facts(PeerView shown) {
        return List.of(new Fact(messages.get("exchange.peer.name"), shown.name()),
                new Fact(messages.get("exchange.peer.address"), shown.address()),
                new Fact(messages.get("exchange.peer.state"), messages.get("exchange.peer." + shown.state())),
                new Fact(messages.get("exchange.peer.services"), Objects.toString(words.services(shown.services()), "")),
                new Fact(messages.get("exchange.peer.asked"), words.services(shown.asked())),
                new Fact(messages.get("exchange.peer.way"), messages.get("exchange.way." + shown.way())),
                new Fact(messages.get("exchange.peer.megabytes"), PeerForm.megabytes(shown.mostBytes())),
                new Fact(messages.get("exchange.peer.per-minute"), String.valueOf(shown.perMinute())));
    }
}
