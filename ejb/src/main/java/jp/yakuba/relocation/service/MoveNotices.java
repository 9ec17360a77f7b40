package jp.yakuba.relocation.service;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.SendByRule;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.relocation.api.RelocationProblem;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.MoveNoticeWords;
import jp.yakuba.relocation.model.MoveNoticeXml;
import jp.yakuba.relocation.model.SentNotice;
import jp.yakuba.relocation.store.NoticeStore;
import jp.yakuba.resident.api.MoveBecameFinal;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.MovedIn;

/** Tells the town before of a move, in the deed that makes it final: both stand, or neither does. */
@ApplicationScoped
public class MoveNotices {
    private static final String MATTER = "move-notice";

    @Inject
    private NoticeStore store;

    @Inject
    private MoveOutDesk ledger;

    @Inject
    private ServiceDesk services;

    @Inject
    private DispatchDesk dispatch;

    @Inject
    private LedgerSection section;

    @Inject
    private ClosedLetters letters;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    void on(@Observes MoveBecameFinal move) {
        var offices = services.listAgreed(MoveNoticeService.CODE);
        if (!offices.isEmpty() && !store.isTold(move.eventId())) {
            var moved = ledger.movedIn(move.eventId());
            officeOf(moved, offices).ifPresentOrElse(office -> tell(move.eventId(), moved, office), () -> leaveToClerk(move.eventId(), moved, offices));
        }
    }

    /** Where no municipality is found but an office is named, a clerk says whether it is the right one; nothing is sent by a guess. */
    private void leaveToClerk(UUID eventId, MovedIn moved, List<ServiceDesk.Office> offices) {
        if (moved.previousTowns().isEmpty() && moved.previousAddress() != null) {
            offices.stream().filter(office -> moved.previousAddress().contains(office.name())).findFirst().ifPresent(office -> {
                var way = new SentNotice.Way(eventId, null, section.code(), office.code(), office.name());
                keep(SentNotice.unsent(way, noticeOf(eventId, null, moved), SentNotice.TOWN_UNCLEAR, clock.now()));
            });
        }
    }

    /** Tells in place of a notice that came to nothing, what the ledger says now: whoever is protected meanwhile is so in it. */
    void again(SentNotice before) {
        var moved = ledger.movedIn(before.eventId());
        var offices = services.listAgreed(MoveNoticeService.CODE);
        var retelling = retelling(before);
        var office = retelling.peer().flatMap(code -> offices.stream().filter(one -> one.code().equals(code)).findFirst())
                .or(() -> officeOf(moved, offices)).or(() -> confirmed(before, offices)).orElseThrow(() -> new RuleViolation(RelocationProblem.NOT_AGREED));
        tell(new SentNotice.Way(before.eventId(), before.id(), section.code(), office.code(), office.name()),
                noticeOf(UUID.randomUUID(), retelling.corrects(), moved));
    }

    private Retelling retelling(SentNotice latest) {
        var before = store.listReplacedBy(latest);
        var records = before.stream().map(SentNotice::recordId).filter(Objects::nonNull).toList();
        return new Retelling(before, services.listParcels(records).stream().collect(toMap(ParcelLine::recordId, ParcelLine::state, (first, second) -> second)));
    }

    /** Whoever tells it again has read the name of the office. */
    private static Optional<ServiceDesk.Office> confirmed(SentNotice before, List<ServiceDesk.Office> offices) {
        return offices.stream().filter(office -> SentNotice.TOWN_UNCLEAR.equals(before.problem()) && office.code().equals(before.peer())).findFirst();
    }

    /** The office of the town before, a ward's city too; empty if nothing is agreed with it. To one that is suspended the notice waits. */
    private static Optional<ServiceDesk.Office> officeOf(MovedIn moved, List<ServiceDesk.Office> offices) {
        return moved.previousTowns().stream().flatMap(code -> offices.stream().filter(office -> office.code().equals(code))).findFirst();
    }

    private void tell(UUID eventId, MovedIn moved, ServiceDesk.Office office) {
        tell(new SentNotice.Way(eventId, null, section.code(), office.code(), office.name()), noticeOf(eventId, null, moved));
    }

    private void tell(SentNotice.Way way, MoveNotice notice) {
        keep(leave(way, notice));
        if (notice.shielded()) {
            letters.closeSent(Set.of(way.eventId())); // what was told of the move before
        }
    }

    private void keep(SentNotice sent) {
        store.add(sent);
        store.write();
        audit.changed(new AuditNote("relocation.tell", null, "ledger-event", sent.eventId().toString(),
                sent.peer() + " " + Objects.requireNonNullElse(sent.number(), sent.problem())));
    }

    /** What cannot be said in the form stops no move: it stands among what was sent, and a clerk sees to it. */
    private SentNotice leave(SentNotice.Way way, MoveNotice notice) {
        try {
            var part = MoveNoticeXml.write(notice);
            services.attach(notice.id(), new ServicePart(MoveNoticeService.CODE, MoveNoticeXml.VERSION, part));
            var record = dispatch.sendByRule(new SendByRule(notice.id(), MoveNoticeWords.RULE, way.section(), MATTER, way.peer(), way.peerName(),
                    MoveNoticeWords.TITLE, MoveNoticeWords.of(notice, part), MoveNoticeWords.cleared(notice), section.registrars()));
            services.detach(notice.id()); // the message has it
            return SentNotice.told(way, notice, record.id(), record.number(), clock.now());
        } catch (StrictXml.NotRead unfit) {
            return SentNotice.unsent(way, notice, unfit.rule(), clock.now());
        }
    }

    /** The address of somebody protected, or of whoever shares the dwelling, is told to nobody; the mark stands in its place. */
    private MoveNotice noticeOf(UUID id, UUID corrects, MovedIn moved) {
        return new MoveNotice(id, corrects, moved.on(), moved.previousAddress(), moved.address(), moved.closed(),
                moved.persons().stream().map(one -> new MoveNotice.Person(one.name(), one.kana(), one.birthDate(), one.sex())).toList());
    }
}
