package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.GONE_ALREADY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.document.store.record.Reader;
import jp.yakuba.kernel.RuleViolation;

/** What the actor may hold and see held. */
@ApplicationScoped
public class HoldPlaces {
    @Inject
    private OwnRecords records;

    @Inject
    private OwnReach reach;

    @Inject
    private LifeStore lives;

    @Inject
    private FilingPlanStore plan;

    /** The actor as one who reads. */
    Reader reader() {
        return records.reader();
    }

    /** A record the actor may read. */
    UUID requireReadable(UUID recordId) {
        return records.get(recordId).id();
    }

    void requireKeeping(String section, String deed) {
        reach.requireKeeping(section, deed);
    }

    /** The section of a record whose end the actor may stop; the file it lies in stays locked until the deed ends. */
    String requireKept(UUID recordId) {
        var line = records.get(recordId);
        if (!reach.keeps(line.section())) {
            reach.requireKeeping(line.holder(), "document.hold.place");
        }
        lives.findFiling(recordId).flatMap(filing -> plan.lock(filing.dossierId())).filter(dossier -> dossier.isGone())
                .ifPresent(gone -> {
                    throw new RuleViolation(GONE_ALREADY, gone.facts().code());
                });
        return line.holder();
    }
}
