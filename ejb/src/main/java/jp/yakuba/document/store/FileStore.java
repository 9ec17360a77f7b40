package jp.yakuba.document.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.yakuba.document.api.StoredFile;

/** Where the bytes of files are kept: small ones whole, large ones in pieces of one megabyte. */
@ApplicationScoped
public class FileStore {
    private static final int PIECE = 1024 * 1024;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A kept file's number of pieces; 0 if it lies whole in its row. */
    public record Shape(int chunks) {}

    public Optional<Shape> find(String sha256) {
        List<?> found = entities.createNativeQuery("SELECT chunks FROM doc_file WHERE sha256 = ?1")
                .setParameter(1, sha256)
                .getResultList();
        return found.stream().findFirst().map(chunks -> new Shape(((Number) chunks).intValue()));
    }

    /** Puts the content away once; bytes that are here already are not written again. */
    public void put(StoredFile file, boolean scanned, Instant at, InputStream content) throws IOException {
        boolean small = file.size() <= PIECE;
        int chunks = small ? 0 : Math.toIntExact((file.size() + PIECE - 1) / PIECE);
        var row = entities.createNativeQuery("""
                        INSERT INTO doc_file (sha256, size, media_type, scan, kept_at, chunks, content)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, %s) ON CONFLICT (sha256) DO NOTHING
                        """.formatted(small ? "?7" : "NULL"))
                .setParameter(1, file.sha256())
                .setParameter(2, file.size())
                .setParameter(3, file.mediaType())
                .setParameter(4, scanned ? "CLEAN" : "NOT_SCANNED")
                .setParameter(5, at)
                .setParameter(6, chunks);
        int inserted = (small ? row.setParameter(7, content.readAllBytes()) : row).executeUpdate();
        for (int number = 0; inserted == 1 && number < chunks; number++) {
            putPiece(file.sha256(), number, content.readNBytes(PIECE));
        }
    }

    /** One piece of a file. */
    public byte[] piece(String sha256, Shape shape, int number) {
        var query = shape.chunks() == 0
                ? entities.createNativeQuery("SELECT content FROM doc_file WHERE sha256 = ?1", byte[].class)
                : entities.createNativeQuery(
                                "SELECT content FROM doc_file_chunk WHERE sha256 = ?1 AND number = ?2", byte[].class)
                        .setParameter(2, number);
        return (byte[]) query.setParameter(1, sha256).getSingleResult();
    }

    private void putPiece(String sha256, int number, byte[] content) {
        entities.createNativeQuery("INSERT INTO doc_file_chunk (sha256, number, content) VALUES (?1, ?2, ?3)")
                .setParameter(1, sha256)
                .setParameter(2, number)
                .setParameter(3, content)
                .executeUpdate();
    }
}
