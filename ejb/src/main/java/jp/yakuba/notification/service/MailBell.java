package jp.yakuba.notification.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The bell that wakes the mail sender right after a commit; rings that pile up count as one. */
@ApplicationScoped
public class MailBell {
    private static final Logger LOG = System.getLogger(MailBell.class.getName());

    private final AtomicBoolean rung = new AtomicBoolean();

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private MailSender sender;

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWaiting waiting) {
        if (!rung.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::answer);
        } catch (RejectedExecutionException busy) {
            rung.set(false);
            LOG.log(Level.DEBUG, "The bell was not heard; the timer sends within seconds");
        }
    }

    private void answer() {
        rung.set(false);
        sender.sendDue();
    }
}
