package jp.yakuba.exchange.service;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrentAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has copies fetched at once when somebody asks for news, instead of at the next minute. One does so at most, and none waits: the clock comes anyway. */
@ApplicationScoped
public class CopyBell {
    private static final Logger LOG = System.getLogger(CopyBell.class.getName());

    private final AtomicBoolean rung = new AtomicBoolean();

    @Resource
    private ManagedExecutorService executor;

    private CopyClock clock;

    protected CopyBell() {
        // for the container
    }

    /** For the container. */
    @Inject
    public CopyBell(CopyClock clock) {
        this.clock = clock;
    }

    CopyBell(CopyClock clock, ManagedExecutorService executor) {
        this(clock);
        this.executor = executor;
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) CopiesWanted wanted) {
        if (!rung.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::fetch);
        } catch (RejectedExecutionException busy) {
            rung.set(false);
            LOG.log(Level.DEBUG, "Nobody is free to fetch copies; the clock does so within a minute");
        }
    }

    private void fetch() {
        try {
            clock.fetch();
        } catch (ConcurrentAccessException atWork) {
            LOG.log(Level.DEBUG, "Copies are being fetched already; what is due now is among them");
        } finally {
            rung.set(false);
        }
    }
}
