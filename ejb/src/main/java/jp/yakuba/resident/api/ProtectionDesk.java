package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/**
 * The desk for protected persons (支援措置): who is shielded, until when, and the temporary release of an address, which
 * one member of staff asks for and another grants.
 */
@Local
public interface ProtectionDesk {
    /** The person for whom a protection is to be entered. */
    PersonView begin(UUID personId);

    /** Shields the persons at once, for a year less a day; returns the protection's id. */
    UUID protect(@Valid EnterProtection command);

    /** Turns a provisional protection into a full one that starts on the day. */
    void confirm(UUID protectionId, long version, LocalDate startsOn);

    /** Extends by a year from the day after the end; refused earlier than one month before the end. */
    void extend(UUID protectionId, long version);

    /** Ends it with a reason; nothing else ever does, not even the end of the period. */
    void end(UUID protectionId, long version, String reason);

    /** Protections that stand, those whose period ends first before the others. */
    Page<ProtectionView> listStanding(PageRequest page);

    /** One that stands; refused with {@code RES-007} if there is none. */
    ProtectionView get(UUID protectionId);

    /** Asks that the person's address be shown to the asking member of staff for a while; returns the request's id. */
    UUID requestRelease(UUID personId, String reason);

    /** Grants a request of somebody else; the address locks again by itself after the set time. */
    void grantRelease(UUID releaseId, long version);

    /** Refuses a request of somebody else. */
    void refuseRelease(UUID releaseId, long version);

    /** Requests that wait for a second person, oldest first. */
    Page<ReleaseView> listWaitingReleases(PageRequest page);
}
