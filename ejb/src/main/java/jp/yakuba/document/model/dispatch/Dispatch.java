package jp.yakuba.document.model.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DispatchView;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.kernel.Actor;

/** That a decided draft was sent out under the number of a record (施行). */
@Entity
@Table(name = "doc_dispatch")
public class Dispatch {
    @Id
    private UUID recordId;

    private UUID draftId;

    @Enumerated(EnumType.STRING)
    private SealUse seal;

    private UUID sentBy;
    private String sentName;
    private Instant sentAt;

    protected Dispatch() {
        // for JPA
    }

    /** Sent by the actor. */
    public static Dispatch sent(UUID recordId, UUID draftId, SealUse seal, Actor by, Instant at) {
        var dispatch = new Dispatch();
        dispatch.recordId = recordId;
        dispatch.draftId = draftId;
        dispatch.seal = seal;
        dispatch.sentBy = by.id();
        dispatch.sentName = by.name();
        dispatch.sentAt = at;
        return dispatch;
    }

    /** As people see it, with the number of the record and to whom it went. */
    public DispatchView view(NumberedRecord record, List<DispatchView.Delivery> deliveries) {
        return new DispatchView(recordId, record.number(), record.outgoing().series(), seal, sentName, sentAt, deliveries);
    }
}
