package jp.yakuba.jmsadapters;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jp.yakuba.kernel.Role;

/** Receives what the resident ledger (住民記録) is asked to enter. */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/" + LedgerRequests.QUEUE),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "3")
})
@RunAs(Role.SYSTEM)
public class LedgerRequests extends QueueReceiver implements MessageListener {
    static final String QUEUE = "yakuba.core.ledger.request";

    @Inject
    private LedgerRegister register;

    @Override
    @PermitAll // only the broker delivers
    public void onMessage(Message message) {
        receive(QUEUE, message, register::enter);
    }
}
