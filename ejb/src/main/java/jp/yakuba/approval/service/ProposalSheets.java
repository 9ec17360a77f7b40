package jp.yakuba.approval.service;

import static jp.yakuba.approval.api.ApprovalProblem.NO_SUCH_PROPOSAL;
import static jp.yakuba.approval.api.ApprovalProblem.POST_LEFT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.approval.api.ProposalFile;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.model.Officer;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalStep;
import jp.yakuba.approval.model.ProposalText;
import jp.yakuba.approval.store.ProposalStore;
import jp.yakuba.kernel.RuleViolation;

/** Hands proposals to those whom they concern, locked for a deed or as a sheet to read. */
@ApplicationScoped
public class ProposalSheets {
    @Inject
    private ProposalStore store;

    @Inject
    private Officers officers;

    @Inject
    private ApprovalNews news;

    /** The proposal with its row locked, for a deed. */
    Proposal lock(UUID id, Officer officer) {
        return forOfficer(store.lock(id), id, officer, "approval.decide");
    }

    /** The proposal to be read. */
    Proposal find(UUID id, Officer officer) {
        return forOfficer(store.find(id), id, officer, "approval.view");
    }

    private Proposal forOfficer(Optional<Proposal> found, UUID id, Officer officer, String deed) {
        return found.filter(proposal -> proposal.concerns(officer) || standsIn(proposal, officer))
                .orElseThrow(() -> refusal(found, id, officer, deed));
    }

    private boolean standsIn(Proposal proposal, Officer officer) {
        return officers.proxyGround(proposal, officer, officers.away()).isPresent();
    }

    /** Whoever opened it while it was theirs is told who has it now; others learn nothing, not even that it exists. */
    private RuleViolation refusal(Optional<Proposal> found, UUID id, Officer officer, String deed) {
        if (found.isEmpty() || store.findOpening(id, officer.id()).isEmpty()) {
            return news.refused(deed, id, NO_SUCH_PROPOSAL);
        }
        var now = found.get().waitingSteps().stream().map(ProposalStep::postName).collect(Collectors.joining(", "));
        return news.refused(deed, id, POST_LEFT, now);
    }

    /** The sheet as the officer sees it, with what may be done. */
    ProposalView view(Proposal proposal, Officer officer) {
        var away = officers.away();
        var ground = officers.proxyGround(proposal, officer, away);
        var deeds = proposal.deedsOf(officer, ground.isPresent(), officers.pullUpWindow(proposal, away));
        return proposal.view(officers.presence(away), files(proposal), deeds, ground.orElse(null));
    }

    private List<ProposalFile> files(Proposal proposal) {
        return store.findText(proposal.id(), proposal.textVersion()).map(ProposalText::files).orElse(List.of());
    }
}
