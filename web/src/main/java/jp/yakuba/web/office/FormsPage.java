package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.ProcedureView;

/** Behind {@code office/forms.xhtml}: the procedures whose forms an author may open. */
@Named
@RequestScoped
public class FormsPage {
    @Inject
    private CatalogueDesk catalogue;

    /** Procedures that are valid today. */
    public List<ProcedureView> getProcedures() {
        return catalogue.list();
    }
}
