package jp.yakuba.organization.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;

/** A member of staff (職員): a person with a staff number, who acts only through posts. */
@Entity
@Table(name = "org_staff")
public class Staff {
    @Id
    private UUID id;

    private String number;
    private String name;
    private String kana;
    private String mail;

    protected Staff() {
        // for JPA
    }

    /** A member of staff as a loader or a test writes it down. */
    public Staff(UUID id, String number, String name, String kana) {
        this.id = Objects.requireNonNull(id, "id");
        this.number = Objects.requireNonNull(number, "number");
        this.name = Objects.requireNonNull(name, "name");
        this.kana = Objects.requireNonNull(kana, "kana");
    }

    public UUID id() {
        return id;
    }

    /** The staff number (職員番号). */
    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public String kana() {
        return kana;
    }

    /** Where reminders go; null if no address is known. */
    public String mail() {
        return mail;
    }
}
