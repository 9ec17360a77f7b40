package jp.yakuba.document.model.disposal;

import static jp.yakuba.document.api.DocumentProblem.HOLD_AHEAD;
import static jp.yakuba.document.api.DocumentProblem.HOLD_LIFTED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.document.api.HoldGround;
import jp.yakuba.document.api.PlaceHold;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.RuleViolation;

/** What stops the end of a file or of a single record (廃棄の停止), from the day it is placed until somebody lifts it. */
@Entity
@Table(name = "doc_hold")
public class RecordHold {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID dossierId;

    @Column(updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private String section;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private HoldGround ground;

    @Column(updatable = false)
    private String reference;

    @Column(nullable = false, updatable = false)
    private String reason;

    @Column(nullable = false, updatable = false)
    private LocalDate fromDay;

    @Column(nullable = false, updatable = false)
    private UUID placedBy;

    @Column(nullable = false, updatable = false)
    private String placedName;

    @Column(nullable = false, updatable = false)
    private Instant placedAt;

    private UUID liftedBy;
    private String liftedName;
    private Instant liftedAt;
    private String liftReason;

    protected RecordHold() {
        // for JPA
    }

    /** A hold that stands from now on; its day is today or before. */
    public static RecordHold placed(PlaceHold command, String section, Actor by, Instant at, LocalDate today) {
        if (command.from().isAfter(today)) {
            throw new RuleViolation(HOLD_AHEAD);
        }
        var hold = new RecordHold();
        hold.id = UUID.randomUUID();
        hold.dossierId = command.dossierId();
        hold.recordId = command.recordId();
        hold.section = section;
        hold.ground = command.ground();
        hold.reference = command.reference() == null || command.reference().isBlank() ? null : command.reference().strip();
        hold.reason = command.reason().strip();
        hold.fromDay = command.from();
        hold.placedBy = by.id();
        hold.placedName = by.name();
        hold.placedAt = at;
        return hold;
    }

    /** True if it says the same as another of the same file or record. */
    public boolean saysTheSameAs(RecordHold other) {
        return ground == other.ground && Objects.equals(reference, other.reference) && reason.equals(other.reason) && fromDay.equals(other.fromDay);
    }

    public UUID placedBy() {
        return placedBy;
    }

    public String reason() {
        return reason;
    }

    /** Lifts it, once. */
    public void lift(String why, Actor by, Instant at) {
        if (liftedAt != null) {
            throw new RuleViolation(HOLD_LIFTED);
        }
        liftedBy = by.id();
        liftedName = by.name();
        liftedAt = at;
        liftReason = why;
    }

    public UUID id() {
        return id;
    }

    /** The file or record that it holds. */
    public UUID held() {
        return dossierId == null ? recordId : dossierId;
    }

    public String section() {
        return section;
    }

    public HoldGround ground() {
        return ground;
    }

    /** Number of the request, audit or suit; null if none. */
    public String reference() {
        return reference;
    }
}
