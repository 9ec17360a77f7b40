package jp.yakuba.resident.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The look over an entry before it becomes final (審査): what stands against it, as codes whose words the pages know.
 * Some only ask for a second look: {@link #mayStand}.
 */
public final class EntryInspection {
    /** The 町字 is not one of this town. */
    public static final String UNKNOWN_PLACE = "UNKNOWN_PLACE";
    /** The postal code is not the one of the 町字. */
    public static final String POSTAL_CODE_DIFFERS = "POSTAL_CODE_DIFFERS";
    /** Somebody of the same name and day of birth is in the ledger. */
    public static final String DUPLICATE_PERSON = "DUPLICATE_PERSON";
    /** The parent is not in a household of the town any more. */
    public static final String PARENT_HAS_LEFT = "PARENT_HAS_LEFT";

    /** The family joins a household that nobody has found yet. */
    public static final String HOUSEHOLD_NOT_FOUND = "HOUSEHOLD_NOT_FOUND";
    /** Nobody lives in the joined household any more. */
    public static final String HOUSEHOLD_HAS_ENDED = "HOUSEHOLD_HAS_ENDED";
    /** The family forms a household of its own. */
    public static final String NO_HOUSEHOLD_JOINED = "NO_HOUSEHOLD_JOINED";
    /** The joined household lives elsewhere than the entry says. */
    public static final String ADDRESS_DIFFERS = "ADDRESS_DIFFERS";

    /** What becomes of the household: a new one has one head, one that is joined has its own already. */
    public enum Household {
        NEW,
        JOINED,
        OF_A_PARENT
    }

    private static final Set<String> ASK_FOR_A_LOOK = Set.of(POSTAL_CODE_DIFFERS, DUPLICATE_PERSON, ADDRESS_DIFFERS);

    private EntryInspection() {}

    /** True if a registrar may let it stand. */
    public static boolean mayStand(String code) {
        return ASK_FOR_A_LOOK.contains(code);
    }

    /** What is wrong with persons that come on a day, whatever the ledger holds. */
    public static List<String> ofPersons(List<EntryPerson> persons, LocalDate eventDate, LocalDate today, Household household) {
        var wrong = new ArrayList<String>();
        require(wrong, !eventDate.isAfter(today), "DATE_IN_FUTURE");
        var heads = persons.stream().filter(person -> Relationship.HEAD.value().equals(person.relationship())).count();
        require(wrong, household != Household.NEW || heads > 0, "NO_HEAD");
        require(wrong, household != Household.NEW || heads < 2, "SEVERAL_HEADS");
        require(wrong, household != Household.JOINED || heads == 0, "HEAD_THERE_ALREADY");
        for (var person : persons) {
            require(wrong, Relationship.isKnown(person.relationship()), "UNKNOWN_RELATIONSHIP");
            require(wrong, !person.birthDate().isAfter(eventDate), "BORN_AFTER_EVENT");
            require(wrong, person.nationality().equals("JPN") || person.romanName() != null, "ROMAN_NAME_MISSING");
        }
        return wrong.stream().distinct().toList();
    }

    /** What the form of an entry itself breaks, so that the ledger cannot even keep it provisionally. */
    public static List<String> ofForm(List<EntryPerson> persons, EntryAddress address) {
        var wrong = new ArrayList<String>();
        require(wrong, address == null || address.postalCode().matches("[0-9]{7}"), "POSTAL_CODE_MALFORMED");
        for (var person : persons) {
            require(wrong, Set.of("1", "2", "9").contains(person.sex()), "SEX_MALFORMED");
            require(wrong, person.nationality().matches("[A-Z]{3}"), "NATIONALITY_MALFORMED");
        }
        return wrong.stream().distinct().toList();
    }

    private static void require(List<String> wrong, boolean holds, String code) {
        if (!holds) {
            wrong.add(code);
        }
    }
}
