package jp.yakuba.document.service.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.document.store.dispatch.DispatchStore;
import jp.yakuba.document.store.drafting.DraftingStore;

/**
 * Hears, inside the deed, that records went: every version of what was drafted, what was decided on, and to whom it was sent go with
 * them, or nothing does. Who wrote what when stays, with its hash.
 */
@ApplicationScoped
public class DraftsEnd {
    @Inject
    private DraftingStore drafts;

    @Inject
    private DispatchStore dispatches;

    @Inject
    private ApprovalDesk approval;

    void ended(@Observes RecordsEnded event) {
        for (var record : event.records()) {
            if (DraftBook.SUBJECT.equals(record.causeType())) {
                forget(record.causeId(), event.protocolNumber());
            } else if (DispatchStore.CAUSE.equals(record.causeType())) {
                dispatches.forget(record.recordId());
            }
        }
    }

    private void forget(UUID draft, String protocol) {
        drafts.forget(draft);
        approval.forget(DraftBook.SUBJECT, draft, protocol);
    }
}
