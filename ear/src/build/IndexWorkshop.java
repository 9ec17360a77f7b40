import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.IndexWriter;
import org.jboss.jandex.Indexer;

/**
 * Gives every archive of the assembled application an index of its annotations ({@code META-INF/jandex.idx}), run by the build. WildFly
 * reads it instead of going through each class of each library at each start. An archive that brings one keeps it. What was in the
 * archives stays as it is, byte for byte and in its order: signed libraries stay signed, and manifests come first.
 *
 * <p>Arguments: the application (an EAR), and the time that new entries bear, so that the same sources give the same bytes.
 */
final class IndexWorkshop {
    private static final String INDEX = "META-INF/jandex.idx";
    private static final String OF_ARCHIVES = ".*\\.[ew]ar";

    private final FileTime time;

    private IndexWorkshop(FileTime time) {
        this.time = time;
    }

    public static void main(String[] arguments) throws IOException {
        new IndexWorkshop(FileTime.from(Instant.parse(arguments[1]))).application(Path.of(arguments[0]));
    }

    private void application(Path ear) throws IOException {
        try (var inside = open(ear)) {
            inEachArchive(inside.getPath("/"));
        }
    }

    /** Works on copies outside, for an archive inside of another cannot be opened for writing. */
    private void inEachArchive(Path folder) throws IOException {
        var copies = new LinkedHashMap<Path, Path>();
        for (var archive : named(folder, ".*\\.[jw]ar")) {
            var copy = Files.createTempFile("yakuba-index", archive.getFileName().toString());
            copies.put(archive, Files.copy(archive, copy, StandardCopyOption.REPLACE_EXISTING));
        }
        copies.values().parallelStream().forEach(this::archive);
        for (var made : copies.entrySet()) {
            Files.copy(made.getValue(), made.getKey(), StandardCopyOption.REPLACE_EXISTING);
            Files.delete(made.getValue());
            stamp(made.getKey());
        }
    }

    private void archive(Path archive) {
        try (var inside = open(archive)) {
            if (archive.toString().matches(OF_ARCHIVES)) {
                index(inside.getPath("/WEB-INF/classes"));
                inEachArchive(inside.getPath("/WEB-INF/lib"));
            } else {
                index(inside.getPath("/"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(archive + " cannot be given an index", unreadable);
        }
    }

    private void index(Path root) throws IOException {
        var index = root.resolve(INDEX);
        if (Files.exists(index)) {
            return;
        }
        var indexer = new Indexer();
        for (var file : named(root, ".*\\.class")) {
            try (var bytes = Files.newInputStream(file)) {
                indexer.index(bytes);
            }
        }
        if (!Files.exists(index.getParent())) {
            Files.createDirectory(index.getParent());
            stamp(index.getParent());
        }
        try (var out = Files.newOutputStream(index)) {
            new IndexWriter(out).write(indexer.complete());
        }
        stamp(index);
    }

    private void stamp(Path file) throws IOException {
        Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(time, time, time);
    }

    /** What is below the folder by that name. Variants of classes for a newer Java bear the annotations of those that all see. */
    private static List<Path> named(Path folder, String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(name) && !file.startsWith(folder.resolve("META-INF"))).sorted().toList();
        }
    }

    /** Archives inside are packed already; packed once more they only cost time, here and at every start. */
    private static FileSystem open(Path archive) throws IOException {
        return FileSystems.newFileSystem(archive, Map.of("compressionMethod", archive.toString().matches(OF_ARCHIVES) ? "STORED" : "DEFLATED"));
    }
}
