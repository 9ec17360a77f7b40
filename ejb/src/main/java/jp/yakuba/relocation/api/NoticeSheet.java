package jp.yakuba.relocation.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.resident.api.MeantPerson;

/**
 * A notice with whom it may mean.
 *
 * @param line as it is listed
 * @param recordId the record as which it arrived; null where the actor may not read it
 * @param previousAddress the address here, as the sender wrote it; hidden where it is protected
 * @param newAddress null where the notice holds none, or one that the actor may not read (支援措置)
 * @param corrected the earlier notice that it corrects; null if none, or if it never arrived
 * @param reason why it was closed, or why some of it was not entered; null if neither, or if the actor may not read it
 * @param reasonClosed true if there is such a reason, and the actor may not read it: it may tell where somebody is who is protected
 * @param elsewhere true if the address before lies in another municipality, so that the sender may have erred in whom it tells
 * @param unread true if its letter waits for a protection officer, for the office has none
 */
public record NoticeSheet(
        NoticeLine line, long version, UUID recordId, String previousAddress, String newAddress, LocalDate movedOn, List<Named> persons, UUID corrected,
        String reason, boolean reasonClosed, boolean elsewhere, boolean unread) {
    public NoticeSheet {
        persons = List.copyOf(persons);
    }

    /** True if somebody of the ledger may be meant, and everybody who may be is protected here. */
    public boolean isProtectedHere() {
        var meant = persons.stream().flatMap(one -> one.meant().stream()).toList();
        return !meant.isEmpty() && meant.stream().allMatch(one -> one.person().protectedPerson());
    }

    /**
     * Somebody who moved.
     *
     * @param sex 1 male, 2 female, 9 other or unknown
     * @param meant people of the ledger of that day of birth and that name or reading
     */
    public record Named(int position, String name, String kana, LocalDate birthDate, String sex, List<MeantPerson> meant) {
        public Named {
            meant = List.copyOf(meant);
        }

        /** Number (宛名番号) of the one whom all facts fit; null if a clerk must say who is meant. */
        public String fitting() {
            return meant.stream().filter(MeantPerson::fits).map(one -> one.person().number()).findFirst().orElse(null);
        }
    }
}
