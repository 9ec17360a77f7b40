package jp.yakuba.document.service.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.yakuba.document.model.VerifiedContent;
import jp.yakuba.document.service.FileIntake;
import jp.yakuba.document.service.PdfPages;
import jp.yakuba.document.store.FileStore;
import jp.yakuba.document.store.receipt.RenditionStore;
import jp.yakuba.document.store.receipt.RenditionStore.Due;
import jp.yakuba.kernel.OfficeClock;

/** The steps of making a PDF/A: taken, drawn on local disk outside every transaction, put beside its original. */
@ApplicationScoped
public class RenditionRound {
    private static final int MOST_ATTEMPTS = 3;
    private static final long LARGEST_BYTES = 1024L * 1024 * 1024;

    @Inject
    private RenditionStore store;

    @Inject
    private FileStore files;

    @Inject
    private FileIntake intake;

    @Inject
    private OfficeClock clock;

    /** The next that is due; one that failed too often is given up. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Due> claim() {
        var due = store.claim(clock.now());
        if (due.isPresent() && due.get().attempts() > MOST_ATTEMPTS) {
            store.impossible(due.get().original(), PdfPages.Obstacle.FAILED.name(), clock.now());
            return Optional.empty();
        }
        return due;
    }

    /** Draws the PDF/A of the original into the target. */
    void draw(Due due, Path source, Path target) throws IOException {
        var shape = files.find(due.original()).orElseThrow(() -> new IOException("Gone: " + due.original()));
        try (var bytes = new VerifiedContent(due.original(), Math.max(1, shape.chunks()),
                number -> files.piece(due.original(), shape, number))) {
            Files.copy(bytes, source, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        PdfaMaker.make(source, due.mediaType(), target);
    }

    /** Keeps what was drawn beside the original. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(Due due, Path target) throws IOException {
        try (var bytes = Files.newInputStream(target)) {
            var kept = intake.keep(bytes, due.original().substring(0, 12) + ".pdf", LARGEST_BYTES);
            store.made(due.original(), kept.sha256(), clock.now());
        }
    }

    /** Says that there will be none. */
    @Transactional(TxType.REQUIRES_NEW)
    public void giveUp(Due due, PdfPages.Obstacle obstacle) {
        store.impossible(due.original(), obstacle.name(), clock.now());
    }
}
