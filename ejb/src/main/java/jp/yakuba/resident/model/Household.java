package jp.yakuba.resident.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.kernel.AddressNumber;

/** A household (世帯): those who live together and share their living. Its members and head are dated memberships. */
@Entity
@Table(name = "res_household")
public class Household {
    @Id
    private UUID id;

    @Version
    private long version;

    private String number;
    private LocalDate formedOn;
    private LocalDate dissolvedOn;

    protected Household() {
        // for JPA
    }

    /** Forms a household. */
    public static Household form(UUID id, AddressNumber number, LocalDate on) {
        var household = new Household();
        household.id = id;
        household.number = number.value();
        household.formedOn = on;
        return household;
    }

    /** Nobody lives in it any more from the day. */
    public void dissolve(LocalDate on) {
        dissolvedOn = on.isBefore(formedOn) ? formedOn : on;
    }

    public UUID id() {
        return id;
    }
}
