package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.ProcedureView;

/** Behind {@code office/forms.xhtml}: the procedures that an author may tell of and whose forms he may write. */
@Named
@RequestScoped
public class FormsPage {
    @Inject
    private CatalogueDesk catalogue;

    private String words;
    private List<ProcedureView> procedures;

    /** Procedures that are valid today; with words those that fit. */
    public List<ProcedureView> getProcedures() {
        if (procedures == null) {
            procedures = words == null || words.isBlank() ? catalogue.list() : catalogue.find(words);
        }
        return procedures;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
