package jp.yakuba.document.service.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.yakuba.document.api.ImportSource;

/**
 * The import folder of the office, named by {@code YAKUBA_IMPORT}: whoever may write on the server lays folders and ZIP archives
 * there. Without it nothing is imported.
 */
@ApplicationScoped
public class ImportArea {
    private static final String ARCHIVE = ".zip";
    private final Path folder;

    public ImportArea() {
        this(System.getProperty("yakuba.import", System.getenv("YAKUBA_IMPORT")));
    }

    ImportArea(String folder) {
        this.folder = folder == null || folder.isBlank() ? null : Path.of(folder.strip());
    }

    /** True if there is one. */
    public boolean isThere() {
        return folder != null && Files.isDirectory(folder);
    }

    /** What lies in it, by name. */
    public List<ImportSource> list() {
        try (var found = isThere() ? Files.list(folder) : Stream.<Path>empty()) {
            return found.filter(path -> Files.isReadable(path) && (Files.isDirectory(path) || isArchive(path)))
                    .map(ImportArea::source).sorted((one, other) -> one.name().compareTo(other.name())).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The import folder cannot be read", unreadable);
        }
    }

    private static ImportSource source(Path path) {
        boolean archive = !Files.isDirectory(path);
        return new ImportSource(path.getFileName().toString(), archive,
                archive ? ZippedDocuments.hasList(path) : Files.isRegularFile(path.resolve(Documents.LIST)));
    }

    private static boolean isArchive(Path path) {
        return Files.isRegularFile(path) && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ARCHIVE);
    }

    /** What lies there under the name, with its list; empty if nothing does. */
    public Optional<ImportSource> find(String name) {
        return list().stream().filter(source -> source.name().equals(name) && source.listed()).findFirst();
    }

    /** Names of what lies there; nothing is opened. */
    List<String> names() {
        try (var found = isThere() ? Files.list(folder) : Stream.<Path>empty()) {
            return found.map(path -> path.getFileName().toString()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The import folder cannot be read", unreadable);
        }
    }

    /** Opens what lies there under the name. */
    Documents open(String name) throws IOException {
        var path = folder.resolve(name);
        return Files.isDirectory(path) ? new LaidOutDocuments(path) : new ZippedDocuments(path);
    }
}
