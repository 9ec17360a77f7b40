package jp.yakuba.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the server of one office lays what it needs for a moment: files on their way in and out, pictures of pages, what a converter writes. They
 * may tell of people, so nobody else on the machine reads them.
 */
final class TemporaryFolder {
    private static final String OURS_ALONE = "rwx------";

    private TemporaryFolder() {}

    /** The folder, empty; what a server that was killed left there is gone. Only while no server of the office runs. */
    static Path emptied(Path folder) throws IOException {
        var permissions = PosixFilePermissions.fromString(OURS_ALONE);
        if (Files.isDirectory(folder)) {
            Files.setPosixFilePermissions(folder, permissions);
        } else {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(permissions));
        }
        try (var left = Files.list(folder)) {
            for (var one : left.toList()) {
                Folders.delete(one);
            }
        }
        return folder;
    }
}
