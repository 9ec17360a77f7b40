package jp.yakuba.notification.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;
import jp.yakuba.notification.model.MailDelivery;
import jp.yakuba.notification.model.Template;
import jp.yakuba.notification.store.DeliveryStore;
import jp.yakuba.notification.store.NoticeStore;
import jp.yakuba.organization.api.OrganizationDesk;

/** Behind the desk where notices are ordered. */
@Stateless
@RunAs(Role.DESK)
public class NotificationDeskBean implements NotificationDesk {
    private NoticeStore notices;
    private DeliveryStore deliveries;
    private OrganizationDesk organization;
    private OfficeClock clock;
    private Event<MailWaiting> waiting;

    protected NotificationDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public NotificationDeskBean(NoticeStore notices, DeliveryStore deliveries, OrganizationDesk organization,
            OfficeClock clock, Event<MailWaiting> waiting) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.organization = organization;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void order(OrderNotice notice) {
        var template = Template.of(notice.template(), notice.language(), organization.townWords()::in);
        var values = notice.values();
        var byMail = notice.mailAddress() != null && !notice.mailAddress().isBlank();
        var mail = byMail
                ? template.mail(values, notice.accountId() != null, PortalAddress.of(notice.link()), townIn(notice.language()))
                : null;
        var id = UUID.randomUUID();
        var added = notices.addOnce(id, notice, template.subject(values), template.body(values), mail, clock.now());
        if (added && byMail) {
            notices.enclose(id, notice.enclosures());
            deliveries.add(MailDelivery.due(id, notice.mailAddress().strip(), clock.now()));
            waiting.fire(new MailWaiting());
        }
    }

    private String townIn(String language) {
        var town = organization.town();
        return language.equals("en") ? town.roman() : town.name();
    }
}
