package jp.yakuba.relocation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.relocation.api.EnterNotice;
import jp.yakuba.relocation.api.MoveNoticeDesk;
import jp.yakuba.relocation.api.NoticeLine;
import jp.yakuba.relocation.api.NoticeSheet;
import jp.yakuba.relocation.api.NoticeState;
import jp.yakuba.relocation.api.RelocationProblem;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.ReceivedNotice;
import jp.yakuba.relocation.store.NoticeStore;
import jp.yakuba.resident.api.EnterMoveOut;
import jp.yakuba.resident.api.FourFacts;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.resident.api.ShieldDesk;

/** Behind the desk for what other towns tell of moves. */
@Stateless
@RunAs(Role.DESK)
public class MoveNoticeDeskBean implements MoveNoticeDesk {
    private static final String WHY = "move-notice";
    private static final int LONGEST_REASON = 200;

    private NoticeStore store;
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
            NoticeStore store, MoveOutDesk ledger, ResidentDesk residents, ShieldDesk shield, DocumentDesk records,
            OrganizationDesk organization, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
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
        var notice = own(id);
        var said = notice.said();
        audit.looked(new AuditNote("relocation.view", null, "move-notice", id.toString(), null));
        var persons = new ArrayList<NoticeSheet.Named>();
        for (var one : said.persons()) {
            persons.add(new NoticeSheet.Named(persons.size(), one.name(), one.kana(), one.birthDate(), one.sex(),
                    ledger.listMeant(MoveNoticePost.factsOf(one, said), WHY)));
        }
        var corrected = notice.corrects() == null ? null : store.findOf(notice.peer(), notice.corrects()).map(ReceivedNotice::id).orElse(null);
        boolean readable = records.listReadable(Set.of(notice.recordId())).contains(notice.recordId());
        return new NoticeSheet(notice.line(), notice.version(), readable ? notice.recordId() : null, shield.hide(said.previousAddress()), newAddress(said, persons),
                said.movedOn(), persons, corrected, shield.hide(notice.reason()));
    }

    /** Whoever is protected here may have gone where nobody must find them, even if the other town does not know. */
    private String newAddress(MoveNotice said, List<NoticeSheet.Named> persons) {
        var meant = persons.stream().flatMap(one -> one.meant().stream()).map(one -> one.person().id()).toList();
        return said.shielded() || !ledger.mayReadAddresses(meant) ? null : said.newAddress();
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void enter(EnterNotice command) {
        var notice = locked(command.id());
        if (notice.state() == NoticeState.ENTERED && notice.version() == command.version() + 1) {
            return; // the same form again
        }
        requireSame(notice, command.version());
        var said = notice.said();
        var persons = personsOf(said, command);
        if (notice.isShielded()) { // whom the clerk names need not be whom the facts named
            ledger.shieldMeant(persons.stream().map(one -> new FourFacts(one.name(), one.birthDate(), one.sex(), "")).toList(), notice.peerName());
        }
        var ids = new HashSet<>(persons.stream().map(PersonView::id).toList());
        var event = ledger.moveOut(new EnterMoveOut(notice.id(), said.movedOn(), ids, command.relationships()));
        notice.enter(event, clock.now(), actor.get().name());
        changed("relocation.enter", notice.id(), null);
        store.write();
    }

    private List<PersonView> personsOf(MoveNotice said, EnterNotice command) {
        var found = new ArrayList<PersonView>();
        for (int position = 0; position < said.persons().size(); position++) {
            var number = command.numbers().getOrDefault(position, "").strip();
            if (!number.isEmpty()) {
                found.add(person(said.persons().get(position), number));
            }
        }
        if (found.isEmpty()) {
            throw new RuleViolation(RelocationProblem.NOBODY_MEANT);
        }
        if (found.stream().map(PersonView::id).distinct().count() < found.size()) {
            throw new RuleViolation(RelocationProblem.PERSON_DOES_NOT_FIT, "");
        }
        return found;
    }

    /** Names are written in many ways and days mistaken; but who shares neither with the notice is not meant by it. */
    private PersonView person(MoveNotice.Person said, String number) {
        return residents.findByNumber(number, WHY)
                .filter(one -> one.birthDate().equals(said.birthDate()) || joined(one.name()).equals(joined(said.name())))
                .orElseThrow(() -> new RuleViolation(RelocationProblem.PERSON_DOES_NOT_FIT, number));
    }

    private static String joined(String name) {
        return name.replaceAll("[\\s\u3000]+", "");
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void close(UUID id, long version, String reason) {
        var words = reason == null ? "" : VisibleText.of(reason).strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new RuleViolation(RelocationProblem.REASON_NEEDED, LONGEST_REASON);
        }
        var notice = locked(id);
        requireSame(notice, version);
        notice.close(words, clock.now(), actor.get().name());
        changed("relocation.close", id, null);
        store.write();
    }

    private ReceivedNotice own(UUID id) {
        return store.find(id).filter(one -> sections().contains(one.section())).orElseThrow(() -> {
            audit.refused(new AuditNote("relocation.reach", null, "move-notice", id.toString(), RelocationProblem.NO_SUCH_NOTICE.code()));
            return new RuleViolation(RelocationProblem.NO_SUCH_NOTICE);
        });
    }

    private ReceivedNotice locked(UUID id) {
        own(id);
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
        audit.changed(new AuditNote(deed, null, "move-notice", id.toString(), reason));
    }
}
