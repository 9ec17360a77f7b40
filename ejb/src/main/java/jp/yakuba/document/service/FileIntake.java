package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.SCAN_UNAVAILABLE;
import static jp.yakuba.document.api.DocumentProblem.VIRUS_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.gateway.VirusScanner;
import jp.yakuba.document.store.FileStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.VisibleText;

/** Takes files in: to local disk first, looked at and searched there, and only then into the store. */
@ApplicationScoped
public class FileIntake {
    private static final int LONGEST_NAME = 200;
    private static final String CONTAINER = "application/vnd.etsi.asic-e+zip";

    private final ContentCheck check = new ContentCheck();

    private FileStore store;
    private VirusScanner scanner;
    private OfficeClock clock;

    protected FileIntake() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public FileIntake(FileStore store, VirusScanner scanner, OfficeClock clock) {
        this.store = store;
        this.scanner = scanner;
        this.clock = clock;
    }

    /** Somebody who looks at a kept file while it still lies on local disk. */
    @FunctionalInterface
    public interface Look<T> {
        T at(StoredFile file, Path path) throws IOException;
    }

    /** Takes a file of the usual types in. */
    public StoredFile keep(InputStream content, String declaredName, long limitBytes) {
        return keep(content, declaredName, limitBytes, Set.of(), (file, path) -> file);
    }

    /** Takes in what this office has made itself: nothing of it came from outside, so that no deed of the law waits for a scanner. */
    public StoredFile keepOwn(InputStream content, String name, long limitBytes) {
        try (var file = SpooledFile.of(content, limitBytes)) {
            var stored = new StoredFile(file.sha256(), file.size(), check.typeOf(file, name, Set.of()), lastPart(name));
            try (var bytes = file.read()) {
                store.put(stored, false, clock.now(), bytes);
            }
            return stored;
        } catch (IOException broken) {
            throw new UncheckedIOException("A file of this office could not be kept", broken);
        }
    }

    /** Takes a file of the usual types in for a use outside of the register. */
    public StoredFile keepFor(UUID use, InputStream content, String declaredName, long limitBytes) {
        return keep(content, declaredName, limitBytes, Set.of(), store::lend, (file, path) -> {
            store.use(use, file.sha256());
            return file;
        });
    }

    /** Takes in, for a use outside of the register, a container that its caller has looked through part by part. */
    public StoredFile keepSealed(UUID use, InputStream content, String declaredName, long limitBytes) {
        try (var file = SpooledFile.of(content, limitBytes)) {
            scan(file);
            var stored = new StoredFile(file.sha256(), file.size(), CONTAINER, lastPart(declaredName));
            try (var bytes = file.read()) {
                store.lend(stored, scanner.isOn(), clock.now(), bytes);
            }
            store.use(use, stored.sha256());
            return stored;
        } catch (IOException broken) {
            throw new UncheckedIOException("A container could not be taken in", broken);
        }
    }

    /** Takes a file of the usual types, or one of those named besides, and lets it be looked at. */
    public <T> T keep(InputStream content, String declaredName, long limitBytes, Set<String> besides, Look<T> look) {
        return keep(content, declaredName, limitBytes, besides, store::put, look);
    }

    /** How bytes are put away. */
    @FunctionalInterface
    private interface Putting {
        void put(StoredFile file, boolean scanned, Instant at, InputStream content) throws IOException;
    }

    private <T> T keep(
            InputStream content, String declaredName, long limitBytes, Set<String> besides, Putting putting, Look<T> look) {
        try (var checked = check(content, declaredName, limitBytes, besides)) {
            try (var bytes = checked.read()) {
                putting.put(checked.file(), checked.isScanned(), clock.now(), bytes);
            }
            return look.at(checked.file(), checked.path());
        } catch (IOException broken) {
            throw new UncheckedIOException("A file could not be taken in", broken);
        }
    }

    /** Looks at a file as at every other that is taken in, and keeps it on local disk alone until it is closed. */
    public CheckedFile check(InputStream content, String declaredName, long limitBytes, Set<String> besides) throws IOException {
        var file = SpooledFile.of(content, limitBytes);
        try {
            var name = lastPart(declaredName);
            var stored = new StoredFile(file.sha256(), file.size(), check.typeOf(file, name, besides), name);
            scan(file);
            return new CheckedFile(stored, scanner.isOn(), file);
        } catch (IOException | RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    private void scan(SpooledFile file) throws IOException {
        if (!scanner.isOn()) {
            return;
        }
        try (var bytes = file.read()) {
            scanner.findVirus(bytes).ifPresent(virus -> {
                throw new RuleViolation(VIRUS_FOUND, virus);
            });
        } catch (IOException silent) {
            throw new RuleViolation(SCAN_UNAVAILABLE);
        }
    }

    private static String lastPart(String name) {
        var given = name == null ? "" : name.replace('\\', '/');
        var last = VisibleText.of(given.substring(given.lastIndexOf('/') + 1)).replaceAll("\\p{Cntrl}", "").strip();
        return last.isEmpty() ? "file" : last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }
}
