package jp.yakuba.messaging.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jp.yakuba.kernel.Bell;

/** The bell that wakes the sender right after a commit, so that a message leaves at once. */
@ApplicationScoped
public class SenderBell {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private OutboxSender sender;

    private Bell bell;

    @PostConstruct
    void hang() {
        bell = new Bell(executor, sender::sendDue);
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageWaiting waiting) {
        bell.ring();
    }
}
