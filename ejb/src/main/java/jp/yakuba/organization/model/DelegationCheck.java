package jp.yakuba.organization.model;

import static jp.yakuba.organization.api.DelegationFault.Kind.DECIDER_UNCLEAR;
import static jp.yakuba.organization.api.DelegationFault.Kind.MATTER_UNREADABLE;
import static jp.yakuba.organization.api.DelegationFault.Kind.NAME_MISSING;
import static jp.yakuba.organization.api.DelegationFault.Kind.POST_UNKNOWN;
import static jp.yakuba.organization.api.DelegationFault.Kind.SECTION_UNKNOWN;
import static jp.yakuba.organization.api.DelegationFault.Kind.SOURCE_MISSING;
import static jp.yakuba.organization.api.DelegationFault.Kind.TWICE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.organization.api.DelegationFault;
import jp.yakuba.organization.api.DelegationTerms;
import jp.yakuba.organization.api.DelegationTerms.Beside;

/**
 * What a line of the delegation table must keep: it names a matter, a rule and one decider, and only posts and sections that
 * exist on its first day.
 *
 * @param chart the organisation
 * @param from the first day
 */
public record DelegationCheck(Chart chart, LocalDate from) {

    /** What is wrong with a line, after those before it in the file. */
    List<DelegationFault> faultsOf(DelegationTerms terms, List<DelegationTerms> before, int line) {
        var faults = new ArrayList<DelegationFault>();
        add(faults, line, MATTER_UNREADABLE, terms.matter(), terms.matter() == null || !terms.matter().matches("[a-z0-9][a-z0-9-]*"));
        add(faults, line, NAME_MISSING, terms.matter(), terms.name() == null || terms.name().isBlank());
        add(faults, line, SOURCE_MISSING, terms.matter(), terms.source() == null || terms.source().isBlank());
        add(faults, line, DECIDER_UNCLEAR, terms.matter(), (terms.deciderRank() == null) == (terms.deciderPost() == null));
        posts(terms).filter(post -> chart.post(post, from).isEmpty())
                .forEach(post -> add(faults, line, POST_UNKNOWN, post, true));
        terms.besides().stream().map(Beside::section)
                .filter(section -> section != null && chart.section(section, from).isEmpty())
                .forEach(section -> add(faults, line, SECTION_UNKNOWN, section, true));
        add(faults, line, TWICE, terms.matter(), terms.matter() != null && before.stream().anyMatch(terms::isAboutTheSame));
        return faults;
    }

    /** What is wrong with a single line. */
    public List<DelegationFault> faultsOf(DelegationTerms terms) {
        return faultsOf(terms, List.of(), 1);
    }

    private static Stream<String> posts(DelegationTerms terms) {
        var decider = terms.deciderPost() == null ? Stream.<String>empty() : Stream.of(terms.deciderPost());
        return Stream.concat(decider, terms.besides().stream().map(Beside::post).filter(post -> post != null));
    }

    private static void add(
            List<DelegationFault> faults, int line, DelegationFault.Kind kind, String value, boolean wrong) {
        if (wrong) {
            faults.add(new DelegationFault(line, kind, value == null ? "" : value));
        }
    }
}
