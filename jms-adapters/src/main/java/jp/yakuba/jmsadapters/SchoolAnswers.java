package jp.yakuba.jmsadapters;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jp.yakuba.kernel.Role;

/** Receives the answers of the school board's system (教育委員会). */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/" + SchoolAnswers.QUEUE),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "3")
})
@RunAs(Role.SYSTEM)
public class SchoolAnswers extends QueueReceiver implements MessageListener {
    static final String QUEUE = "yakuba.core.school.answer";

    @Inject
    private AnswerRegister register;

    @Override
    @PermitAll // only the broker delivers
    public void onMessage(Message message) {
        receive(QUEUE, message, register::enter);
    }
}
