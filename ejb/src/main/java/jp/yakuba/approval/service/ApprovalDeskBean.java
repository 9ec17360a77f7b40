package jp.yakuba.approval.service;

import static jp.yakuba.approval.api.ApprovalProblem.ALREADY_PROPOSED;
import static jp.yakuba.approval.api.ApprovalProblem.NO_SUCH_PROPOSAL;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ApprovalProblem;
import jp.yakuba.approval.api.MatterDecided;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.approval.model.Officer;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.store.ProposalStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.PostView;

/** Carries proposals along their routes; who may decide is what the organisation says on the day. */
@Stateless
@RunAs(Role.DESK)
public class ApprovalDeskBean implements ApprovalDesk {
    private ProposalStore store;
    private OrganizationDesk organization;
    private AuditDesk audit;
    private Event<MatterDecided> decided;
    private CurrentActor actor;
    private OfficeClock clock;

    protected ApprovalDeskBean() {
        // for the container
    }

    @Inject
    public ApprovalDeskBean(
            ProposalStore store, OrganizationDesk organization, AuditDesk audit, Event<MatterDecided> decided,
            CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.organization = organization;
        this.audit = audit;
        this.decided = decided;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public UUID propose(ProposeDecision command) {
        if (store.isOpen(command.subjectType(), command.subjectId())) {
            throw new RuleViolation(ALREADY_PROPOSED);
        }
        var drafter = actor.get();
        var route = organization.routeFor(command.matter(), command.amount(), drafter.section(), clock.today()).stream()
                .map(post -> new Proposal.Stop(post.code(), post.title()))
                .toList();
        var proposal = Proposal.make(command, officer(), drafter.post(), drafter.section(), route, clock.now());
        store.add(proposal);
        note("approval.propose", proposal, command.matter());
        return proposal.id();
    }

    @Override
    @RolesAllowed(Role.DECIDER)
    public void approve(UUID proposalId, long version, String comment) {
        var proposal = locked(proposalId);
        boolean matterDecided = proposal.agree(officer(), version, comment, clock.now());
        store.write();
        note(matterDecided ? "approval.decide" : "approval.agree", proposal, null);
        if (matterDecided) {
            announce(proposal, true);
        }
    }

    @Override
    @RolesAllowed(Role.DECIDER)
    public void sendBack(UUID proposalId, long version, String comment) {
        var proposal = locked(proposalId);
        proposal.sendBack(officer(), version, comment, clock.now());
        store.write();
        note("approval.send-back", proposal, null);
        announce(proposal, false);
    }

    @Override
    @RolesAllowed(Role.DECIDER)
    public List<ProposalView> listWaitingForMe() {
        var posts = officer().posts();
        return posts.isEmpty() ? List.of() : store.listWaitingFor(posts).stream().map(Proposal::view).toList();
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public ProposalView get(UUID proposalId) {
        var proposal = store.find(proposalId).filter(found -> found.concerns(officer()))
                .orElseThrow(() -> refused("approval.view", proposalId, NO_SUCH_PROPOSAL));
        audit.looked(new AuditNote("approval.view", null, "proposal", proposalId.toString(), null));
        return proposal.view();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public ProposalView findBySubject(String subjectType, UUID subjectId) {
        return store.findLatest(subjectType, subjectId).map(Proposal::view).orElse(null);
    }

    private Proposal locked(UUID id) {
        return store.lock(id).filter(found -> found.concerns(officer()))
                .orElseThrow(() -> refused("approval.decide", id, NO_SUCH_PROPOSAL));
    }

    private RuleViolation refused(String deed, UUID id, ApprovalProblem problem) {
        audit.refused(new AuditNote(deed, null, "proposal", String.valueOf(id), problem.code()));
        return new RuleViolation(problem);
    }

    private Officer officer() {
        var person = actor.get();
        var posts = organization.listPostsOf(person.id(), clock.today()).stream()
                .map(PostView::code)
                .collect(Collectors.toSet());
        return new Officer(person.id(), person.name(), posts);
    }

    private void announce(Proposal proposal, boolean approved) {
        decided.fire(new MatterDecided(
                proposal.id(), proposal.subjectType(), proposal.subjectId(), approved, actor.get().name()));
    }

    private void note(String deed, Proposal proposal, String reason) {
        audit.changed(new AuditNote(deed, null, "proposal", proposal.id().toString(), reason));
    }
}
