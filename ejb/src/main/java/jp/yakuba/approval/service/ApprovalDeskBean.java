package jp.yakuba.approval.service;

import static jp.yakuba.approval.api.ApprovalProblem.ALREADY_PROPOSED;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_A_HOLDER;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_DECIDED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ApprovalOutcome;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.approval.api.SettleObjection;
import jp.yakuba.approval.model.Content;
import jp.yakuba.approval.model.Moment;
import jp.yakuba.approval.model.Officer;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalEvent;
import jp.yakuba.approval.model.ProposalOpening;
import jp.yakuba.approval.model.ProposalState;
import jp.yakuba.approval.store.ProposalStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Carries proposals along their routes; who may decide is what the organisation says on the day. */
@Stateless
@RunAs(Role.DESK)
public class ApprovalDeskBean implements ApprovalDesk {
    private static final String OFFICE = "役場";

    private ProposalStore store;
    private Officers officers;
    private Routes routes;
    private ProposalSheets sheets;
    private ApprovalNews news;
    private Approving approving;
    private ApprovalEach each;
    private CurrentActor actor;

    protected ApprovalDeskBean() {
        // for the container
    }

    @Inject
    public ApprovalDeskBean(
            ProposalStore store, Officers officers, Routes routes, ProposalSheets sheets, ApprovalNews news,
            Approving approving, ApprovalEach each, CurrentActor actor) {
        this.store = store;
        this.officers = officers;
        this.routes = routes;
        this.sheets = sheets;
        this.news = news;
        this.approving = approving;
        this.each = each;
        this.actor = actor;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public UUID propose(ProposeDecision command) {
        var earlier = store.findLatest(command.subjectType(), command.subjectId());
        if (earlier.filter(proposal -> proposal.state() == ProposalState.PROPOSED).isPresent()) {
            throw new RuleViolation(ALREADY_PROPOSED);
        }
        requireDecided(command.amends());
        var proposal = draft(command, earlier.map(Proposal::id).orElse(null));
        var born = proposal.born();
        var content = new Content(command.text(), command.contentHash(), command.files());
        if (!store.add(proposal, proposal.textOf(content, officers.now().at()), born)) {
            throw new RuleViolation(ALREADY_PROPOSED);
        }
        news.tell(proposal, born);
        return proposal.id();
    }

    private Proposal draft(ProposeDecision command, UUID follows) {
        var section = officers.present(command.section() == null ? actor.get().section() : command.section());
        var drafter = officers.drafter(section);
        var plan = routes.plan(command, section, drafter.id());
        return Proposal.make(command, plan.terms(section, follows), drafter, plan.stops(), officers.now());
    }

    private void requireDecided(UUID amended) {
        if (amended != null
                && store.find(amended).filter(proposal -> proposal.state() == ProposalState.DECIDED).isEmpty()) {
            throw new RuleViolation(NOT_DECIDED);
        }
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<ProposalView.Step> preview(ProposeDecision command) {
        return draft(command, null).view(officers.presence(officers.away()), command.files(), Set.of(), null).route();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void approve(UUID proposalId, long version, String comment) {
        approving.approve(proposalId, version, comment);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void approveAsProxy(UUID proposalId, long version, String comment) {
        approving.approveAsProxy(proposalId, version, comment);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<ApprovalOutcome> approveAll(List<UUID> proposalIds) {
        return proposalIds.stream().distinct().map(this::approveOne).toList();
    }

    private ApprovalOutcome approveOne(UUID id) {
        try {
            return new ApprovalOutcome(id, each.approveOpened(id), null);
        } catch (RuleViolation no) {
            return new ApprovalOutcome(id, null, no.problem());
        }
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void object(UUID proposalId, long version, String reason) {
        deed(proposalId, (proposal, me, now) -> proposal.object(me, version, reason, now));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER, Role.DESK})
    public void settle(SettleObjection command) {
        var me = officers.actor();
        var proposal = sheets.lock(command.proposalId(), me);
        var now = officers.now();
        var added = routes.added(command.added(), proposal.asked().editable());
        var before = store.findText(proposal.id(), proposal.textVersion()).orElseThrow().content();
        var changed = command.changesContent() ? before.changedBy(command) : null;
        var line = proposal.settle(me, command, changed, added, now);
        if (changed != null) {
            store.add(proposal.textOf(changed, now.at()));
        }
        news.write(proposal, line);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void sendBack(UUID proposalId, long version, String comment) {
        deed(proposalId, (proposal, me, now) -> proposal.sendBack(me, version, comment, now));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void sendBackTo(UUID proposalId, long version, int step, String reason) {
        deed(proposalId, (proposal, me, now) -> proposal.sendBackTo(me, version, step, reason, now));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void withdraw(UUID proposalId, long version, String reason) {
        deed(proposalId, (proposal, me, now) -> proposal.withdraw(me, version, reason, now));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void pullUp(UUID proposalId, long version, String reason) {
        deed(proposalId, (proposal, me, now) ->
                proposal.pullUp(me, version, reason, officers.pullUpWindow(proposal, officers.away())));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void reject(UUID proposalId, long version, String reason) {
        deed(proposalId, (proposal, me, now) -> proposal.reject(me, version, reason, now));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void abandon(UUID proposalId, long version, String reason) {
        deed(proposalId, (proposal, me, now) -> proposal.abandon(me, version, reason, now));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void handOver(UUID proposalId, long version, UUID toStaff, String words) {
        var to = officers.find(toStaff).orElseThrow(() -> new RuleViolation(NOT_A_HOLDER));
        deed(proposalId, (proposal, me, now) -> proposal.handOver(me, version, to, words, now));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void comment(UUID proposalId, String words) {
        deed(proposalId, (proposal, me, now) -> proposal.comment(me, words, now));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public void review(UUID proposalId, String words) {
        deed(proposalId, (proposal, me, now) -> proposal.review(me, words, now));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public List<ProposalView> listWaitingForMe() {
        var me = officers.actor();
        return me.posts().isEmpty()
                ? List.of()
                : store.listWaitingFor(me.posts(), me.id()).stream().map(Proposal::view).toList();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public ProposalView get(UUID proposalId) {
        var me = officers.actor();
        var proposal = sheets.find(proposalId, me);
        store.open(new ProposalOpening(proposalId, me.id(), proposal.version()), officers.now().at());
        news.looked("approval.view", proposal);
        return sheets.view(proposal, me);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public ProposalView findBySubject(String subjectType, UUID subjectId) {
        return store.findLatest(subjectType, subjectId).map(Proposal::view).orElse(null);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public boolean concerns(String subjectType, UUID subjectId) {
        return store.findLatest(subjectType, subjectId).filter(proposal -> sheets.concern(proposal, officers.actor())).isPresent();
    }

    @Override
    @RolesAllowed(Role.DESK)
    public void lapse(String subjectType, UUID subjectId, String reason) {
        store.lockOpen(subjectType, subjectId)
                .ifPresent(proposal -> news.writeQuietly(proposal, proposal.lapse(OFFICE, reason, officers.now())));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public void forget(String subjectType, UUID subjectId, String protocol) {
        store.forget(subjectType, subjectId, protocol);
    }

    private void deed(UUID id, Deed deed) {
        var me = officers.actor();
        var proposal = sheets.lock(id, me);
        news.write(proposal, deed.doneBy(proposal, me, officers.now()));
    }

    /** What an officer does with a locked proposal; the line of the history tells it. */
    private interface Deed {
        ProposalEvent doneBy(Proposal proposal, Officer me, Moment now);
    }
}
