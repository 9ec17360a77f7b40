package jp.yakuba.resident.service;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.messaging.api.LeaveMessage;
import jp.yakuba.messaging.api.OutboxDesk;
import jp.yakuba.resident.api.LedgerAnswer;

/** Leaves the ledger's answers in the outbox. */
@ApplicationScoped
public class LedgerMail {
    private static final String QUEUE = "yakuba.core.ledger.answer";
    private static final String TYPE = "jp.yakuba.core.ledger.answer";

    private OutboxDesk outbox;

    protected LedgerMail() {
        // for the container
    }

    @Inject
    public LedgerMail(OutboxDesk outbox) {
        this.outbox = outbox;
    }

    /** Leaves an answer, in the transaction of whatever it tells of. */
    public void answer(LedgerAnswer answer) {
        var json = JSON.createObjectBuilder()
                .add("causeId", answer.causeId().toString())
                .add("outcome", answer.outcome())
                .add("problems", JSON.createArrayBuilder(answer.problems()));
        if (answer.inReplyTo() != null) {
            json.add("inReplyTo", answer.inReplyTo().toString());
        }
        if (answer.eventId() != null) {
            json.add("eventId", answer.eventId().toString());
        }
        outbox.leave(new LeaveMessage(UUID.randomUUID(), QUEUE, "ledger:" + answer.causeId(), TYPE, 1,
                json.build().toString(), false));
    }
}
