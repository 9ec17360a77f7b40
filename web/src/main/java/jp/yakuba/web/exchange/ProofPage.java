package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import jp.yakuba.exchange.api.ProofDesk;
import jp.yakuba.exchange.api.ProofPoint;
import jp.yakuba.exchange.api.ProofReport;
import jp.yakuba.exchange.api.ProofState;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Chosen;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code proof.xhtml}: anybody brings the evidence of a message and reads what holds. */
@Named
@RequestScoped
public class ProofPage {
    private static final String FILE = "file";

    @Inject
    private ProofDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private ProofReport report;

    /** Has the file checked that was brought. */
    public void open() throws IOException, ServletException {
        if (!Pages.isPost(request)) {
            return;
        }
        var brought = Chosen.filesOf(request, FILE);
        if (brought.isEmpty()) {
            faults.add(FILE, messages.get("exchange.proof.missing"));
            return;
        }
        try (var content = brought.get(0).getInputStream()) {
            report = desk.check(content);
        } catch (RuleViolation refusal) {
            faults.add(FILE, messages.explain(refusal));
        } finally {
            for (var part : brought) {
                part.delete();
            }
        }
    }

    /** What came out; null before anything was brought. */
    public ProofReport getReport() {
        return report;
    }

    /** What all of it comes to, for people. That it holds says nothing of the recipient who refused it, or of whom nothing is there. */
    public String getWords() {
        var outcome = "exchange.proof.outcome." + report.outcome();
        if (report.outcome() != ProofState.HOLDS) {
            return messages.get(outcome + ".words");
        }
        return messages.get(outcome + (report.answer() == null ? ".alone" : report.answer().refusal() == null ? ".received" : ".refused"));
    }

    /** True if what stands in the letter is believed by nobody yet. */
    public boolean isClaimed() {
        return report.lines().stream().filter(line -> line.point() == ProofPoint.SIGNATURE || line.point() == ProofPoint.AUTHORITY)
                .anyMatch(line -> line.state() != ProofState.HOLDS);
    }

    /** Colour of a point. */
    public String codeOf(ProofState state) {
        return switch (state) {
            case HOLDS -> "done";
            case BROKEN -> "stop";
            case UNKNOWN -> "wait";
            case NONE -> "none";
        };
    }

    /** Kind of the notice that says what all of it comes to. */
    public String noticeOf(ProofState state) {
        return state == ProofState.HOLDS ? "ok" : "warn";
    }
}
