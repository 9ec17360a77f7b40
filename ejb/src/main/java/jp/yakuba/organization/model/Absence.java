package jp.yakuba.organization.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.AbsenceKind;
import jp.yakuba.organization.api.AbsenceView;
import jp.yakuba.organization.api.EnterAbsence;

/** That a member of staff is away for a time (不在). The database refuses two absences of one person at one time. */
@Entity
@Table(name = "org_absence")
public class Absence {
    @Id
    private UUID id;

    private UUID staff;

    @Enumerated(EnumType.STRING)
    private AbsenceKind kind;

    private Instant startsAt;
    private Instant endsAt;
    private String note;
    private String enteredBy;
    private Instant enteredAt;

    protected Absence() {
        // for JPA
    }

    /** Writes it down. */
    public static Absence entered(EnterAbsence command, String by, Instant at) {
        var made = new Absence();
        made.id = UUID.randomUUID();
        made.staff = command.staffId();
        made.kind = command.kind();
        made.startsAt = command.from().atZone(OfficeClock.ZONE).toInstant();
        made.endsAt = command.until().atZone(OfficeClock.ZONE).toInstant();
        made.note = command.note() == null || command.note().isBlank() ? null : command.note().strip();
        made.enteredBy = by;
        made.enteredAt = at;
        return made;
    }

    /** True while away. */
    public boolean covers(Instant at) {
        return !at.isBefore(startsAt) && at.isBefore(endsAt);
    }

    /** Comes back now. */
    public void endAt(Instant at) {
        endsAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID staff() {
        return staff;
    }

    /** First moment away. */
    public Instant startsAt() {
        return startsAt;
    }

    /** First moment back. */
    public Instant endsAt() {
        return endsAt;
    }

    /** As its person and the personnel section see it. */
    public AbsenceView view(String name) {
        return new AbsenceView(id, staff, name, kind, startsAt, endsAt, note, enteredBy);
    }
}
