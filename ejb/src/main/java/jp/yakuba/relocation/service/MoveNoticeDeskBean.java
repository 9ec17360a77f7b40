package jp.yakuba.relocation.service;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.relocation.api.CloseNotice;
import jp.yakuba.relocation.api.EnterNotice;
import jp.yakuba.relocation.api.MoveNoticeDesk;
import jp.yakuba.relocation.api.NoticeLine;
import jp.yakuba.relocation.api.NoticeSheet;
import jp.yakuba.relocation.api.NoticeState;
import jp.yakuba.relocation.api.RelocationProblem;
import jp.yakuba.relocation.api.SentLine;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.ReceivedNotice;
import jp.yakuba.relocation.model.SentNotice;
import jp.yakuba.relocation.store.NoticeStore;
import jp.yakuba.resident.api.EnterMoveOut;
import jp.yakuba.resident.api.MeantPerson;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.MovedIn;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.resident.api.ShieldDesk;

/** Behind the desk for what towns tell each other of moves. */
@Stateless
@RunAs(Role.DESK)
public class MoveNoticeDeskBean implements MoveNoticeDesk {
    private static final String WHY = "move-notice";
    private static final String OBJECT = "move-notice";
    private static final int LONGEST_REASON = 200;
    private static final int MOST_PERSONS = 30;
    private static final Set<ParcelState> CAME_TO_NOTHING = EnumSet.of(ParcelState.REFUSED, ParcelState.CANCELLED, ParcelState.GIVEN_UP);
    /** Moves that are asked for at once. */
    private static final int PART = 100;

    private NoticeStore store;
    private MoveNotices notices;
    private ClosedLetters letters;
    private ServiceDesk services;
    private MoveOutDesk ledger;
    private ResidentDesk residents;
    private ShieldDesk shield;
    private DocumentDesk records;
    private OrganizationDesk organization;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected MoveNoticeDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public MoveNoticeDeskBean(
            NoticeStore store, MoveNotices notices, ClosedLetters letters, ServiceDesk services, MoveOutDesk ledger, ResidentDesk residents,
            ShieldDesk shield, DocumentDesk records, OrganizationDesk organization, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.notices = notices;
        this.letters = letters;
        this.services = services;
        this.ledger = ledger;
        this.residents = residents;
        this.shield = shield;
        this.records = records;
        this.organization = organization;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public Page<NoticeLine> list(PageRequest page) {
        var sections = sections();
        var rows = sections.isEmpty() ? List.<NoticeLine>of() : store.list(sections, page).stream().map(ReceivedNotice::line).toList();
        return new Page<>(rows, sections.isEmpty() ? 0 : store.count(sections), page);
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public NoticeSheet get(UUID id) {
        var notice = seen(own(id));
        var said = notice.said();
        audit.looked(new AuditNote("relocation.view", null, OBJECT, id.toString(), null));
        var persons = new ArrayList<NoticeSheet.Named>();
        var meant = ledger.listMeant(MoveNoticePost.movedOf(said), said.previousAddress(), WHY);
        for (var one : said.persons()) {
            persons.add(new NoticeSheet.Named(persons.size(), one.name(), one.kana(), one.birthDate(), one.sex(), meant.get(persons.size())));
        }
        var corrected = notice.corrects() == null ? null : store.findOf(notice.peer(), notice.corrects()).map(ReceivedNotice::id).orElse(null);
        var address = newAddress(notice, said);
        boolean readable = (address != null || said.shielded()) && records.listReadable(Set.of(notice.recordId())).contains(notice.recordId());
        boolean untold = notice.reason() != null && notice.isClosed() && address == null; // a clerk may have written where they are, in any words
        return new NoticeSheet(notice.line(), notice.version(), readable ? notice.recordId() : null, shield.hide(said.previousAddress()), address,
                said.movedOn(), persons, corrected, untold ? null : shield.hide(notice.reason()), untold, isElsewhere(said), notice.isUnread());
    }

    /** True if the address before is known to lie in another municipality; one that says none may be of this one. */
    private boolean isElsewhere(MoveNotice said) {
        var towns = ledger.townsOf(said.previousAddress());
        return !towns.isEmpty() && !towns.contains(organization.town().code());
    }

    /** Whoever looks first after it must be closed finds it closed, whatever made it so. */
    private ReceivedNotice seen(ReceivedNotice notice) {
        if (notice.isClosed() || !letters.mustClose(notice.peer(), notice.said())) {
            return notice;
        }
        ledger.takeTurns();
        var locked = store.lock(notice.id()).orElseThrow();
        letters.closeIfMust(locked);
        store.write();
        return locked;
    }

    /** Whoever is protected here may have gone where nobody must find them, even if the other town does not know. */
    private String newAddress(ReceivedNotice notice, MoveNotice said) {
        return said.shielded() || !ledger.mayReadWhereTo(said.previousAddress(), MoveNoticePost.movedOf(said), notice.isClosed()) ? null : said.newAddress();
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public Map<String, MeantPerson> look(UUID id, Set<String> numbers) {
        own(id);
        var found = new TreeMap<String, MeantPerson>();
        numbers.stream().sorted().limit(MOST_PERSONS).forEach(number -> ledger.findMeant(number, WHY).ifPresent(one -> found.put(number, one)));
        return found;
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void enter(EnterNotice command) {
        var notice = locked(command.id());
        var filled = formOf(command);
        if (notice.isEnteredBy(filled)) {
            return; // the same form again
        }
        requireSame(notice, command.version());
        var said = notice.said();
        var persons = personsOf(said, command);
        var rest = persons.size() == said.persons().size() ? null : reason(command.rest()); // nobody drops out unseen
        protect(notice, persons);
        letters.closeIfMust(notice); // who leaves a protected household is open again, but not where all of them went
        var ids = new HashSet<>(persons.stream().map(PersonView::id).toList());
        var event = ledger.moveOut(new EnterMoveOut(notice.id(), said.movedOn(), ids, command.relationships()));
        notice.enter(event, rest, filled, clock.now(), actor.get().name());
        changed("relocation.enter", notice.id(), null);
        store.write();
    }

    /** Whom the clerk names need not be whom the facts named; officers hear of whoever is protected by it. */
    private void protect(ReceivedNotice notice, List<PersonView> persons) {
        var meant = persons.stream().map(one -> new MovedIn.Person(one.name(), one.kana(), one.birthDate(), one.sex())).toList();
        if (notice.isShielded() && ledger.shieldMeant(meant, notice.peerName()) > 0) {
            letters.tellProtected(notice.id());
        }
    }

    /** The form and who filled it in: the same one twice is a second press of the button, another one is another deed. */
    private String formOf(EnterNotice command) {
        var words = actor.get().id() + " " + command.version() + " " + new TreeMap<>(command.numbers()) + " " + command.rest() + " " + new TreeMap<>(command.relationships());
        return Sha256.hex(words.getBytes(StandardCharsets.UTF_8));
    }

    private List<PersonView> personsOf(MoveNotice said, EnterNotice command) {
        var found = new ArrayList<PersonView>();
        for (int position = 0; position < said.persons().size(); position++) {
            var number = command.numbers().getOrDefault(position, "").strip();
            if (!number.isEmpty()) {
                var person = fitting(number, List.of(said.persons().get(position))).orElseThrow(doesNotFit(number, position));
                if (found.stream().anyMatch(one -> one.id().equals(person.id()))) {
                    throw new RuleViolation(RelocationProblem.NUMBER_TWICE, number, position);
                }
                found.add(person);
            }
        }
        if (found.isEmpty()) {
            throw new RuleViolation(RelocationProblem.NOBODY_MEANT);
        }
        return found;
    }

    /** The field is told by its position behind the number; none is told without one. */
    private static Supplier<RuleViolation> doesNotFit(Object... details) {
        return () -> new RuleViolation(RelocationProblem.PERSON_DOES_NOT_FIT, details);
    }

    /** Names are written in many ways and days mistaken; but who shares neither with anybody in the notice is not meant by it. */
    private Optional<PersonView> fitting(String number, List<MoveNotice.Person> said) {
        return residents.findByNumber(number, WHY)
                .filter(one -> said.stream().anyMatch(other -> one.birthDate().equals(other.birthDate()) || joined(one).equals(other.joinedName())));
    }

    private static String joined(PersonView one) {
        return new MoveNotice.Person(one.name(), one.kana(), one.birthDate(), one.sex()).joinedName();
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void close(CloseNotice command) {
        var words = reason(command.reason());
        var notice = locked(command.id());
        requireSame(notice, command.version());
        if (notice.isShielded() && !command.nobodyHere() && command.left().isEmpty()) {
            throw new RuleViolation(RelocationProblem.NOBODY_UNANSWERED);
        }
        protect(notice, leftOf(notice.said(), command));
        letters.closeIfMust(notice);
        notice.close(words, clock.now(), actor.get().name());
        changed("relocation.close", notice.id(), null);
        store.write();
    }

    /** Those who are meant and have left; of whoever lives here the move out is entered instead. */
    private List<PersonView> leftOf(MoveNotice said, CloseNotice command) {
        var left = command.left().stream().sorted().limit(MOST_PERSONS)
                .map(number -> fitting(number, said.persons()).orElseThrow(doesNotFit(number))).toList();
        left.stream().filter(PersonView::current).findFirst().ifPresent(one -> {
            throw new RuleViolation(RelocationProblem.NOT_LEFT, one.number());
        });
        return left;
    }

    private static String reason(String typed) {
        var words = typed == null ? "" : VisibleText.of(typed).strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new RuleViolation(RelocationProblem.REASON_NEEDED, LONGEST_REASON);
        }
        return words;
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public Page<SentLine> listSent(boolean failedOnly, PageRequest page) {
        var sections = sections();
        if (sections.isEmpty()) {
            return new Page<>(List.of(), 0, page);
        }
        if (!failedOnly) {
            return new Page<>(lines(store.listSent(sections, page)), store.countSent(sections), page);
        }
        var records = new HashSet<>(services.listFailed(MoveNoticeService.CODE));
        records.addAll(listToldOpenly(sections));
        var failed = store.listFailed(sections, records);
        var toTell = lines(failed).stream().filter(SentLine::again).toList();
        return new Page<>(toTell.stream().skip(page.offset()).limit(page.size()).toList(), toTell.size(), page);
    }

    /** Records of what was told with an address, and closed for somebody who is still protected. */
    private List<UUID> listToldOpenly(Set<String> sections) {
        var told = store.listToldOpenly(sections);
        var closed = new HashSet<UUID>();
        for (int at = 0; at < told.size(); at += PART) {
            closed.addAll(ledger.listClosed(told.subList(at, Math.min(at + PART, told.size())).stream().map(NoticeStore.ToldOpenly::event).toList()));
        }
        return told.stream().filter(one -> closed.contains(one.event())).map(NoticeStore.ToldOpenly::record).toList();
    }

    private List<SentLine> lines(List<SentNotice> found) {
        var ids = found.stream().map(SentNotice::recordId).filter(Objects::nonNull).toList();
        var parcels = services.listParcels(ids).stream().collect(toMap(ParcelLine::recordId, one -> one, (first, second) -> second));
        var readable = records.listReadable(ids);
        var places = store.listTakenPlaces(found.stream().map(SentNotice::id).toList());
        var closed = ledger.listClosed(found.stream().filter(SentNotice::isClosed).map(SentNotice::eventId).toList());
        return found.stream().map(one -> {
            var parcel = one.recordId() == null ? null : parcels.get(one.recordId());
            return new SentLine(one.id(), one.peerName(), one.recordId() != null && readable.contains(one.recordId()) ? one.recordId() : null, one.number(),
                    one.movedOn(), one.persons(), one.isShielded(), one.isCorrection(), parcel == null ? null : parcel.state(),
                    parcel == null ? null : parcel.fault(), one.problem(), one.sentAt(), one.isToldOtherwise(), !places.contains(one.id()) && isToTell(one, parcel, closed.contains(one.eventId())));
        }).toList();
    }

    /** What came to nothing; or what arrived with an address that may not be told any more, for a marked correction closes it at the other town. */
    private static boolean isToTell(SentNotice sent, ParcelLine parcel, boolean closed) {
        return !sent.isToldOtherwise() && (sent.recordId() == null
                || parcel != null && (CAME_TO_NOTHING.contains(parcel.state()) || closed && !sent.isShielded() && Retelling.isThere(parcel.state())));
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void tellAgain(UUID id) {
        var sent = lockedToTell(id);
        notices.again(sent);
        settle(sent);
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void tellOtherwise(UUID id, String reason) {
        var words = reason(reason);
        var sent = lockedToTell(id);
        sent.tellOtherwise(words, clock.now(), actor.get().name());
        changed("relocation.tell-otherwise", id, words);
        store.write();
        settle(sent);
    }

    private void settle(SentNotice sent) {
        if (sent.recordId() != null) {
            services.settle(sent.recordId());
        }
    }

    /** One that is to be told again, locked: of two who do something about it the second is told. */
    private SentNotice lockedToTell(UUID id) {
        ledger.takeTurns();
        var sent = store.lockSent(id).filter(one -> sections().contains(one.section())).orElseThrow(() -> noSuchNotice(id));
        var parcel = sent.recordId() == null ? null : services.listParcels(List.of(sent.recordId())).stream().findFirst().orElse(null);
        if (!store.listTakenPlaces(List.of(id)).isEmpty() || !isToTell(sent, parcel, !ledger.listClosed(List.of(sent.eventId())).isEmpty())) {
            throw new RuleViolation(RelocationProblem.NOT_TO_TELL);
        }
        return sent;
    }

    private RuleViolation noSuchNotice(UUID id) {
        audit.refused(new AuditNote("relocation.reach", null, OBJECT, id.toString(), RelocationProblem.NO_SUCH_NOTICE.code()));
        return new RuleViolation(RelocationProblem.NO_SUCH_NOTICE);
    }

    private ReceivedNotice own(UUID id) {
        return store.find(id).filter(one -> sections().contains(one.section())).orElseThrow(() -> noSuchNotice(id));
    }

    private ReceivedNotice locked(UUID id) {
        own(id);
        ledger.takeTurns();
        return store.lock(id).orElseThrow();
    }

    private static void requireSame(ReceivedNotice notice, long seen) {
        if (notice.state() != NoticeState.OPEN) {
            throw new RuleViolation(RelocationProblem.NOT_OPEN);
        }
        if (notice.version() != seen) {
            throw new RuleViolation(RelocationProblem.CHANGED_MEANWHILE);
        }
    }

    private Set<String> sections() {
        return organization.reachOf(actor.get().id(), clock.today());
    }

    private void changed(String deed, UUID id, String reason) {
        audit.changed(new AuditNote(deed, null, OBJECT, id.toString(), reason));
    }
}
