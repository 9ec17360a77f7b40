package jp.yakuba.register.api;

import java.time.LocalDate;
import java.util.List;
import jp.yakuba.exchange.api.CopyView;

/**
 * An entry with all that is known of it here.
 *
 * @param corporateNumber empty if there is none
 * @param town code of the town where a user was registered; null for vendors
 * @param townName its name
 * @param own true if this office keeps it
 * @param keeping true if whoever looks may change it
 * @param withheld true if other offices are not told of it
 * @param version of an own entry; serial of the last change of another office's
 * @param copy how old the copy is; null for an own entry, or if nothing is agreed any more
 * @param changes the latest ones, newest first
 * @param more true if there were changes before these
 */
public record EntrySheet(
        EntryLine line, String kana, String corporateNumber, String seat, List<VendorCategory> categories, LocalDate validFrom, String town, String townName,
        List<Suspension> suspensions, boolean own, boolean keeping, boolean withheld, long version, CopyView copy, List<EntryChange> changes,
        boolean more) {
    public EntrySheet {
        categories = List.copyOf(categories);
        suspensions = List.copyOf(suspensions);
        changes = List.copyOf(changes);
    }
}
