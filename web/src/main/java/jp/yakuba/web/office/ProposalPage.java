package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/proposal.xhtml}: one proposal, opened before it can be approved or sent back. */
@Named
@ViewScoped
public class ProposalPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ApprovalDesk desk;

    private UUID id;
    private long version;
    private String comment;
    private transient ProposalView proposal;

    /** Called once the address is known. */
    public void open() {
        version = getProposal().version();
    }

    public ProposalView getProposal() {
        if (proposal == null) {
            proposal = desk.get(Pages.named(id));
        }
        return proposal;
    }

    /** True if the proposal waits for somebody. */
    public boolean isOpenForDecision() {
        return "PROPOSED".equals(getProposal().state());
    }

    public String approve() {
        desk.approve(id, version, comment);
        return "/office/approvals.xhtml?faces-redirect=true";
    }

    public String sendBack() {
        desk.sendBack(id, version, comment);
        return "/office/approvals.xhtml?faces-redirect=true";
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
}
