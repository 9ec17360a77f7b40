package jp.yakuba.document.service.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Documents in a ZIP archive; names in it are read as UTF-8, or as programs in Japan wrote them before. */
final class ZippedDocuments implements Documents {
    private static final Charset FORMER = Charset.forName("windows-31j");
    private final ZipFile archive;

    ZippedDocuments(Path path) throws IOException {
        this.archive = open(path);
    }

    private static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException otherNames) {
            return new ZipFile(path.toFile(), FORMER);
        }
    }

    /** True if the archive can be opened and has a list. */
    static boolean hasList(Path path) {
        try (var archive = open(path)) {
            return archive.getEntry(LIST) != null;
        } catch (IOException broken) {
            return false;
        }
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        var entry = archive.getEntry(path.replace('\\', '/'));
        return entry == null || entry.isDirectory() ? Optional.empty() : Optional.of(archive.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
