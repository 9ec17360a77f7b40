package jp.yakuba.notification.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jp.yakuba.kernel.Bell;

/** The bell that wakes the mail sender right after a commit. */
@ApplicationScoped
public class MailBell {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private MailSender sender;

    private Bell bell;

    @PostConstruct
    void hang() {
        bell = new Bell(executor, sender::sendDue);
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWaiting waiting) {
        bell.ring();
    }
}
