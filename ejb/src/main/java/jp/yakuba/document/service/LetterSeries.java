package jp.yakuba.document.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;

/**
 * The series of numbers of sections (文書番号). That of a section that was opened within the year begins at 1, or goes on behind
 * those it took over from if the town has decided so; it always goes on where the letter is the same, for no number is given twice.
 */
@ApplicationScoped
public class LetterSeries {
    /** What the town has decided: {@code begin} or {@code continue}. */
    static final String AFTER_REORGANISATION = "numbers.after-reorganisation";

    @Inject
    private RecordStore records;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** The next number of the section; the series waits for this deed's end. */
    public long next(Direction direction, String section, int fiscalYear) {
        var before = goneBefore(section);
        return before.isEmpty()
                ? records.next(direction, section, fiscalYear)
                : records.next(direction, section, fiscalYear, records.lastOf(direction, before, fiscalYear));
    }

    /** The sections behind whose numbers the section goes on. */
    private List<String> goneBefore(String section) {
        var today = clock.today();
        var ancestors = organization.ancestorsOf(section, today);
        if (ancestors.isEmpty()) {
            return List.of();
        }
        var letter = organization.findEverKnown(section).map(SectionView::letter).orElse("");
        boolean goesOn = goesOn(today);
        return ancestors.stream()
                .filter(one -> goesOn || organization.findEverKnown(one).map(SectionView::letter).filter(letter::equals).isPresent())
                .toList();
    }

    private boolean goesOn(LocalDate today) {
        return organization.findSetting(AFTER_REORGANISATION, today).filter("continue"::equals).isPresent();
    }
}
