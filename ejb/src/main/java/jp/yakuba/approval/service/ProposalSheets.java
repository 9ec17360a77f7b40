package jp.yakuba.approval.service;

import static jp.yakuba.approval.api.ApprovalProblem.NO_SUCH_PROPOSAL;
import static jp.yakuba.approval.api.ApprovalProblem.POST_LEFT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.yakuba.approval.api.ProposalEventLine;
import jp.yakuba.approval.api.ProposalFile;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.model.Officer;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalEvent;
import jp.yakuba.approval.model.ProposalStep;
import jp.yakuba.approval.model.ProposalText;
import jp.yakuba.approval.store.ProposalStore;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ShieldDesk;

/** Hands proposals to those whom they concern, locked for a deed or as a sheet to read. */
@ApplicationScoped
public class ProposalSheets {
    @Inject
    private ProposalStore store;

    @Inject
    private Officers officers;

    @Inject
    private ApprovalNews news;

    @Inject
    private ShieldDesk shield;

    /** The proposal with its row locked, for a deed. */
    Proposal lock(UUID id, Officer officer) {
        return forOfficer(store.lock(id), id, officer, "approval.decide");
    }

    /** The proposal to be read. */
    Proposal find(UUID id, Officer officer) {
        return forOfficer(store.find(id), id, officer, "approval.view");
    }

    private Proposal forOfficer(Optional<Proposal> found, UUID id, Officer officer, String deed) {
        return found.filter(proposal -> concern(proposal, officer))
                .orElseThrow(() -> refusal(found, id, officer, deed));
    }

    /** True if it is one of the officer's, or the officer may stand in. */
    boolean concern(Proposal proposal, Officer officer) {
        return proposal.concerns(officer) || standsIn(proposal, officer);
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

    /** The sheet as the officer sees it, with what may be done; no protected address (支援措置) that was not released to the officer. */
    ProposalView view(Proposal proposal, Officer officer) {
        var away = officers.away();
        var ground = officers.proxyGround(proposal, officer, away);
        var deeds = proposal.deedsOf(officer, ground.isPresent(), officers.pullUpWindow(proposal, away));
        var sheet = proposal.view(officers.presence(away), files(proposal), deeds, ground.orElse(null));
        return sheet.withWords(shield.hide(sheet.words()));
    }

    /** Words of the history as the actor may read them. */
    List<ProposalEventLine> lines(UUID proposalId) {
        var lines = store.listEvents(proposalId).stream().map(ProposalEvent::view).toList();
        var words = shield.hide(lines.stream().map(ProposalEventLine::words).toList());
        return IntStream.range(0, lines.size()).mapToObj(at -> lines.get(at).withWords(words.get(at))).toList();
    }

    /** A text of the proposal as the actor may read it. */
    Optional<String> text(UUID proposalId, int textVersion) {
        return store.findText(proposalId, textVersion).map(ProposalText::text).map(shield::hide);
    }

    private List<ProposalFile> files(Proposal proposal) {
        return store.findText(proposal.id(), proposal.textVersion()).map(ProposalText::files).orElse(List.of());
    }
}
