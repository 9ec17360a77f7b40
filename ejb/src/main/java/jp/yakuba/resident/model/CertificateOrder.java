package jp.yakuba.resident.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order of members on a certificate (標準仕様書 5.2): head, spouse, children by birth; then a child's own family; then
 * parents, brothers and sisters, grandparents; then other kin, 縁故者 and 同居人. Same days are decided by the number.
 *
 * <p>Where a chain 子の… is in the household and several children are, the ledger does not say whose family it is; the
 * eldest child leads it then.
 *
 * @param <T> whatever stands for a member
 */
public final class CertificateOrder<T> {
    private final Function<T, String> relationship;
    private final Function<T, LocalDate> birth;
    private final Function<T, String> number;

    /** An order that asks members for the three things it needs. */
    public CertificateOrder(Function<T, String> relationship, Function<T, LocalDate> birth, Function<T, String> number) {
        this.relationship = relationship;
        this.birth = birth;
        this.number = number;
    }

    /** The members in order; a new list. */
    public List<T> sort(List<T> members) {
        var withFamily = members.stream().anyMatch(member -> of(member).belongsToFamilyOfChild());
        var leader = members.stream()
                .filter(member -> withFamily && of(member).value().equals("子"))
                .min(byBirth())
                .orElse(null);
        return members.stream()
                .sorted(Comparator.comparingInt((T member) -> of(member).rank(member == leader)).thenComparing(byBirth()))
                .toList();
    }

    private Relationship of(T member) {
        return new Relationship(relationship.apply(member));
    }

    private Comparator<T> byBirth() {
        return Comparator.comparing(birth).thenComparing(number);
    }
}
