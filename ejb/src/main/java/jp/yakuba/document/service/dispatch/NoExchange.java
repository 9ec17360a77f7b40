package jp.yakuba.document.service.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jp.yakuba.document.gateway.DocumentExchange;

/** There is no exchange: whoever wants to send by it is told so. */
@ApplicationScoped
public class NoExchange implements DocumentExchange {
    @Override
    public boolean isConnected() {
        return false;
    }
}
