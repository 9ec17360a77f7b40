package jp.yakuba.document.service.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.service.record.ShieldedRecords;
import jp.yakuba.document.store.filing.FilingPlanStore;

/** Shows files with what lies in them, and what happened to them. */
@ApplicationScoped
public class PlanViews {
    @Inject
    private FilingPlanStore store;

    @Inject
    private RecordHistory history;

    @Inject
    private ShieldedRecords shielded;

    /** What happened to a file, as whoever acts may read it: reasons are words of people. */
    List<RecordEventLine> history(UUID dossierId) {
        return shielded.hidden(history.of(dossierId), step -> List.copyOf(step.facts().values()), RecordEventLine::withFacts);
    }

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
