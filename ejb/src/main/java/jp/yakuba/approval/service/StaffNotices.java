package jp.yakuba.approval.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalEvent;
import jp.yakuba.approval.model.ProposalStep;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.StaffView;

/**
 * Mail to members of staff who have an address, when something new waits for them. It says that, not what: who proposed and the
 * words of it stay in the office, where the tasks stand anyway.
 */
@ApplicationScoped
public class StaffNotices {
    @Inject
    private NotificationDesk notices;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Orders what the line of the history calls for; it leaves after the commit. */
    void tell(Proposal proposal, ProposalEvent line) {
        for (var step : proposal.waitingSteps()) {
            if (step.wasReachedBy(line)) {
                order(proposal, line, step.isHoldingNow() ? "approval-waiting" : "approval-review", peopleOf(step));
            }
        }
        switch (line.kind()) {
            case OBJECTED -> order(proposal, line, "approval-objection", List.of(proposal.drafter().id()));
            case SENT_BACK -> order(proposal, line, "approval-returned", List.of(proposal.drafter().id()));
            case DECIDED, REJECTED -> order(proposal, line, "approval-ended", List.of(proposal.drafter().id()));
            case REMINDED -> order(proposal, line, "approval-late", peopleOfLate(proposal, line));
            case ESCALATED -> order(proposal, line, "approval-late-below", holders(line.post()));
            default -> { }
        }
    }

    private Collection<UUID> peopleOfLate(Proposal proposal, ProposalEvent line) {
        return proposal.waitingSteps().stream()
                .filter(step -> line.isAbout(step))
                .flatMap(step -> peopleOf(step).stream())
                .toList();
    }

    private Collection<UUID> peopleOf(ProposalStep step) {
        return step.assignee() == null ? holders(step.post()) : Set.of(step.assignee());
    }

    private Collection<UUID> holders(String post) {
        return organization.listHoldersOf(post, clock.today()).stream().map(StaffView::id).toList();
    }

    private void order(Proposal proposal, ProposalEvent line, String template, Collection<UUID> people) {
        for (var person : people) {
            organization.findMailOf(person).ifPresent(mail -> notices.order(new OrderNotice(
                    "approval:" + proposal.id() + ":" + line.number() + ":" + person, null, mail, "ja", template,
                    Map.of(), null)));
        }
    }
}
