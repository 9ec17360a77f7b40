package jp.yakuba.inquiry.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.inquiry.model.DayNotice;
import jp.yakuba.inquiry.store.DayStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;

/** Tells sections once that a day is near, and once that it is over; each occasion in a transaction of its own. The mail says that, not what. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DayRound {
    private DayStore store;
    private NotificationDesk notices;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected DayRound() {
        // for the container
    }

    /** For the container. */
    @Inject
    public DayRound(DayStore store, NotificationDesk notices, OrganizationDesk organization, OfficeClock clock) {
        this.store = store;
        this.notices = notices;
        this.organization = organization;
        this.clock = clock;
    }

    /** Occasions that are owed today. */
    @RolesAllowed(Role.SYSTEM)
    public List<DayNotice> listOwed() {
        return store.listOwed(clock.today());
    }

    /** Tells the section that has it now, unless another node did. */
    @RolesAllowed(Role.SYSTEM)
    public void tell(DayNotice notice) {
        store.tell(notice, clock.now()).ifPresent(section -> tell(notice, section));
    }

    private void tell(DayNotice notice, String section) {
        var today = clock.today();
        var now = organization.successorsOf(section, today).stream().findFirst().map(SectionView::code).orElse(section);
        organization.listStaffOf(now, today).stream().map(StaffView::id).forEach(person -> order(notice, person));
    }

    private void order(DayNotice notice, UUID person) {
        organization.findMailOf(person).ifPresent(mail -> notices.order(new OrderNotice(
                "inquiry:" + notice.subject() + ":" + notice.kind() + ":" + notice.deadline() + ":" + person, null, mail, "ja",
                "inquiry-" + notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), Map.of(), null)));
    }
}
