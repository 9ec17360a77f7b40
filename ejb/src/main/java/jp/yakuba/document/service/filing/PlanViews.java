package jp.yakuba.document.service.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.store.filing.FilingPlanStore;

/** Shows files with what lies in them. */
@ApplicationScoped
public class PlanViews {
    @Inject
    private FilingPlanStore store;

    /** The files in the order given. */
    List<DossierView> of(List<Dossier> dossiers) {
        var contents = store.contentsOf(dossiers.stream().map(Dossier::id).toList());
        return dossiers.stream().map(dossier -> {
            var lies = contents.getOrDefault(dossier.id(), new FilingPlanStore.Contents(0, 0));
            return dossier.view(lies.records(), lies.unfinished());
        }).toList();
    }

    /** One file. */
    DossierView of(Dossier dossier) {
        return of(List.of(dossier)).get(0);
    }
}
