package jp.yakuba.web.approval;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.AddedStop;
import jp.yakuba.approval.api.ApprovalDeed;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.SettleObjection;
import jp.yakuba.approval.api.StopKind;

/**
 * Behind {@code office/proposal.xhtml}: one proposal with its route, and every deed that is open to whoever looks. A deed is
 * judged by what was shown last: after a refusal the page shows the present state, and the next press means that.
 */
@Named
@ViewScoped
public class ProposalPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ApprovalDesk desk;

    @Inject
    private ProposalSheet sheet;

    private UUID id;
    private long version;
    private EnumSet<ApprovalDeed> deeds = EnumSet.noneOf(ApprovalDeed.class);
    private boolean stopsBefore;
    private boolean otherHolders;
    private String comment;
    private String text;
    private String answer;
    private String addedPost;
    private Integer step;
    private UUID colleague;

    /** Called once the address is known. */
    public void open() {
        text = sheet.getProposal().text();
    }

    /**
     * Called when the page is about to be drawn: what is drawn is what the next deed is judged by. What decides which parts
     * are there is kept with the view, so that a deed does not read the proposal before it is done.
     */
    public void draw() {
        var proposal = sheet.getProposal();
        version = proposal.version();
        deeds = EnumSet.copyOf(proposal.deeds());
        stopsBefore = may("SEND_BACK") && !sheet.getBackTo().isEmpty();
        otherHolders = may("HAND_OVER") && sheet.getColleagues().size() > 1;
    }

    /** True if the deed was open when the page was drawn. */
    public boolean may(String deed) {
        return deeds.contains(ApprovalDeed.valueOf(deed));
    }

    /** True if the deed decides, rather than agrees. */
    public boolean isDecision() {
        return may("REJECT");
    }

    /** True if it may be sent back to a stop before. */
    public boolean isStopsBefore() {
        return stopsBefore;
    }

    /** True if somebody else holds the post that is asked. */
    public boolean isOtherHolders() {
        return otherHolders;
    }

    public String approve() {
        desk.approve(id, version, comment);
        return done("approve");
    }

    public String approveAsProxy() {
        desk.approveAsProxy(id, version, comment);
        return done("proxy");
    }

    public String object() {
        desk.object(id, version, comment);
        return done("object");
    }

    public String sendBack() {
        desk.sendBack(id, version, comment);
        return done("sendBack");
    }

    /** Sends it back to the chosen stop, or to the drafter. */
    public String sendBackTo() {
        if (step == null) {
            return sendBack();
        }
        desk.sendBackTo(id, version, step, comment);
        return done("sendBack");
    }

    public String reject() {
        desk.reject(id, version, comment);
        return done("reject");
    }

    public String pullUp() {
        desk.pullUp(id, version, comment);
        return again();
    }

    public String handOver() {
        desk.handOver(id, version, colleague, comment);
        return done("handOver");
    }

    public String withdraw() {
        desk.withdraw(id, version, comment);
        return done("withdraw");
    }

    public String abandon() {
        desk.abandon(id, version, comment);
        return done("abandon");
    }

    public String review() {
        desk.review(id, comment);
        return done("review");
    }

    public String say() {
        desk.comment(id, comment);
        return again();
    }

    /** Answers an objection, with another text if it was changed, and with one more consulted post if one was chosen. */
    public String settle() {
        var changed = text == null || text.strip().equals(sheet.getProposal().text().strip()) ? null : text.strip();
        var added = addedPost == null
                ? List.<AddedStop>of()
                : List.of(AddedStop.beforeDecision(StopKind.CONSULT, addedPost));
        desk.settle(new SettleObjection(id, version, answer, changed, null, null, added));
        return again();
    }

    private String done(String deed) {
        return "/office/approvals.xhtml?faces-redirect=true&done=" + deed;
    }

    private String again() {
        return "/office/proposal.xhtml?faces-redirect=true&id=" + id;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public String getAddedPost() {
        return addedPost;
    }

    public void setAddedPost(String addedPost) {
        this.addedPost = addedPost;
    }

    public Integer getStep() {
        return step;
    }

    public void setStep(Integer step) {
        this.step = step;
    }

    public UUID getColleague() {
        return colleague;
    }

    public void setColleague(UUID colleague) {
        this.colleague = colleague;
    }
}
