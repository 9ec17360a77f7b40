package jp.yakuba.document.service.masking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.document.store.masking.MaskStore;

/** Takes sheets of masks away, and the copies made from them, when the file of a record is gone. */
@ApplicationScoped
public class MasksEnd {
    @Inject
    private MaskStore store;

    void ended(@Observes RecordsEnded event) {
        event.records().forEach(record -> store.forget(record.recordId()));
    }
}
