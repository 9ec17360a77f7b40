package jp.yakuba.approval.service;

import static jp.yakuba.approval.api.ApprovalProblem.NO_SUCH_PROPOSAL;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.HistoryCheck;
import jp.yakuba.approval.api.ProposalEventLine;
import jp.yakuba.approval.api.ProposalHistoryDesk;
import jp.yakuba.approval.model.HistoryWalk;
import jp.yakuba.approval.store.ProposalStore;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk of histories. */
@Stateless
@RunAs(Role.DESK)
public class ProposalHistoryDeskBean implements ProposalHistoryDesk {
    private ProposalStore store;
    private Officers officers;
    private ProposalSheets sheets;

    protected ProposalHistoryDeskBean() {
        // for the container
    }

    @Inject
    public ProposalHistoryDeskBean(ProposalStore store, Officers officers, ProposalSheets sheets) {
        this.store = store;
        this.officers = officers;
        this.sheets = sheets;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public List<ProposalEventLine> list(UUID proposalId) {
        sheets.find(proposalId, officers.actor());
        return sheets.lines(proposalId);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public String getText(UUID proposalId, int textVersion) {
        sheets.find(proposalId, officers.actor());
        return sheets.text(proposalId, textVersion)
                .orElseThrow(() -> new RuleViolation(NO_SUCH_PROPOSAL));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK, Role.AUDITOR})
    public HistoryCheck verify(UUID proposalId) {
        var proposal = store.find(proposalId).orElseThrow(() -> new RuleViolation(NO_SUCH_PROPOSAL));
        return new HistoryWalk(proposal, store.listTexts(proposalId)).over(store.listEvents(proposalId));
    }
}
