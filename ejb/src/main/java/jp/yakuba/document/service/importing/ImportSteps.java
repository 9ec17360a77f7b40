package jp.yakuba.document.service.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.ImportState;
import jp.yakuba.document.model.importing.DocumentImport;
import jp.yakuba.document.store.importing.ImportStore;
import jp.yakuba.kernel.OfficeClock;

/** The short deeds on an import as a whole: taken up, begun, broken off, finished. */
@ApplicationScoped
public class ImportSteps {
    private static final String BREAK = "document.import.break";

    @Inject
    private ImportStore store;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** The next import that this node may prepare. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<DocumentImport> claim(UUID worker, Collection<String> sources) {
        return store.claim(worker, sources).flatMap(store::find);
    }

    /** This node goes on with it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void renew(UUID importId, UUID worker) {
        store.renew(importId, worker);
    }

    /** Begins it or goes on with it; empty if it is not to go on. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<DocumentImport> begin(UUID importId, ImportList.Shape list) {
        var job = store.lock(importId).filter(one -> one.state().isOpen());
        job.ifPresent(one -> {
            if (list.lines() == 0) {
                one.breakOff("empty", null);
            } else {
                one.begin(list.sha256(), list.lines(), clock.now());
            }
            if (one.state() == ImportState.BROKEN) {
                note(BREAK, one, one.view(true).problem());
            } else if (one.isAtItsEnd()) {
                finish(one);
            }
        });
        return job.filter(one -> one.state() == ImportState.RUNNING);
    }

    /** The list as a whole cannot be taken. */
    @Transactional(TxType.REQUIRES_NEW)
    public void breakOff(UUID importId, String problem, String detail) {
        store.lock(importId).filter(one -> one.state().isOpen()).ifPresent(one -> {
            one.breakOff(problem, detail);
            note(BREAK, one, problem);
        });
    }

    /** Every line is done with, in the caller's deed. */
    void finish(DocumentImport job) {
        job.finish(clock.now());
        var sheet = job.view(true);
        note(job.isOnlyCheck() ? "document.import.check" : "document.import", job,
                "%d + %d + %d / %d".formatted(sheet.taken(), sheet.there(), sheet.faulty(), sheet.total()));
    }

    /** Writes the deed into the audit log. */
    void note(String deed, DocumentImport job, String reason) {
        audit.changed(new AuditNote(deed, null, "import", job.id().toString(), reason));
    }
}
