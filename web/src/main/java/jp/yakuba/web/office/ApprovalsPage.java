package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalView;

/** Behind {@code office/approvals.xhtml}: the proposals that wait for the actor's post. */
@Named
@RequestScoped
public class ApprovalsPage {
    @Inject
    private ApprovalDesk desk;

    private List<ProposalView> waiting;

    /** Proposals whose turn is at the actor's post, oldest first. */
    public List<ProposalView> getWaiting() {
        if (waiting == null) {
            waiting = desk.listWaitingForMe();
        }
        return waiting;
    }
}
