package jp.yakuba.jmsadapters;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jp.yakuba.kernel.Role;

/** Receives the answers of the hygiene system (環境衛生). */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/" + HygieneAnswers.QUEUE),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "3")
})
@RunAs(Role.SYSTEM)
public class HygieneAnswers extends QueueReceiver implements MessageListener {
    static final String QUEUE = "yakuba.core.hygiene.answer";

    @Inject
    private AnswerRegister register;

    @Override
    @PermitAll // only the broker delivers
    public void onMessage(Message message) {
        receive(QUEUE, message, register::enter);
    }
}
