package jp.yakuba.document.api;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the filing plan says of a file.
 *
 * @param classCode 小分類 under which it stands
 * @param number its number under it
 * @param title its name (ファイル名)
 * @param publicTitle the name that may be shown to everybody (公開用件名); null if the title itself may
 * @param retention how long it is kept
 * @param afterUse the retention that begins when a file in regular use is closed; null for all others
 * @param lawUntil a law keeps it at least until this day; null if none does
 * @param ground the article that sets the retention
 * @param medium what it is kept on
 * @param place where it stands; null if nowhere but in this system
 * @param disclosure whether it could be disclosed
 * @param clause the clause by which it is not; null for an open one
 * @param closedUntil the last day on which that holds (時限); null if it holds without end
 * @param matters procedures and matters whose records go into it by themselves; {@code *} for all that no other file takes
 */
public record DossierFacts(
        String classCode,
        int number,
        String title,
        String publicTitle,
        RetentionClass retention,
        RetentionClass afterUse,
        LocalDate lawUntil,
        String ground,
        Medium medium,
        String place,
        Disclosure disclosure,
        String clause,
        LocalDate closedUntil,
        Set<String> matters) {

    public DossierFacts {
        matters = matters == null ? Set.of() : Set.copyOf(matters);
    }

    /** The same under another class and number, for some of its matters. */
    public DossierFacts at(String otherClass, int otherNumber, Set<String> someMatters) {
        return new DossierFacts(otherClass, otherNumber, title, publicTitle, retention, afterUse, lawUntil, ground, medium, place,
                disclosure, clause, closedUntil, someMatters);
    }

    /** The file's code as people write it: 「A-01-02-003」. */
    public String code() {
        return classCode + String.format("-%03d", number);
    }
}
