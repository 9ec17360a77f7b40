package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * The latest change of an application, told to whoever comes second.
 *
 * @param deed as the audit log calls it
 * @param staff the member of staff who did it; null for the applicant and for systems
 * @param name of that member of staff
 */
@Embeddable
public record LastDeed(
        @Column(name = "last_deed") String deed,
        @Column(name = "last_by") UUID staff,
        @Column(name = "last_name") String name,
        @Column(name = "last_at") Instant at) {}
