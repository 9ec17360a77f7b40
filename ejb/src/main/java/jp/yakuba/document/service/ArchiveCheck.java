package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.ARCHIVE_BOMB;
import static jp.yakuba.document.api.DocumentProblem.TYPE_NOT_TAKEN;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import jp.yakuba.kernel.RuleViolation;

/** Opens what is packed as ZIP (office documents too), counting what it grows to, and refuses what grows beyond measure. */
final class ArchiveCheck {
    private static final long LARGEST_BYTES = 500L * 1024 * 1024;
    private static final long SMALL_BYTES = 20L * 1024 * 1024;
    private static final long LARGEST_RATIO = 100;
    private static final int MOST_ENTRIES = 10_000;

    private final long packedBytes;
    private final byte[] piece = new byte[64 * 1024];
    private long unpackedBytes;

    private ArchiveCheck(long packedBytes) {
        this.packedBytes = packedBytes;
    }

    /** The names in the archive. */
    static Set<String> entriesOf(InputStream packed, long packedBytes) throws IOException {
        return new ArchiveCheck(packedBytes).walk(packed);
    }

    private Set<String> walk(InputStream packed) throws IOException {
        var names = new HashSet<String>();
        try (var archive = new ZipInputStream(packed)) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                names.add(entry.getName());
                if (names.size() > MOST_ENTRIES) {
                    throw new RuleViolation(ARCHIVE_BOMB);
                }
                refuseMacros(entry.getName());
                count(archive);
            }
        } catch (ZipException | IllegalArgumentException unreadable) {
            throw new RuleViolation(TYPE_NOT_TAKEN, "zip");
        }
        return names;
    }

    private void count(ZipInputStream archive) throws IOException {
        for (int read = archive.read(piece); read >= 0; read = archive.read(piece)) {
            unpackedBytes += read;
            boolean beyondRatio = unpackedBytes > SMALL_BYTES && unpackedBytes / LARGEST_RATIO > packedBytes;
            if (unpackedBytes > LARGEST_BYTES || beyondRatio) {
                throw new RuleViolation(ARCHIVE_BOMB);
            }
        }
    }

    private static void refuseMacros(String name) {
        if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
            throw new RuleViolation(TYPE_NOT_TAKEN, "macro");
        }
    }
}
