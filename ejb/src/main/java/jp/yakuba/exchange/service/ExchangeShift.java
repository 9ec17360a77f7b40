package jp.yakuba.exchange.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Those who work at the exchange of a node: a few at once, so that a letter of a gigabyte holds no other up. Each is called when something
 * was left in a deed, and by the clock, and goes home when nothing is due.
 */
@ApplicationScoped
public class ExchangeShift {
    private static final Logger LOG = System.getLogger(ExchangeShift.class.getName());
    private static final int AT_ONCE = 3;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ExchangeWorker worker;

    /** Calls one more to work if there is a place. */
    public void call() {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException busy) {
            places.release();
            LOG.log(Level.DEBUG, "Nobody is free for the exchange; the clock calls again within seconds");
        }
    }

    private void work() {
        try {
            worker.workOff();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The exchange stopped and is called again: {0}", failure.getClass().getSimpleName());
        } finally {
            places.release();
        }
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) ParcelWaiting waiting) {
        call();
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArrivalWaiting waiting) {
        call();
    }
}
