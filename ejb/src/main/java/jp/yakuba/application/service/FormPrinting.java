package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.model.paper.FormPaper;
import jp.yakuba.application.model.paper.Sheet;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Prints forms with the names of town and office on them. Called by the application's desks only. */
@ApplicationScoped
public class FormPrinting {
    private CatalogueShelf catalogue;
    private EmptyForms drawn;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected FormPrinting() {
        // for the container
    }

    @Inject
    public FormPrinting(CatalogueShelf catalogue, EmptyForms drawn, OrganizationDesk organization, OfficeClock clock) {
        this.catalogue = catalogue;
        this.drawn = drawn;
        this.organization = organization;
        this.clock = clock;
    }

    /** The empty form as PDF, drawn as it now stands. */
    public void writeEmpty(FormDefinition form, String language, OutputStream out) {
        var procedure = procedure(form);
        FormPaper.write(Sheet.empty(procedure, form, head(), office(procedure.section())), language, out);
    }

    /** A published form, empty, as PDF: drawn once and kept. */
    public void writePublished(FormDefinition form, String language, OutputStream out) {
        var procedure = procedure(form);
        var key = new EmptyForms.Key(procedure, form.version(), language, head(), office(procedure.section()));
        try {
            out.write(drawn.get(key, paper -> FormPaper.write(
                    Sheet.empty(procedure, form, key.head(), key.office()), language, paper)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private ProcedureView procedure(FormDefinition form) {
        return catalogue.today().stream()
                .filter(candidate -> candidate.code().equals(form.procedure()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(ApplicationProblem.NO_SUCH_PROCEDURE, form.procedure()));
    }

    /** Title of the town's head, such as 芽室町長, to whom every form is addressed. */
    public String head() {
        var town = organization.town();
        return town.headTitle();
    }

    /** Name and phone of a section. */
    public String office(String section) {
        return organization.successorsOf(section, clock.today()).stream().findFirst()
                .map(found -> found.phone() == null ? found.name() : found.name() + "　電話 " + found.phone())
                .orElse(section);
    }
}
