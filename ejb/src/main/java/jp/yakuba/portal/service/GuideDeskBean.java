package jp.yakuba.portal.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.portal.api.GuideDesk;
import jp.yakuba.portal.api.GuideLine;
import jp.yakuba.portal.api.GuideStep;
import jp.yakuba.portal.api.PortalProblem;

/** The guide desk: answers from the guides' data and today's catalogue, and remembers nobody. */
@Stateless
public class GuideDeskBean implements GuideDesk {
    private GuideShelf shelf;
    private CatalogueDesk catalogue;

    protected GuideDeskBean() {
        // for the container
    }

    @Inject
    public GuideDeskBean(GuideShelf shelf, CatalogueDesk catalogue) {
        this.shelf = shelf;
        this.catalogue = catalogue;
    }

    /** Open: whoever looks for the right procedure has not signed in yet. */
    @Override
    @PermitAll
    public List<GuideLine> list() {
        return shelf.list().stream().map(guide -> new GuideLine(guide.code(), guide.name(), guide.summary(), guide.icon())).toList();
    }

    /** Open: keeps nothing of what is answered. */
    @Override
    @PermitAll
    public GuideStep next(String code, Map<String, String> answers) {
        var guide = shelf.list().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(PortalProblem.NO_SUCH_GUIDE, code));
        var question = guide.next(answers);
        return question == null ? result(guide, answers) : asked(guide, question, answers);
    }

    private static GuideStep asked(Guide guide, Guide.Question question, Map<String, String> answers) {
        return new GuideStep(
                guide.code(), guide.name(), question.id(), question.text(), question.hint(), question.choices(), question.multiple(),
                guide.counted(answers).size() + 1, guide.atMost(answers), List.of(), Map.of());
    }

    private GuideStep result(Guide guide, Map<String, String> answers) {
        var procedures = guide.procedures(answers).stream().flatMap(code -> catalogue.findByCode(code).stream()).toList();
        int asked = guide.counted(answers).size();
        return new GuideStep(
                guide.code(), guide.name(), null, null, null, List.of(), false, asked, asked, procedures, guide.facts(answers));
    }
}
