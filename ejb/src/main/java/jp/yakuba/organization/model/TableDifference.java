package jp.yakuba.organization.model;

import java.util.List;
import jp.yakuba.organization.api.DelegationImport;
import jp.yakuba.organization.api.DelegationLine;
import jp.yakuba.organization.api.DelegationTerms;

/**
 * How a file of the delegation table differs from the table.
 *
 * @param present lines in force
 * @param wanted lines of the file
 */
public record TableDifference(List<DelegationLine> present, List<DelegationTerms> wanted) {

    /** Lines that the file does not have any more. */
    public List<DelegationLine> ended() {
        return present.stream().filter(line -> wanted.stream().noneMatch(line.terms()::isAboutTheSame)).toList();
    }

    /** Lines about matters and amounts that are not in the table. */
    public List<DelegationTerms> added() {
        return wanted.stream()
                .filter(terms -> present.stream().noneMatch(line -> line.terms().isAboutTheSame(terms)))
                .toList();
    }

    /** Lines that say something else than the table. */
    public List<DelegationTerms> changed() {
        return wanted.stream()
                .filter(terms -> present.stream()
                        .anyMatch(line -> line.terms().isAboutTheSame(terms) && !line.terms().equals(terms)))
                .toList();
    }

    /** All of it in numbers. */
    public DelegationImport summary() {
        int unchanged = wanted.size() - added().size() - changed().size();
        return new DelegationImport(added().size(), changed().size(), ended().size(), unchanged, List.of());
    }
}
