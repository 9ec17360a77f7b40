package jp.yakuba.approval.service;

import static jp.yakuba.approval.api.ApprovalProblem.CHANGED_MEANWHILE;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_OPENED;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_YOUR_TURN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.approval.model.Officer;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalStep;
import jp.yakuba.approval.store.ProposalStore;
import jp.yakuba.kernel.RuleViolation;

/** Approves: at one's own stop, for somebody away, or what was opened before. */
@ApplicationScoped
public class Approving {
    @Inject
    private ProposalStore store;

    @Inject
    private Officers officers;

    @Inject
    private ProposalSheets sheets;

    @Inject
    private ApprovalNews news;

    void approve(UUID id, long version, String comment) {
        var me = officers.actor();
        var proposal = sheets.lock(id, me);
        news.write(proposal, proposal.agree(me, version, comment, officers.now()));
    }

    void approveAsProxy(UUID id, long version, String comment) {
        var me = officers.actor();
        var proposal = sheets.lock(id, me);
        var away = officers.away();
        var step = asked(proposal, me, away);
        var order = officers.proxyOrder(step, away);
        var ground = order.grant(me, proposal.isProxyExcluded(step.post()));
        news.write(proposal, proposal.agreeByProxy(me, version, comment, ground, officers.now()), true);
    }

    /** The stop at which the officer stands in: of several, one where nothing stands against it. */
    private ProposalStep asked(Proposal proposal, Officer me, Map<UUID, LocalDate> away) {
        var ground = officers.proxyGround(proposal, me, away);
        return proposal.waitingSteps().stream()
                .filter(ProposalStep::isHoldingNow)
                .filter(step -> ground.map(found -> found.post().equals(step.post()))
                        .orElseGet(() -> !me.posts().contains(step.post())))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(NOT_YOUR_TURN));
    }

    /** Approves what the actor has opened since it last changed; returns the title. */
    String approveOpened(UUID id) {
        var me = officers.actor();
        var proposal = sheets.lock(id, me);
        var seen = store.findOpening(id, me.id()).orElseThrow(() -> new RuleViolation(NOT_OPENED, proposal.title()));
        try {
            news.write(proposal, proposal.agree(me, seen, null, officers.now()));
        } catch (RuleViolation no) {
            throw no.problem() == CHANGED_MEANWHILE ? new RuleViolation(NOT_OPENED, proposal.title()) : no;
        }
        return proposal.title();
    }
}
