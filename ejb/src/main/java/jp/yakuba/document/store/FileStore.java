package jp.yakuba.document.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.StoredFile;

/** Where the bytes of files are kept: small ones whole, large ones in pieces of one megabyte. */
@ApplicationScoped
public class FileStore {
    static final int PIECE = 1024 * 1024;

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

    /** What is known of the file, under the name that its owner gives it. */
    public Optional<StoredFile> describe(String sha256, String name) {
        List<?> found = entities.createNativeQuery("SELECT size, media_type FROM doc_file WHERE sha256 = ?1", Object[].class)
                .setParameter(1, sha256)
                .getResultList();
        return found.stream().findFirst().map(Object[].class::cast)
                .map(row -> new StoredFile(sha256, ((Number) row[0]).longValue(), (String) row[1], name));
    }

    /** True if the bytes are here; they stay here until the deed ends, whatever comes to its end meanwhile. */
    public boolean hold(String sha256) {
        return !entities.createNativeQuery("SELECT 1 FROM doc_file WHERE sha256 = ?1 FOR KEY SHARE", Integer.class)
                .setParameter(1, sha256)
                .getResultList()
                .isEmpty();
    }

    /** Puts the content away for good; bytes that are here already are not written again. */
    public void put(StoredFile file, boolean scanned, Instant at, InputStream content) throws IOException {
        int lent = entities.createNativeQuery("DELETE FROM doc_lent_file WHERE sha256 = ?1").setParameter(1, file.sha256()).executeUpdate();
        if (lent == 0 || find(file.sha256()).isEmpty()) {
            write(file, scanned, at, content);
        }
        hold(file.sha256()); // what was here already goes with no other record's end before this deed is over
    }

    /**
     * Puts the content away for uses alone. If the bytes are here already their row is locked and renewed, so that whoever sweeps
     * comes either before, and they are written again, or after, and finds them in use.
     */
    public void lend(StoredFile file, boolean scanned, Instant at, InputStream content) throws IOException {
        int renewed = entities.createNativeQuery("UPDATE doc_lent_file SET kept_at = ?2 WHERE sha256 = ?1")
                .setParameter(1, file.sha256())
                .setParameter(2, at)
                .executeUpdate();
        if (renewed == 0 && write(file, scanned, at, content)) {
            entities.createNativeQuery("INSERT INTO doc_lent_file (sha256, kept_at) VALUES (?1, ?2)")
                    .setParameter(1, file.sha256())
                    .setParameter(2, at)
                    .executeUpdate();
        }
    }

    /** Somebody outside of the register needs the file. */
    public void use(UUID use, String sha256) {
        entities.createNativeQuery("INSERT INTO doc_file_use (id, sha256) VALUES (?1, ?2)")
                .setParameter(1, use)
                .setParameter(2, sha256)
                .executeUpdate();
    }

    /** The uses have ended; from now on the time runs after which the bytes are swept. */
    public void release(Collection<UUID> uses, Instant at) {
        if (!uses.isEmpty()) {
            entities.createNativeQuery("""
                            WITH ended AS (DELETE FROM doc_file_use WHERE id IN (?1) RETURNING sha256)
                            UPDATE doc_lent_file l SET kept_at = ?2 WHERE l.sha256 IN (SELECT sha256 FROM ended)
                            """)
                    .setParameter(1, uses)
                    .setParameter(2, at)
                    .executeUpdate();
        }
    }

    /**
     * Takes away files that were kept for uses alone before the moment and that nothing uses any more; returns how many. Rows that
     * somebody has at hand are left for the next round.
     */
    public int sweep(Instant before, int most) {
        List<?> unused = entities.createNativeQuery("""
                        SELECT l.sha256 FROM doc_lent_file l
                        WHERE l.kept_at < ?1
                            AND NOT EXISTS (SELECT 1 FROM doc_file_use u WHERE u.sha256 = l.sha256)
                            AND NOT EXISTS (SELECT 1 FROM doc_record_file r WHERE r.sha256 = l.sha256)
                            AND NOT EXISTS (SELECT 1 FROM doc_staged_file s WHERE s.sha256 = l.sha256)
                            AND NOT EXISTS (SELECT 1 FROM doc_rendition o WHERE o.original = l.sha256 OR o.sha256 = l.sha256)
                        ORDER BY l.kept_at LIMIT ?2 FOR UPDATE OF l SKIP LOCKED
                        """)
                .setParameter(1, before)
                .setParameter(2, most)
                .getResultList();
        if (!unused.isEmpty()) {
            for (var table : List.of("doc_lent_file", "doc_file_chunk", "doc_file")) {
                entities.createNativeQuery("DELETE FROM " + table + " WHERE sha256 IN (?1)").setParameter(1, unused).executeUpdate();
            }
        }
        return unused.size();
    }

    boolean write(StoredFile file, boolean scanned, Instant at, InputStream content) throws IOException {
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
        return inserted == 1;
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

    /** Bytes from a place on, read from the piece in which it lies. */
    public byte[] read(String sha256, Shape shape, long from, int most) {
        var found = new ByteArrayOutputStream(most);
        int number = Math.toIntExact(from / PIECE);
        int begin = (int) (from % PIECE);
        for (; number < Math.max(1, shape.chunks()) && found.size() < most; number++) {
            var piece = piece(sha256, shape, number);
            if (begin < piece.length) {
                found.write(piece, begin, Math.min(piece.length - begin, most - found.size()));
            }
            begin = 0;
        }
        return found.toByteArray();
    }

    private void putPiece(String sha256, int number, byte[] content) {
        entities.createNativeQuery("INSERT INTO doc_file_chunk (sha256, number, content) VALUES (?1, ?2, ?3)")
                .setParameter(1, sha256)
                .setParameter(2, number)
                .setParameter(3, content)
                .executeUpdate();
    }
}
