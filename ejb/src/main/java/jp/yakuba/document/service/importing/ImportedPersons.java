package jp.yakuba.document.service.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.yakuba.audit.api.PersonsBehind;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.document.store.importing.ImportStore;

/** Tells which persons of the ledger documents of an earlier system are about, and forgets it with the file of the record. */
@ApplicationScoped
public class ImportedPersons {
    /** What causes records that were taken over. */
    static final String CAUSE = "import";

    @Inject
    private ImportStore store;

    void asked(@Observes PersonsBehind question) {
        if (CAUSE.equals(question.causeType()) && !question.causes().isEmpty()) {
            store.listPersons(question.causes()).forEach(question::tell);
        }
    }

    void ended(@Observes RecordsEnded event) {
        event.records().stream().filter(record -> CAUSE.equals(record.causeType())).forEach(record -> store.forget(record.causeId()));
    }
}
