package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_FILE;
import static jp.yakuba.document.api.DocumentProblem.SCAN_UNAVAILABLE;
import static jp.yakuba.document.api.DocumentProblem.VIRUS_FOUND;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.api.VirusScanState;
import jp.yakuba.document.gateway.VirusScanner;
import jp.yakuba.document.model.VerifiedContent;
import jp.yakuba.document.store.FileStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** The file room: only other desks come in, and they answer for who may read what. */
@Stateless
public class FileDeskBean implements FileDesk {
    /** Signs that no name needs: they steer machines, or turn the direction of reading so that an ending looks like another. */
    private static final String UNSEEN = "[\\p{Cntrl}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";
    private final ContentCheck check = new ContentCheck();
    private FileStore store;
    private VirusScanner scanner;
    private OfficeClock clock;

    protected FileDeskBean() {
        // for the container
    }

    @Inject
    public FileDeskBean(FileStore store, VirusScanner scanner, OfficeClock clock) {
        this.store = store;
        this.scanner = scanner;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public StoredFile keep(InputStream content, String declaredName, long limitBytes) {
        try (var file = SpooledFile.of(content, limitBytes)) {
            var name = lastPart(declaredName);
            var stored = new StoredFile(file.sha256(), file.size(), check.typeOf(file, name), name);
            scan(file);
            try (var bytes = file.read()) {
                store.put(stored, scanner.isOn(), clock.now(), bytes);
            }
            return stored;
        } catch (IOException broken) {
            throw new UncheckedIOException("A file could not be taken in", broken);
        }
    }

    @Override
    @RolesAllowed(Role.DESK)
    public InputStream open(String sha256) {
        var shape = store.find(sha256).orElseThrow(() -> new RuleViolation(NO_SUCH_FILE));
        int pieces = Math.max(1, shape.chunks());
        return new VerifiedContent(sha256, pieces, number -> store.piece(sha256, shape, number));
    }

    @Override
    @PermitAll // the health page tells everybody whether files are searched; it names neither host nor file
    public VirusScanState virusScan() {
        if (!scanner.isOn()) {
            return VirusScanState.OFF;
        }
        return scanner.answers() ? VirusScanState.WORKING : VirusScanState.SILENT;
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
        var last = given.substring(given.lastIndexOf('/') + 1).replaceAll(UNSEEN, "").strip();
        return last.isEmpty() ? "file" : last.substring(Math.max(0, last.length() - 200));
    }
}
