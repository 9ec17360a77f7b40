package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.model.paper.FormPaper;
import jp.yakuba.application.model.paper.Sheet;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Prints forms with the names of town and office on them. Called by the application's desks only. */
@ApplicationScoped
public class FormPrinting {
    private CatalogueShelf catalogue;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected FormPrinting() {
        // for the container
    }

    @Inject
    public FormPrinting(CatalogueShelf catalogue, OrganizationDesk organization, OfficeClock clock) {
        this.catalogue = catalogue;
        this.organization = organization;
        this.clock = clock;
    }

    /** The empty form as PDF. */
    public void writeEmpty(FormDefinition form, String language, OutputStream out) {
        var procedure = catalogue.today().stream()
                .filter(candidate -> candidate.code().equals(form.procedure()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(ApplicationProblem.NO_SUCH_PROCEDURE, form.procedure()));
        FormPaper.write(Sheet.empty(procedure, form, head(), office(procedure.section())), language, out);
    }

    /** Title of the town's head, such as 芽室町長, to whom every form is addressed. */
    public String head() {
        var town = organization.town();
        return town.headTitle();
    }

    /** Name and phone of a section. */
    public String office(String section) {
        return organization.findSection(section, clock.today())
                .map(found -> found.phone() == null ? found.name() : found.name() + "　電話 " + found.phone())
                .orElse(section);
    }
}
