package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.yakuba.application.model.Occasion;
import jp.yakuba.application.model.ProcessingPeriod;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;

/** Says when and by whom something happens now. */
@ApplicationScoped
public class Occasions {
    @Inject
    private OfficeClock clock;

    @Inject
    private OrganizationDesk organization;

    /** The applicant does something now. */
    public Occasion ofApplicant(String words) {
        return new Occasion(clock.now(), Occasion.APPLICANT, words, period());
    }

    /** The section does something now; the history names the section, never the clerk. */
    public Occasion ofSection(String section, String words) {
        return new Occasion(clock.now(), sectionName(section), words, period());
    }

    /** The office's own machines do something now. */
    public Occasion ofOffice(String words) {
        return new Occasion(clock.now(), Occasion.OFFICE, words, period());
    }

    /** The name of the section that has the affairs of a section today. */
    public String sectionName(String section) {
        return organization.successorsOf(section, clock.today()).stream().findFirst()
                .or(() -> organization.findEverKnown(section)).map(SectionView::name).orElse(section);
    }

    private ProcessingPeriod period() {
        return new ProcessingPeriod(organization.calendar());
    }
}
