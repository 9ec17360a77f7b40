package jp.yakuba.document.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import jp.yakuba.document.model.VerifiedContent;
import jp.yakuba.document.store.FileStore;

/** Reads small kept files whole, for whoever works on their bytes; fails if they are not the ones that were kept. */
@ApplicationScoped
public class KeptFiles {
    @Inject
    private FileStore store;

    /** All bytes of the file. */
    public byte[] read(String sha256) throws IOException {
        var shape = store.find(sha256).orElseThrow(() -> new IOException("Gone: " + sha256));
        try (var bytes = new VerifiedContent(sha256, Math.max(1, shape.chunks()), number -> store.piece(sha256, shape, number))) {
            return bytes.readAllBytes();
        }
    }
}
