package jp.yakuba.document.service.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.document.store.signing.SignatureStore;

/** Takes away who signed what, and what stood beside it, when the file of a record is gone. */
@ApplicationScoped
public class SigningsEnd {
    @Inject
    private SignatureStore store;

    void ended(@Observes RecordsEnded event) {
        event.records().forEach(record -> store.forget(record.recordId()));
    }
}
