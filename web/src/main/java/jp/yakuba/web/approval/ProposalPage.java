package jp.yakuba.web.approval;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.AddedStop;
import jp.yakuba.approval.api.ApprovalDeed;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.SettleObjection;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/**
 * Behind {@code office/proposal.xhtml}: one proposal with its route, and every deed that is open to whoever looks. A deed is
 * judged by what was shown last: the form carries the version it was drawn from. After a refusal the page shows the present state
 * with what was typed, and the next press means that. A deed does not read the proposal before it is done.
 */
@Named
@RequestScoped
public class ProposalPage {
    @Inject
    private ApprovalDesk desk;

    @Inject
    private ProposalSheet sheet;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private UUID id;
    private EnumSet<ApprovalDeed> deeds = EnumSet.noneOf(ApprovalDeed.class);

    /** Does what was pressed; otherwise, and after a refusal, reads what is drawn. */
    public void open() throws IOException {
        id = Pages.id(typed("id"));
        if (Pages.isPost(request)) {
            var there = press();
            if (there != null) {
                Pages.goTo(there);
                return;
            }
        }
        deeds = EnumSet.noneOf(ApprovalDeed.class);
        deeds.addAll(sheet.getProposal().deeds());
    }

    /** Where the deed leads; null if it leads nowhere else, or was refused. */
    private String press() {
        var pressed = ProposalButton.pressed(request::getParameter);
        try {
            if (pressed.needs() != null && typed(pressed.needs()).isEmpty()) {
                faults.add(pressed.needs(), messages.of("shell.required", messages.get(pressed.label())));
                return null;
            }
            var words = typed(pressed.words());
            return act(pressed, words.isEmpty() ? null : words);
        } catch (RuleViolation refusal) {
            faults.add(pressed.words(), messages.explain(refusal));
            return null;
        }
    }

    private String act(ProposalButton pressed, String words) {
        switch (pressed) {
            case APPROVE -> desk.approve(id, version(), words);
            case APPROVE_AS_PROXY -> desk.approveAsProxy(id, version(), words);
            case OBJECT -> desk.object(id, version(), words);
            case SEND_BACK -> desk.sendBack(id, version(), words);
            case SEND_BACK_TO -> sendBackTo(words);
            case REJECT -> desk.reject(id, version(), words);
            case PULL_UP -> desk.pullUp(id, version(), words);
            case HAND_OVER -> desk.handOver(id, version(), Pages.id(typed("colleague")), words);
            case WITHDRAW -> desk.withdraw(id, version(), words);
            case ABANDON -> desk.abandon(id, version(), words);
            case REVIEW -> desk.review(id, words);
            case SAY -> desk.comment(id, words);
            case SETTLE -> settle(words);
            case VERIFY -> sheet.verify();
        }
        if (pressed == ProposalButton.VERIFY) {
            return null;
        }
        return pressed.done() == null ? "/office/proposal?id=" + id : "/office/approvals?done=" + pressed.done();
    }

    /** Sends it back to the chosen stop, or to the drafter. */
    private void sendBackTo(String words) {
        if (typed("step").matches("\\d{1,4}")) {
            desk.sendBackTo(id, version(), Integer.parseInt(typed("step")), words);
        } else {
            desk.sendBack(id, version(), words);
        }
    }

    /** Answers an objection, with another text if it was changed, and with one more consulted post if one was chosen. */
    private void settle(String answer) {
        var text = typed("text");
        var changed = text.isEmpty() || text.equals(sheet.getProposal().text().strip().replace("\r\n", "\n")) ? null : text;
        var added = typed("addedPost").isEmpty()
                ? List.<AddedStop>of()
                : List.of(AddedStop.beforeDecision(StopKind.CONSULT, typed("addedPost")));
        desk.settle(new SettleObjection(id, version(), answer, changed, null, null, added));
    }

    private long version() {
        if (!typed("version").matches("\\d{1,18}")) {
            throw new NotFound();
        }
        return Long.parseLong(typed("version"));
    }

    /** True if the deed is open. */
    public boolean may(String deed) {
        return deeds.contains(ApprovalDeed.valueOf(deed));
    }

    /** True if the deed decides, rather than agrees. */
    public boolean isDecision() {
        return may("REJECT");
    }

    /** True if it may be sent back to a stop before. */
    public boolean isStopsBefore() {
        return may("SEND_BACK") && !sheet.getBackTo().isEmpty();
    }

    /** True if somebody else holds the post that is asked. */
    public boolean isOtherHolders() {
        return may("HAND_OVER") && sheet.getColleagues().size() > 1;
    }

    public UUID getId() {
        return id;
    }

    /** What was typed, lines ended as texts are kept; empty before. */
    public String typed(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** The text as it was typed, else as it stands. */
    public String getText() {
        return request.getParameter("text") == null ? sheet.getProposal().text() : typed("text");
    }
}
