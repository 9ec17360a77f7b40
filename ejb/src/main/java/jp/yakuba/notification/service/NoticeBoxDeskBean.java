package jp.yakuba.notification.service;

import static jp.yakuba.notification.api.NotificationProblem.NO_SUCH_NOTICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.notification.api.NoticeBoxDesk;
import jp.yakuba.notification.api.NoticeLine;
import jp.yakuba.notification.api.NoticeView;
import jp.yakuba.notification.model.Notice;
import jp.yakuba.notification.store.NoticeStore;

/** Behind the portal's inbox. */
@Stateless
public class NoticeBoxDeskBean implements NoticeBoxDesk {
    private NoticeStore notices;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected NoticeBoxDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public NoticeBoxDeskBean(NoticeStore notices, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.notices = notices;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public Page<NoticeLine> listMine(PageRequest request) {
        return new Page<>(notices.listOf(me(), request).stream().map(Notice::line).toList(), notices.countOf(me()), request);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public long countUnread() {
        return notices.countUnreadOf(me());
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public NoticeView open(UUID noticeId) {
        var notice = notices.findOf(me(), noticeId).orElseThrow(() -> refusal(noticeId));
        notice.open(clock.now());
        return notice.view();
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void markAllRead() {
        notices.markAllRead(me(), clock.now());
    }

    private RuleViolation refusal(UUID noticeId) {
        audit.refused(new AuditNote("notification.open", null, "notice", noticeId.toString(), NO_SUCH_NOTICE.code()));
        return new RuleViolation(NO_SUCH_NOTICE, noticeId);
    }

    private UUID me() {
        return actor.get().id();
    }
}
