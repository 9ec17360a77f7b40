package jp.yakuba.resident.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.kernel.AddressNumber;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.resident.api.EventLine;
import jp.yakuba.resident.model.Address;
import jp.yakuba.resident.model.Entry;
import jp.yakuba.resident.model.EventReason;
import jp.yakuba.resident.model.EventState;
import jp.yakuba.resident.model.LedgerEvent;
import jp.yakuba.resident.model.Household;
import jp.yakuba.resident.model.Membership;
import jp.yakuba.resident.model.Person;
import jp.yakuba.resident.model.Relationship;

/** Where the ledger is written: events, entries, and what becomes of them when they are final. */
@ApplicationScoped
public class LedgerStore {
    private static final int NUMBER_LENGTH = 10;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Keeps something new. */
    public void add(Object entity) {
        entities.persist(entity);
    }

    /** Sends what is pending, so that constraints speak now. */
    public void write() {
        entities.flush();
    }

    /** The event, for reading. */
    public Optional<LedgerEvent> find(UUID eventId) {
        return Optional.ofNullable(entities.find(LedgerEvent.class, eventId));
    }

    /**
     * The event with its row locked, and what was entered with it as it is now: whoever comes second waits and then sees what the first made of both,
     * though the deed had read them before.
     */
    public Optional<LedgerEvent> lock(UUID eventId) {
        var event = find(eventId);
        event.ifPresent(found -> entities.refresh(found, LockModeType.PESSIMISTIC_WRITE)); // not refused as stale: its version says whether it is
        event.map(found -> entryOf(eventId)).ifPresent(entities::refresh);
        return event;
    }

    /** The event that came from a cause; if it was withdrawn and entered again, the latest. */
    public Optional<LedgerEvent> findByCause(UUID causeId) {
        return entities.createQuery(
                        "select e from LedgerEvent e where e.causeId = :cause order by e.enteredAt desc", LedgerEvent.class)
                .setParameter("cause", causeId)
                .setMaxResults(1)
                .getResultStream().findFirst();
    }

    /** The event that came from a cause and was not withdrawn. */
    public Optional<LedgerEvent> findStanding(UUID causeId) {
        return findByCause(causeId).filter(event -> event.state() != EventState.WITHDRAWN);
    }

    /** Lets one entry for a cause through at a time, until the transaction ends. */
    public void takeTurns(UUID causeId) {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:cause, 0))) AS turn")
                .setParameter("cause", "res_event " + causeId)
                .getSingleResult();
    }

    /** Counts a change of what was entered with the event as one of the event: whoever saw it before sees that it is not so any more. */
    public void touch(LedgerEvent event) {
        entities.lock(event, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** What was entered with the event. */
    public Entry entryOf(UUID eventId) {
        return entities.find(Entry.class, eventId);
    }

    /** Events that wait for the counter, oldest first. */
    public List<LedgerEvent> listProvisional() {
        return entities.createQuery(
                        "select e from LedgerEvent e where e.state = :state order by e.enteredAt", LedgerEvent.class)
                .setParameter("state", EventState.PROVISIONAL)
                .setMaxResults(200)
                .getResultList();
    }

    /** A page of them. */
    public List<LedgerEvent> listProvisional(PageRequest page) {
        return entities.createQuery(
                        "select e from LedgerEvent e where e.state = :state order by e.enteredAt, e.id", LedgerEvent.class)
                .setParameter("state", EventState.PROVISIONAL)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
    }

    /** How many wait for the counter. */
    public long countProvisional() {
        return entities.createQuery("select count(e) from LedgerEvent e where e.state = :state", Long.class)
                .setParameter("state", EventState.PROVISIONAL)
                .getSingleResult();
    }

    /** The history of a person, newest first. */
    public List<EventLine> history(UUID personId) {
        return entities.createQuery("""
                        select e.id, e.reason, e.eventDate, e.processedAt, e.state, e.enteredBy
                        from LedgerEvent e join e.persons p where p = :person
                        order by e.eventDate desc, e.processedAt desc
                        """, Object[].class)
                .setParameter("person", personId)
                .getResultStream()
                .map(EventLines::of)
                .toList();
    }

    /** True if somebody of that name and day of birth lives in the town. */
    public boolean knows(String name, LocalDate birthDate) {
        var found = entities.createNativeQuery("""
                        SELECT count(*) FROM res_person WHERE birth_date = cast(:born AS date) AND left_on IS NULL
                        AND name_key = regexp_replace(res_fold(:name), '\\s+', '', 'g')
                        """)
                .setParameter("born", birthDate.toString())
                .setParameter("name", name)
                .getSingleResult();
        return ((Number) found).longValue() > 0;
    }

    /** The present address of a person. */
    public Optional<Address> presentAddressOf(UUID personId) {
        return entities.createQuery(
                        "select a from Address a where a.personId = :person and a.validUntil is null", Address.class)
                .setParameter("person", personId)
                .getResultStream().findFirst();
    }

    /** The first address that the person had here, in one line. */
    public Optional<String> firstAddressOf(UUID personId) {
        return entities.createNativeQuery("SELECT line FROM res_address WHERE person_id = ?1 ORDER BY valid_from LIMIT 1", String.class)
                .setParameter(1, personId)
                .getResultList().stream().findFirst().map(String.class::cast);
    }

    /** Where a household lives now: the address of its head, or of whoever is left; empty if nobody is. */
    public Optional<Address> presentAddressOfHousehold(UUID householdId) {
        return entities.createQuery(
                        "select a from Address a, Membership m where m.householdId = :household and m.validUntil is null"
                                + " and a.personId = m.personId and a.validUntil is null"
                                + " order by case when m.relationship = :head then 0 else 1 end, m.personId", Address.class)
                .setParameter("household", householdId)
                .setParameter("head", Relationship.HEAD.value())
                .setMaxResults(1)
                .getResultStream().findFirst();
    }

    /** Ids of persons by their numbers (宛名番号). */
    public Map<String, UUID> listIdsByNumber(Collection<String> numbers) {
        return entities.createQuery("select p.number, p.id from Person p where p.number in :numbers", Object[].class)
                .setParameter("numbers", numbers)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }

    /** The number of a household (世帯番号). */
    public String numberOfHousehold(UUID householdId) {
        return entities.createQuery("select h.number from Household h where h.id = :id", String.class)
                .setParameter("id", householdId)
                .getSingleResult();
    }

    /** The household in which a person lives and how the person stands to its head. */
    public Optional<Membership> presentMembershipOf(UUID personId) {
        return entities.createQuery(
                        "select m from Membership m where m.personId = :person and m.validUntil is null", Membership.class)
                .setParameter("person", personId)
                .getResultStream().findFirst();
    }

    /** The person, locked: whoever enters something else about the person waits. */
    public Optional<Person> lockPerson(UUID personId) {
        return Optional.ofNullable(entities.find(Person.class, personId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The household, locked: whoever joins or leaves it waits. */
    public Optional<Household> lockHousehold(UUID householdId) {
        return Optional.ofNullable(entities.find(Household.class, householdId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Ids of the households in which the persons live now, in the order in which they are locked. */
    public List<UUID> listPresentHouseholdsOf(Collection<UUID> persons) {
        return entities.createQuery("select distinct m.householdId from Membership m where m.personId in :persons and m.validUntil is null"
                        + " order by m.householdId", UUID.class)
                .setParameter("persons", persons)
                .getResultList();
    }

    /** The present memberships of a household. */
    public List<Membership> listPresentMemberships(UUID householdId) {
        return entities.createQuery("select m from Membership m where m.householdId = :household and m.validUntil is null", Membership.class)
                .setParameter("household", householdId)
                .getResultList();
    }

    /** Everybody of that day of birth and of that name or that reading, those who left too; the name before the reading. */
    public List<UUID> listMeant(String name, String kana, LocalDate birthDate) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(id AS text) FROM res_person WHERE birth_date = cast(:born AS date)
                        AND (name_key = regexp_replace(res_fold(:name), '\\s+', '', 'g')
                            OR regexp_replace(res_fold(kana), '\\s+', '', 'g') = regexp_replace(res_fold(:kana), '\\s+', '', 'g'))
                        ORDER BY name_key <> regexp_replace(res_fold(:name), '\\s+', '', 'g'), number LIMIT 20
                        """)
                .setParameter("born", birthDate.toString())
                .setParameter("name", name)
                .setParameter("kana", kana)
                .getResultList();
        return rows.stream().map(row -> UUID.fromString(row.toString())).toList();
    }

    /**
     * Everybody of that day of birth and of that name or that reading, or of that given name or its reading, for surnames change; those who left too.
     * Spaces in what is given do not matter.
     */
    public Set<UUID> listMeantUnderAnySurname(String name, String kana, LocalDate birthDate) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(p.id AS text) FROM res_person p, LATERAL (SELECT
                            regexp_replace(res_fold(p.name), '^.*\\s', '') AS name, regexp_replace(res_fold(p.kana), '^.*\\s', '') AS kana) given
                        WHERE p.birth_date = cast(:born AS date)
                        AND (right(regexp_replace(res_fold(:name), '\\s+', '', 'g'), length(given.name)) = given.name
                            OR right(regexp_replace(res_fold(:kana), '\\s+', '', 'g'), length(given.kana)) = given.kana)
                        """)
                .setParameter("born", birthDate.toString())
                .setParameter("name", name)
                .setParameter("kana", kana)
                .getResultList();
        var found = new HashSet<>(listMeant(name, kana, birthDate));
        rows.forEach(row -> found.add(UUID.fromString(row.toString())));
        return found;
    }

    /** The name as names are compared: variants and figures folded, no spaces. */
    public String keyOf(String name) {
        return (String) entities.createNativeQuery("SELECT regexp_replace(res_fold(:name), '\\s+', '', 'g')").setParameter("name", name).getSingleResult();
    }

    /** The first day on which nobody of the household was in it any more, of whom memberships have ended. */
    public LocalDate lastDayOf(UUID householdId) {
        return entities.createQuery("select max(m.validUntil) from Membership m where m.householdId = :household", LocalDate.class)
                .setParameter("household", householdId)
                .getSingleResult();
    }

    /** The final moves in by which the persons came. */
    public Set<UUID> listMovesInOf(Collection<UUID> persons) {
        return Set.copyOf(entities.createQuery("select distinct e.id from LedgerEvent e join e.persons p where p in :persons and e.reason = :reason", UUID.class)
                .setParameter("persons", persons)
                .setParameter("reason", EventReason.MOVE_IN)
                .getResultList());
    }

    /** The next number for a person. */
    public AddressNumber nextPersonNumber() {
        return next("res_person_serial");
    }

    /** The next number for a household. */
    public AddressNumber nextHouseholdNumber() {
        return next("res_household_serial");
    }

    private AddressNumber next(String sequence) {
        var serial = entities.createNativeQuery("SELECT nextval('" + sequence + "')").getSingleResult();
        return AddressNumber.ofSerial(((Number) serial).longValue(), NUMBER_LENGTH);
    }
}
