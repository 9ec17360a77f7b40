package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import jp.yakuba.application.api.Remedy;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Decision.Issued;
import jp.yakuba.application.model.Decision.Outcome;
import jp.yakuba.application.model.Instruction;
import jp.yakuba.application.model.RemedyPeriods;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/** In whose name decisions go out, and what they say about remedies (教示): once said, it stays with the decision. */
@ApplicationScoped
public class Remedies {
    private static final String REVIEW_MONTHS = "remedy.review.months";
    private static final String REVIEW_LIMIT_YEARS = "remedy.review.limit-years";
    private static final String SUIT_MONTHS = "remedy.suit.months";
    private static final String SUIT_LIMIT_YEARS = "remedy.suit.limit-years";
    private static final String RULING_MONTHS = "remedy.ruling.months";

    @Inject
    private Forms forms;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** What becomes of the application, if what is drafted is decided today. */
    Outcome outcome(Application application) {
        var remedy = remedyOf(application);
        return application.decision().outcome(remedy != null && remedy.isElsewhere());
    }

    /** What a decision says that is made today. */
    Instruction today(Application application) {
        var remedy = remedyOf(application);
        boolean ownRefusal = remedy != null && remedy.isElsewhere() && !application.decision().isGrant();
        return said(ownRefusal ? null : remedy, periods(clock.today()));
    }

    private Remedy remedyOf(Application application) {
        return forms.lastKnown(application.arrival().procedure()).remedy();
    }

    private Instruction said(Remedy remedy, RemedyPeriods periods) {
        var town = organization.town();
        return Instruction.of(remedy, town.name(), town.headTitle(), periods);
    }

    /** What goes out with the decision, as it stays. */
    Issued issued(Application application, Instruction said) {
        return new Issued(issuer(said), forms.lastKnown(application.arrival().procedure()).legalGround(), said.words(),
                said.isElsewhere() ? said.authority() : null);
    }

    /** What went out with the decision; of one made before that was kept, what every decision said then. */
    Issued of(Application application) {
        return application.decision().issued().orElseGet(() -> issued(application, said(null, RemedyPeriods.USUAL)));
    }

    /** The head signs with title and name, a board by its name; what is only handed on is the head's own letter. */
    private String issuer(Instruction said) {
        var town = organization.town();
        return said.isElsewhere() || said.authority().equals(town.headTitle())
                ? town.headTitle() + "　" + town.headName() : said.authority();
    }

    private RemedyPeriods periods(LocalDate day) {
        var usual = RemedyPeriods.USUAL;
        return new RemedyPeriods(
                number(REVIEW_MONTHS, day, usual.reviewMonths()), number(REVIEW_LIMIT_YEARS, day, usual.reviewLimitYears()),
                number(SUIT_MONTHS, day, usual.suitMonths()), number(SUIT_LIMIT_YEARS, day, usual.suitLimitYears()),
                number(RULING_MONTHS, day, usual.rulingMonths()));
    }

    private int number(String key, LocalDate day, int usual) {
        return organization.findSetting(key, day).map(Integer::parseInt).orElse(usual);
    }
}
