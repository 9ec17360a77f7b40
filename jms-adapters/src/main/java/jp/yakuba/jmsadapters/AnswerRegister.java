package jp.yakuba.jmsadapters;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.yakuba.application.api.CoreAnswerDesk;
import jp.yakuba.kernel.Role;
import jp.yakuba.messaging.api.Envelope;
import jp.yakuba.messaging.api.InboxDesk;

/** Enters an answer: the inbox row, the end of the question's waiting, and the effect, in one transaction. */
@Stateless
@RunAs(Role.SYSTEM)
public class AnswerRegister {
    @Inject
    private InboxDesk inbox;

    @Inject
    private CoreAnswerDesk answers;

    /** Enters the answer that came from the queue, or refuses it; a copy has no effect. */
    @RolesAllowed(Role.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void enter(String source, Envelope envelope) {
        var answer = AnswerForm.read(source, envelope);
        if (!inbox.accept(envelope.messageId(), source, envelope.type())) {
            return;
        }
        if (answer.isPresent()) {
            if (!inbox.answered(answer.get().inReplyTo())) {
                throw new NotProcessable("answers a message that was never sent");
            }
            answers.take(answer.get());
        }
    }
}
