package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/**
 * The ledger desk: looks into the resident ledger. Every look is written in the audit log with its reason, and a
 * protected address leaves only to the person and to named roles after a second person's release.
 */
@Local
public interface ResidentDesk {
    /** The person as the actor may see it; refused with {@code RES-001} if unknown. */
    PersonView get(UUID personId, String reason);

    /** The persons as the actor may see them, whoever is asked for twice once; refused with {@code RES-001} if one is unknown. */
    List<PersonView> list(Collection<UUID> personIds, String reason);

    /** Person by the number of the office (宛名番号). */
    Optional<PersonView> findByNumber(String number, String reason);

    /** The household the person lives in, in the order of a certificate (世帯主, 配偶者, 子 …). */
    HouseholdView householdOf(UUID personId, String reason);

    /** Persons whose name, kana, number, birth date or (unprotected) address fits. */
    Page<PersonLine> search(PersonSearch search, PageRequest page, String reason);

    /** The person whose name, birth date, sex and address are exactly these (four facts of the signature certificate). */
    Optional<UUID> match(FourFacts facts);

    /**
     * The person as the person sees himself, own address included, protected or not. Only for desks that have checked
     * that whoever asks is this person or acts for it.
     */
    PersonView getSelf(UUID personId);

    /** The household as a member of it sees it: only the member's own address, if it is a shielded one. */
    HouseholdView householdOfSelf(UUID personId);

    /** The history of the person's events (異動履歴), newest first. */
    List<EventLine> listEvents(UUID personId, String reason);
}
