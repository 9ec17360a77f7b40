package jp.yakuba.document.service.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipException;
import jp.yakuba.document.model.importing.DocumentImport;
import jp.yakuba.document.service.importing.ImportPreparation.Position;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;

/**
 * Takes one import from where it is to its end, some hundred lines a deed. Whatever kills this node costs the lines at hand alone:
 * another start reads the list from the first line that is not done with.
 */
@ApplicationScoped
public class ImportRound {
    private static final Logger LOG = System.getLogger(ImportRound.class.getName());
    private static final long BETWEEN_WORDS = Duration.ofSeconds(10).toNanos();
    private static final String REQUEST = "import";

    private final UUID worker = UUID.randomUUID();

    @Inject
    private ImportArea area;

    @Inject
    private ImportSteps steps;

    @Inject
    private ImportPreparation preparation;

    @Inject
    private ImportBatch batch;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** The next import that this node may take to its end. */
    Optional<DocumentImport> claim() {
        return steps.claim(worker, area.names());
    }

    /** Takes it there, or as far as somebody lets it go. */
    void run(DocumentImport job) {
        actor.actAs(job.orderer(), REQUEST);
        try (var documents = area.open(job.source())) {
            var shape = ImportList.look(documents);
            var begun = steps.begin(job.id(), shape);
            if (begun.isPresent()) {
                try (var list = ImportList.open(documents, shape)) {
                    take(begun.get(), list, documents);
                }
            }
        } catch (ImportList.Unreadable unreadable) {
            steps.breakOff(job.id(), unreadable.problem(), unreadable.detail());
        } catch (ZipException broken) {
            steps.breakOff(job.id(), "archive", null);
        } catch (IOException broken) {
            throw new UncheckedIOException("An import cannot be read", broken);
        }
    }

    private void take(DocumentImport begun, ImportList list, Documents documents) throws IOException {
        var seen = passOver(begun, list);
        var job = begun;
        long spoken = System.nanoTime();
        LOG.log(Level.INFO, "Import {0} begins after {1} of {2} lines", job.id(), job.done(), job.total());
        while (job != null && !job.isAtItsEnd()) {
            steps.renew(job.id(), worker);
            try (var prepared = preparation.next(list, documents, new Position(job.done(), job.total(), job.isOnlyCheck()))) {
                job = batch.take(job.id(), job.done(), prepared, seen);
            }
            if (job != null && (job.isAtItsEnd() || System.nanoTime() - spoken > BETWEEN_WORDS)) {
                spoken = System.nanoTime();
                LOG.log(Level.INFO, "Import {0}: {1} of {2} lines, {3} with faults", job.id(), job.done(), job.total(),
                        job.view(true).faulty());
            }
        }
    }

    /** Passes over what is done with; numbers that were only looked at are known again, for nothing in the database knows them. */
    private Set<UUID> passOver(DocumentImport job, ImportList list) throws IOException {
        var seen = new HashSet<UUID>();
        for (int passed = 0; passed < job.done(); passed++) {
            var row = list.next(passed + 2, clock.today());
            if (job.isOnlyCheck() && row != null && row.holds()) {
                seen.add(row.causeId(job.origin()));
            }
        }
        return seen;
    }
}
