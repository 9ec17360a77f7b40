package jp.yakuba.approval.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.approval.model.Moment;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalStep;
import jp.yakuba.approval.model.Stop;
import jp.yakuba.approval.store.ProposalStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;

/** Reminds whoever is late (督促), and after more open days tells the post above; each proposal in a transaction of its own. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DueRound {
    private static final String ESCALATE_DAYS = "approval.escalate.open-days";
    private static final String OFFICE = "approval due";
    private static final int MOST = 500;

    private ProposalStore store;
    private Officers officers;
    private ApprovalNews news;
    private OrganizationDesk organization;
    private CurrentActor actor;

    protected DueRound() {
        // for the container
    }

    @Inject
    public DueRound(
            ProposalStore store, Officers officers, ApprovalNews news, OrganizationDesk organization, CurrentActor actor) {
        this.store = store;
        this.officers = officers;
        this.news = news;
        this.organization = organization;
        this.actor = actor;
    }

    /** Proposals with somebody late who was not pressed yet. */
    @RolesAllowed(Role.SYSTEM)
    public List<UUID> listLate() {
        var now = officers.now();
        return store.listLate(now.today(), now.lastDayPassedBy(officers.setting(ESCALATE_DAYS, 2)), MOST);
    }

    /** Reminds and escalates where it is owed. */
    @RolesAllowed(Role.SYSTEM)
    public void press(UUID id) {
        actor.actAs(Actor.system(OFFICE), OFFICE);
        store.lock(id).ifPresent(this::press);
    }

    private void press(Proposal proposal) {
        var now = officers.now();
        for (var step : proposal.waitingSteps()) {
            if (step.owesReminder(now.today())) {
                news.write(proposal, proposal.remind(step, OFFICE, now));
            }
            if (step.owesEscalation(now.lastDayPassedBy(officers.setting(ESCALATE_DAYS, 2)))) {
                news.write(proposal, proposal.escalate(step, OFFICE, above(step, now), now));
            }
        }
    }

    /** The post above; the head of the town has none and is told again. */
    private Stop above(ProposalStep step, Moment now) {
        return organization.findPostAbove(step.post(), now.today())
                .map(post -> new Stop(1, StopKind.INFORM, post.code(), post.title(), post.sectionName(), post.rank()))
                .orElseGet(() -> new Stop(1, StopKind.INFORM, step.post(), step.postName(), null, 0));
    }
}
