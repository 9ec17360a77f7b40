package jp.yakuba.resident.model;

import static jp.yakuba.resident.api.ResidentProblem.ALREADY_LEFT;
import static jp.yakuba.resident.api.ResidentProblem.DAY_DOES_NOT_FIT;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.kernel.AddressNumber;
import jp.yakuba.kernel.RuleViolation;

/**
 * A resident (住民). A person enters the ledger when a move, a birth or another event becomes final, gets the number of the
 * office then, and stays in it after leaving, for the record of those who left is kept for 150 years.
 */
@Entity
@Table(name = "res_person")
public class Person {
    @Id
    private UUID id;

    @Version
    private long version;

    private String number;
    private String name;
    private String kana;
    private String romanName;
    private LocalDate birthDate;
    private String sex;
    private String nationality;
    private LocalDate becameResident;
    private LocalDate leftOn;

    protected Person() {
        // for JPA
    }

    /** Writes a person into the ledger. */
    public static Person enter(EntryPerson entered, AddressNumber number, LocalDate becameResident) {
        var person = new Person();
        person.id = entered.personId();
        person.number = number.value();
        person.name = entered.name();
        person.kana = entered.kana();
        person.romanName = entered.romanName();
        person.birthDate = entered.birthDate();
        person.sex = entered.sex();
        person.nationality = entered.nationality();
        person.becameResident = becameResident;
        return person;
    }

    /** Leaves the town; the first day no longer is the day. */
    public void leave(LocalDate on) {
        if (leftOn != null) {
            throw new RuleViolation(ALREADY_LEFT);
        }
        if (on.isBefore(becameResident)) {
            throw new RuleViolation(DAY_DOES_NOT_FIT);
        }
        leftOn = on;
    }

    public UUID id() {
        return id;
    }
}
