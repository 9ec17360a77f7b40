package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_SECTION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;

/**
 * Whose affairs are whose since sections were merged, split or moved: what is new goes to the section of today, what was there
 * stays where it was written and is found from there.
 */
@ApplicationScoped
public class SectionKin {
    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** The section that has the affairs today; refused if there is none. */
    public SectionView present(String section) {
        return organization.successorsOf(section, clock.today()).stream().findFirst()
                .orElseThrow(() -> new RuleViolation(NO_SUCH_SECTION, section));
    }

    /** The section and all it has taken over from, itself first. */
    public List<String> withAncestors(String section) {
        return Stream.concat(Stream.of(section), organization.ancestorsOf(section, clock.today()).stream()).toList();
    }

    /** True if both are the same today, or one section of today has the affairs of both. */
    public boolean isSame(String one, String other) {
        return one.equals(other) || !Collections.disjoint(heirs(one), heirs(other));
    }

    private List<String> heirs(String section) {
        return organization.successorsOf(section, clock.today()).stream().map(SectionView::code).toList();
    }
}
