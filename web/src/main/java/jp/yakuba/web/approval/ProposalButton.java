package jp.yakuba.web.approval;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.yakuba.web.shell.NotFound;

/** A button on the page of a proposal: its name in the form, the field with the words that go with it, and where it leads. */
enum ProposalButton {
    APPROVE("y_approve", "comment", null, null, "approve"),
    APPROVE_AS_PROXY("y_proxy", "comment", null, null, "proxy"),
    REVIEW("y_review", "comment", null, null, "review"),
    OBJECT("y_object", "comment", null, null, "object"),
    SEND_BACK("y_sendBack", "comment", null, null, "sendBack"),
    PULL_UP("y_pullUp", "comment", null, null, null),
    WITHDRAW("y_withdraw", "comment", null, null, "withdraw"),
    SAY("y_say", "comment", null, null, null),
    SEND_BACK_TO("y_sendBackTo", "backReason", "backReason", "approval.reason", "sendBack"),
    HAND_OVER("y_handOver", "handWords", null, null, "handOver"),
    REJECT("y_reject", "endReason", "endReason", "approval.reason", "reject"),
    ABANDON("y_abandon", "endReason", "endReason", "approval.reason", "abandon"),
    SETTLE("y_settle", "answer", "answer", "approval.settle.answer", null),
    VERIFY("y_verify", "comment", null, null, null);

    private final String field;
    private final String words;
    private final String needs;
    private final String label;
    private final String done;

    ProposalButton(String field, String words, String needs, String label, String done) {
        this.field = field;
        this.words = words;
        this.needs = needs;
        this.label = label;
        this.done = done;
    }

    /** The one that was pressed; there is no such page without. */
    static ProposalButton pressed(UnaryOperator<String> sent) {
        return Stream.of(values()).filter(one -> sent.apply(one.field) != null).findFirst().orElseThrow(NotFound::new);
    }

    /** Name of the field with its words. */
    String words() {
        return words;
    }

    /** Name of the field that must not be empty; null if none. */
    String needs() {
        return needs;
    }

    /** Key of that field's label. */
    String label() {
        return label;
    }

    /** What the list of approvals then says was done; null if it leads back to the proposal. */
    String done() {
        return done;
    }
}
