package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.RemedyWay;
import jp.yakuba.kernel.Assurance;

/** What authors choose from when they tell of a procedure, new or not. */
@Named
@RequestScoped
public class AuthorChoices {
    @Inject
    private CatalogueDesk catalogue;

    /** Levels of identity a procedure may ask for. */
    public Assurance[] getIdentities() {
        return Assurance.values();
    }

    /** Ways of objecting to a decision that differ from the usual. */
    public RemedyWay[] getRemedyWays() {
        return RemedyWay.values();
    }

    /** Life events by which a procedure is found. */
    public List<Choice> getLifeEvents() {
        return catalogue.listLifeEvents();
    }
}
