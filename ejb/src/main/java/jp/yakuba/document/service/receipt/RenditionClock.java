package jp.yakuba.document.service.receipt;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import jp.yakuba.document.service.PdfPages;
import jp.yakuba.document.store.receipt.RenditionStore.Due;
import jp.yakuba.document.store.receipt.StagingStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PatientDeed;

/** Makes the PDF/A that were ordered, one at a time on each node, and forgets files that nobody entered for a week. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RenditionClock {
    private static final Logger LOG = System.getLogger(RenditionClock.class.getName());
    private static final Duration HELD = Duration.ofDays(7);

    private RenditionRound round;
    private StagingStore staging;
    private OfficeClock clock;
    private final PatientDeed making = new PatientDeed("Making PDF/A", this::makeDue);

    protected RenditionClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public RenditionClock(RenditionRound round, StagingStore staging, OfficeClock clock) {
        this.round = round;
        this.staging = staging;
        this.clock = clock;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "document: PDF/A beside originals")
    void make() {
        making.tick();
    }

    private void makeDue() {
        for (var due = round.claim(); due.isPresent(); due = round.claim()) {
            make(due.get());
        }
    }

    private void make(Due due) {
        try {
            var source = Files.createTempFile("yakuba-original-", ".part");
            var target = Files.createTempFile("yakuba-pdfa-", ".pdf");
            try {
                round.draw(due, source, target);
                round.keep(due, target);
            } catch (PdfPages.NotPossible obstacle) {
                round.giveUp(due, obstacle.obstacle());
            } finally {
                Files.deleteIfExists(source);
                Files.deleteIfExists(target);
            }
        } catch (IOException broken) {
            LOG.log(Level.WARNING, "The PDF/A of " + due.original() + " will be tried again", broken);
        }
    }

    @PermitAll // the container alone calls a timer
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    @Schedule(hour = "4", minute = "10", persistent = false, info = "document: files nobody entered")
    void sweep() {
        staging.removeOlderThan(clock.now().minus(HELD));
    }
}
