package jp.yakuba.document.service.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Documents that lie in a folder. A path that leads out of it, by dots or by a link, leads nowhere. */
final class LaidOutDocuments implements Documents {
    private final Path folder;

    LaidOutDocuments(Path folder) throws IOException {
        this.folder = folder.toRealPath();
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        try {
            var wanted = folder.resolve(path.replace('\\', '/')).normalize();
            if (!wanted.startsWith(folder) || !Files.isRegularFile(wanted) || !wanted.toRealPath().startsWith(folder)) {
                return Optional.empty();
            }
            return Optional.of(new BufferedInputStream(Files.newInputStream(wanted)));
        } catch (InvalidPathException strange) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
