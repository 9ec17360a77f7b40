package jp.yakuba.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that somebody brings to a page. They lie in the folder of the build and go with it, not among the temporary files of the machine. */
final class Brought {
    private static final Path FOLDER = Path.of("target", "brought").toAbsolutePath();

    private Brought() {}

    /** A place for one of the name. */
    static Path file(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(FOLDER), "file").resolve(name);
    }
}
