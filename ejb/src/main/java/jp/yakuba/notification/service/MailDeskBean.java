package jp.yakuba.notification.service;

import static jp.yakuba.notification.api.NotificationProblem.NO_SUCH_NOTICE;
import static jp.yakuba.notification.api.NotificationProblem.REASON_MISSING;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.notification.api.MailDesk;
import jp.yakuba.notification.api.MailLine;
import jp.yakuba.notification.store.DeliveryStore;

/** Behind the operator's desk for mail. */
@Stateless
public class MailDeskBean implements MailDesk {
    private DeliveryStore deliveries;
    private AuditDesk audit;
    private OfficeClock clock;
    private Event<MailWaiting> waiting;

    protected MailDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public MailDeskBean(DeliveryStore deliveries, AuditDesk audit, OfficeClock clock, Event<MailWaiting> waiting) {
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public Page<MailLine> list(boolean strandedOnly, PageRequest request) {
        return new Page<>(deliveries.list(strandedOnly, request), deliveries.count(strandedOnly), request);
    }

    @Override
    @RolesAllowed({Role.OPERATOR, Role.SYSTEM, Role.DESK})
    public long countWaiting() {
        return deliveries.count(false) - deliveries.count(true);
    }

    @Override
    @RolesAllowed({Role.OPERATOR, Role.SYSTEM, Role.DESK})
    public long countStranded() {
        return deliveries.count(true);
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void sendAgain(UUID noticeId, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation(REASON_MISSING);
        }
        deliveries.find(noticeId).orElseThrow(() -> new RuleViolation(NO_SUCH_NOTICE, noticeId)).sendAgain(clock.now());
        audit.changed(new AuditNote("notification.send-again", null, "notice", noticeId.toString(), reason));
        waiting.fire(new MailWaiting());
    }
}
