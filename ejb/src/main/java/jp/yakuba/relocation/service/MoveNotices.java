package jp.yakuba.relocation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.SendByRule;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.MoveNoticeWords;
import jp.yakuba.relocation.model.MoveNoticeXml;
import jp.yakuba.relocation.model.SentNotice;
import jp.yakuba.relocation.store.NoticeStore;
import jp.yakuba.resident.api.MoveBecameFinal;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.MovedIn;
import jp.yakuba.resident.api.ShieldDesk;

/** Tells the town before of a move, in the deed that makes it final: both stand, or neither does. */
@ApplicationScoped
public class MoveNotices {
    private static final String MATTER = "move-notice";

    @Inject
    private NoticeStore store;

    @Inject
    private MoveOutDesk ledger;

    @Inject
    private ShieldDesk shield;

    @Inject
    private ServiceDesk services;

    @Inject
    private DispatchDesk dispatch;

    @Inject
    private LedgerSection section;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    void on(@Observes MoveBecameFinal move) {
        var offices = services.listOffices(MoveNoticeService.CODE);
        if (offices.isEmpty() || store.findSent(move.eventId()).isPresent()) {
            return;
        }
        var moved = ledger.movedIn(move.eventId());
        officeOf(moved, offices).ifPresent(office -> tell(move.eventId(), moved, office));
    }

    /** The office of the town before, a ward's city too; empty if nothing is agreed with it. */
    private static Optional<ServiceDesk.Office> officeOf(MovedIn moved, List<ServiceDesk.Office> offices) {
        return moved.previousTowns().stream().flatMap(code -> offices.stream().filter(office -> office.code().equals(code))).findFirst();
    }

    private void tell(UUID eventId, MovedIn moved, ServiceDesk.Office office) {
        var notice = noticeOf(eventId, moved);
        var part = MoveNoticeXml.write(notice);
        services.attach(eventId, new ServicePart(MoveNoticeService.CODE, MoveNoticeXml.VERSION, part));
        var record = dispatch.sendByRule(new SendByRule(eventId, MoveNoticeWords.RULE, section.code(), MATTER, office.code(), office.name(),
                MoveNoticeWords.TITLE, MoveNoticeWords.of(notice, part), section.registrars()));
        services.detach(eventId); // the message has it
        store.add(SentNotice.of(eventId, office.code(), notice.id(), record.id(), record.number(), clock.now()));
        audit.changed(new AuditNote("relocation.tell", null, "ledger-event", eventId.toString(), office.code() + " " + record.number()));
    }

    /** An address that is shielded, by whomever of those who live there, is told to nobody; the mark stands in its place. */
    private MoveNotice noticeOf(UUID eventId, MovedIn moved) {
        boolean told = moved.address() != null && shield.hideFromAll(List.of(moved.address())).get(0).equals(moved.address());
        return new MoveNotice(eventId, null, moved.on(), moved.previousAddress(), told ? moved.address() : null, !told,
                moved.persons().stream().map(one -> new MoveNotice.Person(one.name(), one.kana(), one.birthDate(), one.sex())).toList());
    }
}
