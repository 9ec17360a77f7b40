package jp.yakuba.document.service.record;

import static jp.yakuba.document.api.DocumentProblem.DOSSIER_CLOSED;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.record.RecordLife;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Says that records are done with (完結), and takes them up again. */
@ApplicationScoped
public class Completion {
    @Inject
    private LifeStore lives;

    @Inject
    private FilingPlanStore plan;

    @Inject
    private RecordHistory history;

    @Inject
    private OfficeClock clock;

    /** Done with because its cause is; a second time it changes nothing. */
    public void ofCause(UUID recordId) {
        var life = lives.lock(recordId).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD));
        if (life.state().isUnfinished()) {
            of(life);
        }
    }

    /** Done with. */
    void of(RecordLife life) {
        life.complete(clock.today());
        history.note(life.recordId(), RecordEventKind.COMPLETED, Map.of("on", clock.today()));
    }

    /** Taken up again, unless its file is closed and counted already. */
    void takeBack(RecordLife life, String reason) {
        lives.findFiling(life.recordId()).flatMap(filing -> plan.find(filing.dossierId()))
                .filter(dossier -> !dossier.isOpen())
                .ifPresent(dossier -> {
                    throw new RuleViolation(DOSSIER_CLOSED, dossier.facts().code());
                });
        life.reopen();
        history.note(life.recordId(), RecordEventKind.REOPENED, Map.of("reason", reason));
    }
}
