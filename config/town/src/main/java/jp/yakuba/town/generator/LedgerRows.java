package jp.yakuba.town.generator;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import jp.yakuba.town.CopyTable;

/** The tables of the ledger in the order in which they may be filled, and how a household becomes rows in them. */
final class LedgerRows {
    static final List<String> TABLES = List.of("res_person", "res_household", "res_membership", "res_address",
            "res_event", "res_event_person", "res_personal_number", "res_protection", "res_protected_person",
            "res_place", "res_postal_code", "res_municipality");
    private static final String CLERK = "住民記録の移行";

    private final CopyTable persons = new CopyTable("res_person",
            "id, version, number, name, kana, roman_name, birth_date, sex, nationality, became_resident");
    private final CopyTable households = new CopyTable("res_household", "id, version, number, formed_on");
    private final CopyTable memberships = new CopyTable("res_membership",
            "id, version, household_id, person_id, relationship, valid_from");
    private final CopyTable addresses = new CopyTable("res_address", "id, version, person_id, place_code, postal_code,"
            + " place, lot, building, line, valid_from, valid_until");
    private final CopyTable events = new CopyTable("res_event", "id, version, reason, event_date, notified_on, state,"
            + " entered_at, entered_by, processed_at, processed_by");
    private final CopyTable eventPersons = new CopyTable("res_event_person", "event_id, person_id");
    private final CopyTable numbers = new CopyTable("res_personal_number",
            "person_id, personal_number, residence_code, fingerprint, key_name");
    private final List<CopyTable> inOrder =
            List.of(persons, households, memberships, addresses, events, eventPersons, numbers);

    private final OrderedIds ids;
    private final PersonalNumbers secrets;
    private final LocalDate asOf;
    private long personSerial;
    private long householdSerial;

    LedgerRows(OrderedIds ids, PersonalNumbers secrets, LocalDate asOf) {
        this.ids = ids;
        this.secrets = secrets;
        this.asOf = asOf;
    }

    void add(List<Settled> household, Dwelling dwelling) {
        var householdId = ids.next();
        households.add(householdId, 0, SerialNumbers.of(++householdSerial), household.get(0).joined());
        var happened = new TreeMap<String, UUID>();
        for (var person : household) {
            addPerson(person);
            memberships.add(ids.next(), 0, householdId, person.id(), person.member().relationship(), person.joined());
            addAddresses(person, dwelling);
            addEvent(happened, person.bornHere() ? "BIRTH" : "MOVE_IN", person.becameResident(), person);
            if (person.movedFrom() != null) {
                addEvent(happened, "MOVE", person.joined(), person);
            }
        }
    }

    private void addPerson(Settled person) {
        var serial = ++personSerial;
        persons.add(person.id(), 0, SerialNumbers.of(serial), person.name().name(), person.name().kana(),
                person.name().roman(), person.birthDate(), person.member().male() ? "1" : "2", person.nationality(),
                person.becameResident());
        var number = PersonalNumbers.personalNumber(serial);
        numbers.add(person.id(), secrets.seal(person.id(), number),
                secrets.seal(person.id(), PersonalNumbers.residenceCode(serial)), secrets.fingerprint(number), "load");
    }

    private void addAddresses(Settled person, Dwelling dwelling) {
        if (person.movedFrom() != null) {
            addAddress(person.id(), person.movedFrom(), person.becameResident(), person.joined());
        }
        addAddress(person.id(), dwelling, person.joined(), null);
    }

    private void addAddress(UUID person, Dwelling dwelling, LocalDate from, LocalDate until) {
        addresses.add(ids.next(), 0, person, dwelling.placeCode(), dwelling.postalCode(), dwelling.place(),
                dwelling.lot(), dwelling.building(), dwelling.line(), from, until);
    }

    private void addEvent(TreeMap<String, UUID> happened, String reason, LocalDate day, Settled person) {
        var event = happened.computeIfAbsent(reason + day, first -> {
            var id = ids.next();
            var notified = day.plusDays(id.getLeastSignificantBits() & 7);
            var onDay = notified.isAfter(asOf) ? asOf : notified;
            var moment = onDay + " 10:00:00+09";
            events.add(id, 0, reason, day, onDay, "FINAL", moment, CLERK, moment, CLERK);
            return id;
        });
        eventPersons.add(event, person.id());
    }

    void send(Connection connection) throws SQLException, IOException {
        for (var table : inOrder) {
            table.send(connection);
        }
    }

    long persons() {
        return personSerial;
    }

    /** Lets new numbers begin after the last one given. */
    void continueSerials(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT setval('res_person_serial', " + personSerial + ")");
            statement.execute("SELECT setval('res_household_serial', " + householdSerial + ")");
        }
    }
}
