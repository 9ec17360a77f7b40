package jp.yakuba.document.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jp.yakuba.document.model.VerifiedContent;
import jp.yakuba.document.store.FileStore;

/** Reads kept files for whoever works on their bytes; fails if they are not the ones that were kept. */
@ApplicationScoped
public class KeptFiles {
    @Inject
    private FileStore store;

    /** All bytes of the file. */
    public byte[] read(String sha256) throws IOException {
        try (var bytes = open(sha256)) {
            return bytes.readAllBytes();
        }
    }

    /** Copies a file of any size to local disk, piece by piece. */
    public void copy(String sha256, Path target) throws IOException {
        try (var bytes = open(sha256)) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The bytes of the file, piece by piece. */
    public InputStream open(String sha256) throws IOException {
        var shape = store.find(sha256).orElseThrow(() -> new IOException("Gone: " + sha256));
        return new VerifiedContent(sha256, Math.max(1, shape.chunks()), number -> store.piece(sha256, shape, number));
    }
}
