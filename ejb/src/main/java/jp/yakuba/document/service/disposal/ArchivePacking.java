package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DOSSIER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.service.disposal.ArchivePackage.Packed;
import jp.yakuba.document.store.disposal.ArchiveStore;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;

/** Brings what lies in a file onto local disk, has the package built there, and hands it out piece by piece. */
@ApplicationScoped
public class ArchivePacking {
    @Inject
    private FilingPlanStore plan;

    @Inject
    private ArchiveStore store;

    @Inject
    private FileDesk files;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private DisposalNotes notes;

    /** Writes the package of the file; returns its SHA-256. */
    String write(UUID dossierId, OutputStream out) {
        var dossier = plan.find(dossierId).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
        try {
            var folder = Files.createTempDirectory("yakuba-archive-");
            try {
                var records = store.listRecords(dossierId).stream().map(record -> brought(folder, record)).toList();
                var built = new ArchivePackage(organization.town().name(), nameOf(dossier.section()), notes.today())
                        .build(dossier.view(records.size(), 0), records, folder);
                return handOut(built, out);
            } finally {
                remove(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The package of a file could not be built", broken);
        }
    }

    /** The section as people call it, even if it is there no more. */
    private String nameOf(String section) {
        return organization.findEverKnown(section).map(SectionView::name).orElse(section);
    }

    private Packed brought(Path folder, ArchiveStore.Line record) {
        var paths = record.files().stream().map(file -> {
            try (var bytes = files.open(file.sha256())) {
                var path = folder.resolve(file.sha256());
                Files.copy(bytes, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                return new ArchivePackage.Content(path, file.name(), file.sha256());
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }).toList();
        return new Packed(record.number(), record.title(), record.party(), record.recordedAt(), record.historyEnd(), paths);
    }

    private static String handOut(Path built, OutputStream out) throws IOException {
        var digest = Sha256.begin();
        Files.copy(built, new DigestOutputStream(out, digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
