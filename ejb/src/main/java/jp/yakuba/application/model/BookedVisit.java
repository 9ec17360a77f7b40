package jp.yakuba.application.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A visit as it is booked, for reading together with its bundle; the race for the seat is run by the store alone. */
@Entity
@Immutable
@Table(name = "apl_appointment")
public class BookedVisit {
    @Id
    private UUID id;

    private UUID bundleId;

    private Instant startsAt;

    private String place;

    protected BookedVisit() {
        // for JPA
    }
}
