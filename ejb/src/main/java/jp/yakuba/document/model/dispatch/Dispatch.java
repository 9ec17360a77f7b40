package jp.yakuba.document.model.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.document.api.SealUse;
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

    public UUID recordId() {
        return recordId;
    }

    public SealUse seal() {
        return seal;
    }

    public String sentName() {
        return sentName;
    }

    public Instant sentAt() {
        return sentAt;
    }
}
