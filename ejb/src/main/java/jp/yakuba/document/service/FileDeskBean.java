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
import java.util.Collection;
import java.util.UUID;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.api.VirusScanState;
import jp.yakuba.document.gateway.VirusScanner;
import jp.yakuba.document.model.VerifiedContent;
import jp.yakuba.document.store.FileStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** The file room: only other desks come in, and they answer for who may read what. */
@Stateless
public class FileDeskBean implements FileDesk {
    private FileIntake intake;
    private FileStore store;
    private VirusScanner scanner;
    private OfficeClock clock;

    protected FileDeskBean() {
        // for the container
    }

    @Inject
    public FileDeskBean(FileIntake intake, FileStore store, VirusScanner scanner, OfficeClock clock) {
        this.intake = intake;
        this.store = store;
        this.scanner = scanner;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public StoredFile keep(InputStream content, String declaredName, long limitBytes) {
        return intake.keep(content, declaredName, limitBytes);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public StoredFile keepOwn(InputStream content, String name, long limitBytes) {
        return intake.keepOwn(content, name, limitBytes);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public StoredFile keepFor(UUID use, InputStream content, String declaredName, long limitBytes) {
        return intake.keepFor(use, content, declaredName, limitBytes);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public StoredFile keepSealed(UUID use, InputStream content, String declaredName, long limitBytes) {
        return intake.keepSealed(use, content, declaredName, limitBytes);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public StoredFile describe(String sha256, String name) {
        return store.describe(sha256, name).orElseThrow(() -> new RuleViolation(NO_SUCH_FILE));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public void release(Collection<UUID> uses) {
        store.release(uses, clock.now());
    }

    @Override
    @RolesAllowed(Role.DESK)
    public InputStream open(String sha256) {
        var shape = store.find(sha256).orElseThrow(() -> new RuleViolation(NO_SUCH_FILE));
        int pieces = Math.max(1, shape.chunks());
        return new VerifiedContent(sha256, pieces, number -> store.piece(sha256, shape, number));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public byte[] read(String sha256, long from, int most) {
        return store.read(sha256, store.find(sha256).orElseThrow(() -> new RuleViolation(NO_SUCH_FILE)), from, most);
    }

    @Override
    @PermitAll // the health page tells everybody whether files are searched; it names neither host nor file
    public VirusScanState virusScan() {
        if (!scanner.isOn()) {
            return VirusScanState.OFF;
        }
        return scanner.answers() ? VirusScanState.WORKING : VirusScanState.SILENT;
    }
}
