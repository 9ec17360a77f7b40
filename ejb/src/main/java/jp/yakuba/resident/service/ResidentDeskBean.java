package jp.yakuba.resident.service;

import static jp.yakuba.resident.api.ResidentProblem.NO_SUCH_PERSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.EventLine;
import jp.yakuba.resident.api.FourFacts;
import jp.yakuba.resident.api.HouseholdView;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.resident.model.CertificateOrder;
import jp.yakuba.resident.model.Relationship;
import jp.yakuba.resident.store.LedgerReader;
import jp.yakuba.resident.store.LedgerStore;
import jp.yakuba.resident.store.PlaceStore;
import jp.yakuba.resident.store.Reader;

/** Opens the ledger for a look and writes every look down before it shows anything. */
@Stateless
@RunAs(Role.DESK)
public class ResidentDeskBean implements ResidentDesk {
    private static final CertificateOrder<PersonView> ORDER =
            new CertificateOrder<>(PersonView::relationship, PersonView::birthDate, PersonView::number);

    private LedgerReader ledger;
    private LedgerStore events;
    private PlaceStore places;
    private Readers readers;
    private AuditDesk audit;

    protected ResidentDeskBean() {
        // for the container
    }

    @Inject
    public ResidentDeskBean(
            LedgerReader ledger, LedgerStore events, PlaceStore places, Readers readers, AuditDesk audit) {
        this.ledger = ledger;
        this.events = events;
        this.places = places;
        this.readers = readers;
        this.audit = audit;
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.LEDGER_READER, Role.PROTECTION_OFFICER, Role.DESK, Role.SYSTEM})
    public PersonView get(UUID personId, String reason) {
        audit.looked("resident.view", personId, reason);
        return found(personId, readers.present());
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<PersonView> list(Collection<UUID> personIds, String reason) {
        var asked = new LinkedHashSet<>(personIds);
        if (asked.isEmpty()) {
            return List.of();
        }
        audit.lookedAtAll(asked.stream().map(id -> AuditNote.ofPerson("resident.view", id, reason)).toList());
        var found = ledger.list(asked, readers.present());
        if (found.size() < asked.size()) {
            throw new RuleViolation(NO_SUCH_PERSON);
        }
        return found;
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.LEDGER_READER, Role.PROTECTION_OFFICER, Role.DESK})
    public Optional<PersonView> findByNumber(String number, String reason) {
        var person = ledger.findByNumber(number, readers.present());
        person.ifPresent(found -> audit.looked("resident.view", found.id(), reason));
        return person;
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.LEDGER_READER, Role.PROTECTION_OFFICER, Role.DESK})
    public HouseholdView householdOf(UUID personId, String reason) {
        audit.looked("resident.household", personId, reason);
        return household(personId, readers.present());
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.LEDGER_READER, Role.PROTECTION_OFFICER, Role.AUDITOR})
    public Page<PersonLine> search(PersonSearch search, PageRequest page, String reason) {
        var found = ledger.search(search, page, readers.present());
        audit.lookedAtAll(traces(found, reason));
        return found;
    }

    /** The search itself and everybody on the list, written down together before anybody sees it. */
    private static List<AuditNote> traces(Page<PersonLine> found, String reason) {
        var search = new AuditNote("resident.search", null, "search", found.total() + " found", reason);
        return Stream.concat(Stream.of(search), found.rows().stream()
                .map(row -> AuditNote.ofPerson("resident.listed", row.id(), reason))).toList();
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Optional<UUID> match(FourFacts facts) {
        return places.match(facts);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public PersonView getSelf(UUID personId) {
        audit.looked("resident.view-self", personId, "self");
        return found(personId, readers.self(personId));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public HouseholdView householdOfSelf(UUID personId) {
        audit.looked("resident.household-self", personId, "self");
        return household(personId, readers.self(personId));
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.LEDGER_READER, Role.PROTECTION_OFFICER, Role.DESK})
    public List<EventLine> listEvents(UUID personId, String reason) {
        audit.looked("resident.history", personId, reason);
        return events.history(personId);
    }

    private HouseholdView household(UUID personId, Reader reader) {
        var person = found(personId, reader);
        if (person.householdId() == null) {
            return new HouseholdView(null, null, null, List.of());
        }
        var members = ORDER.sort(ledger.members(person.householdId(), reader));
        var head = members.stream()
                .filter(member -> Relationship.HEAD.value().equals(member.relationship()))
                .map(PersonView::id)
                .findFirst().orElse(null);
        return new HouseholdView(person.householdId(), events.numberOfHousehold(person.householdId()), head, members);
    }

    private PersonView found(UUID personId, Reader reader) {
        return ledger.find(personId, reader).orElseThrow(() -> new RuleViolation(NO_SUCH_PERSON));
    }
}
