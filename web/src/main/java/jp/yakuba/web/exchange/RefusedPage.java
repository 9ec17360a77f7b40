package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.QuarantineDesk;
import jp.yakuba.exchange.api.QuarantineLine;
import jp.yakuba.exchange.api.QuarantineView;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/exchange-refused.xhtml}: one refused message, with what its head says, and the button that has it judged again. */
@Named
@RequestScoped
public class RefusedPage {
    @Inject
    private QuarantineDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private QuarantineView view;

    /** Finds the message; has it judged again if the button was pressed. */
    public void open() throws IOException {
        var peer = request.getParameter("peer");
        var id = Pages.id(request.getParameter("id"));
        if (!Pages.isPost(request) || !judgesAgain(peer, id)) {
            view = desk.open(peer == null ? "" : peer, id);
        }
    }

    private boolean judgesAgain(String peer, UUID id) throws IOException {
        try {
            desk.judgeAgain(peer, id, getReason());
            Pages.goTo("/office/exchange-refused?peer=" + peer + "&id=" + id);
            return true;
        } catch (RuleViolation refusal) {
            faults.add("reason", messages.explain(refusal));
            return false;
        }
    }

    public QuarantineLine getLine() {
        return view == null ? null : view.line();
    }

    /** What its head says; null if it cannot be read. */
    public LetterHead getHead() {
        return view == null ? null : view.head();
    }

    /** True if it can be judged again. */
    public boolean isJudgeable() {
        return getLine().isWhole() && getLine().arrival().state() == ArrivalState.REFUSED;
    }

    /** What was typed as the reason. */
    public String getReason() {
        var reason = request.getParameter("reason");
        return reason == null ? "" : reason;
    }
}
