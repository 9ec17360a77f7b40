package jp.yakuba.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.portal.api.GuideDesk;
import jp.yakuba.portal.api.GuideLine;
import jp.yakuba.web.application.StateWords;

/** Behind {@code home.xhtml}: what can be done here, and for those signed in what is going on. */
@Named
@RequestScoped
public class HomePage {
    private static final List<String> ASKED_OFTEN = List.of("residence-certificate", "my-number-card", "child-allowance", "seal-registration");

    @Inject
    private GuideDesk guides;

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private ApplicationDesk applications;

    @Inject
    private DraftDesk drafts;

    private List<GuideLine> lines;
    private List<ProcedureView> often;
    private MyBox box;

    /** Numbers of the box for people signed in: to do, under way, drafts. */
    public record MyBox(long yours, long underWay, int drafts) {}

    /** The guides that are open. */
    public List<GuideLine> getGuides() {
        if (lines == null) {
            lines = guides.list();
        }
        return lines;
    }

    /** Procedures that many look for, as far as the catalogue has them. */
    public List<ProcedureView> getOften() {
        if (often == null) {
            often = ASKED_OFTEN.stream().flatMap(code -> catalogue.findByCode(code).stream()).toList();
        }
        return often;
    }

    public MyBox getBox() {
        if (box == null) {
            var states = applications.listMine().stream()
                    .flatMap(bundle -> bundle.applications().stream())
                    .map(line -> line.state())
                    .toList();
            box = new MyBox(
                    states.stream().filter(state -> state == ApplicationState.CORRECTION).count(),
                    states.stream().filter(state -> !StateWords.isOver(state)).count(),
                    drafts.listMine().size());
        }
        return box;
    }
}
