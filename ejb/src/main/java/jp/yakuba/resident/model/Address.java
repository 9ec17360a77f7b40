package jp.yakuba.resident.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ResidentProblem;

/** Where a person lives from a day on (住所). Addresses are read through the ledger's reader only, which shields them. */
@Entity
@Table(name = "res_address")
public class Address {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID personId;
    private String placeCode;
    private String postalCode;
    private String place;
    private String lot;
    private String building;
    private String line;
    private LocalDate validFrom;
    private LocalDate validUntil;

    protected Address() {
        // for JPA
    }

    /** Settles a person at a place of the town. */
    public static Address settle(UUID personId, String placeCode, EntryAddress at, String line, LocalDate from) {
        var address = new Address();
        address.id = UUID.randomUUID();
        address.personId = personId;
        address.placeCode = placeCode;
        address.postalCode = at.postalCode();
        address.place = at.place();
        address.lot = at.lot();
        address.building = at.building();
        address.line = line;
        address.validFrom = from;
        return address;
    }

    /** Ends it; the day is the first day no longer. */
    public void end(LocalDate on) {
        if (on.isBefore(validFrom)) {
            throw new RuleViolation(ResidentProblem.DAY_DOES_NOT_FIT);
        }
        validUntil = on;
    }

    /** True if it is written in just this line. */
    public boolean isAt(String words) {
        return line.equals(words);
    }

    /** Settles another person at the same address. */
    public Address sharedBy(UUID otherPerson, LocalDate from) {
        return settle(otherPerson, placeCode, new EntryAddress(postalCode, place, lot, building), line, from);
    }
}
