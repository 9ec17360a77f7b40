package jp.yakuba.register.api;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.CorporateNumber;
import jp.yakuba.kernel.VisibleText;

/**
 * Write an entry. Signs that nobody sees are taken out of its words.
 *
 * @param once made when the form was opened; the same form makes one entry; not asked of one that is there
 * @param number of the entry; null for a new one
 * @param version that was seen; null for a new one
 * @param corporateNumber 13 digits, of a vendor that is a corporation; else empty
 * @param seat where the vendor does business; empty for users
 * @param validFrom first day of a vendor; null for users
 * @param town code of the town where a user was registered: this one or one that may read the register; null for vendors
 * @param withheld true if it is not told to other offices
 */
public record WriteEntry(
        Register register, UUID once, String number, Long version, String name, String kana, String corporateNumber, String seat,
        Set<VendorCategory> categories, LocalDate validFrom, LocalDate validUntil, String town, boolean withheld) {
    private static final int LONGEST = 200;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    public WriteEntry {
        name = VisibleText.of(name).strip();
        kana = VisibleText.of(kana).strip();
        seat = VisibleText.of(seat).strip();
        categories = Set.copyOf(categories);
    }

    /** What cannot be so; empty if it can be written. */
    public Set<EntryField> wrong() {
        var wrong = EnumSet.noneOf(EntryField.class);
        add(wrong, EntryField.NAME, name.isBlank() || name.length() > LONGEST);
        add(wrong, EntryField.KANA, kana.length() > LONGEST);
        add(wrong, EntryField.VALID_UNTIL, !isDay(validUntil) || validFrom != null && validUntil.isBefore(validFrom));
        if (register == Register.VENDOR) {
            add(wrong, EntryField.CORPORATE_NUMBER, !corporateNumber.isEmpty() && !CorporateNumber.isValid(corporateNumber));
            add(wrong, EntryField.SEAT, seat.isBlank() || seat.length() > LONGEST);
            add(wrong, EntryField.CATEGORIES, categories.isEmpty());
            add(wrong, EntryField.VALID_FROM, !isDay(validFrom));
        } else {
            add(wrong, EntryField.TOWN, town == null || town.isEmpty());
        }
        return wrong;
    }

    private static void add(Set<EntryField> all, EntryField field, boolean wrong) {
        if (wrong) {
            all.add(field);
        }
    }

    /** True of a day that can be written in an entry or a suspension: from 2000-01-01 to 2199-12-31. */
    public static boolean isDay(LocalDate day) {
        return day != null && !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
