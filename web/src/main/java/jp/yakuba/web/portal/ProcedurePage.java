package jp.yakuba.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.Town;

/** Behind {@code procedure.xhtml}: everything about one procedure before anything is typed. */
@Named
@RequestScoped
public class ProcedurePage {
    @Inject
    private CatalogueDesk desk;

    @Inject
    private Town town;

    @Inject
    private HttpServletRequest request;

    private ProcedureView procedure;

    /** Finds the procedure named in the address. */
    public void open() {
        procedure = desk.findByCode(Paths.part(request, 1)).orElseThrow(NotFound::new);
    }

    public ProcedureView getProcedure() {
        return procedure;
    }

    public SectionView getSection() {
        return town.section(procedure.section());
    }
}
