package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.RecordEventLine;

/** What happened to a file, on the page of the file. */
@Named
@RequestScoped
public class DossierHistory {
    @Inject
    private FilingDesk desk;

    @Inject
    private DossierPage page;

    private List<RecordEventLine> steps;

    /** Latest first; none for a file that is not yet there, and for readers of other sections. */
    public List<RecordEventLine> getSteps() {
        if (steps == null) {
            steps = new ArrayList<>(page.getId() == null ? List.of() : desk.listHistory(page.getId()));
            Collections.reverse(steps);
        }
        return steps;
    }
}
