package jp.yakuba.document.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import jp.yakuba.document.api.StoredFile;
import org.hibernate.Session;

/** Where the bytes of many files at once are put away, with few statements and never many of them in memory. */
@ApplicationScoped
public class FileBatchStore {
    private static final long BATCH_BYTES = 4L * FileStore.PIECE;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    @Inject
    private FileStore files;

    /** A file on local disk that is to be put away. */
    public interface Source {
        StoredFile file();

        boolean isScanned();

        InputStream read() throws IOException;
    }

    /** Puts many files away for good with as few statements as their sizes allow; none of them goes before the deed is over. */
    public void putAll(Collection<? extends Source> sources, Instant at) throws IOException {
        var byHash = new TreeMap<String, Source>(); // in one order, so that two deeds with the same bytes wait and do not block each other
        sources.forEach(source -> byHash.putIfAbsent(source.file().sha256(), source));
        if (byHash.isEmpty()) {
            return;
        }
        entities.createNativeQuery("DELETE FROM doc_lent_file WHERE sha256 IN (?1)").setParameter(1, byHash.keySet()).executeUpdate();
        var missing = new TreeMap<>(byHash);
        missing.keySet().removeAll(holdAll(byHash.keySet()));
        writeSmall(missing.values().stream().filter(source -> source.file().size() <= FileStore.PIECE).toList(), at);
        for (var large : missing.values()) {
            if (large.file().size() > FileStore.PIECE) {
                try (var bytes = large.read()) {
                    files.write(large.file(), large.isScanned(), at, bytes);
                }
            }
        }
        if (holdAll(missing.keySet()).size() < missing.size()) {
            throw new IllegalStateException("A file was taken away in the same moment; the deed is to be done again");
        }
    }

    private List<String> holdAll(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return List.of();
        }
        return entities.createNativeQuery("SELECT sha256 FROM doc_file WHERE sha256 IN (?1) ORDER BY sha256 FOR KEY SHARE", String.class)
                .setParameter(1, hashes)
                .getResultStream()
                .map(String.class::cast)
                .toList();
    }

    /** Small files in batches that hold a few megabytes at most. */
    private void writeSmall(List<? extends Source> sources, Instant at) {
        if (!sources.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> {
                try (var insert = connection.prepareStatement("""
                        INSERT INTO doc_file (sha256, size, media_type, scan, kept_at, chunks, content) VALUES (?, ?, ?, ?, ?, 0, ?)
                        ON CONFLICT (sha256) DO NOTHING
                        """)) {
                    long held = 0;
                    for (var source : sources) {
                        bind(insert, source, at);
                        insert.addBatch();
                        held += source.file().size();
                        if (held > BATCH_BYTES) {
                            insert.executeBatch();
                            held = 0;
                        }
                    }
                    insert.executeBatch();
                }
            });
        }
    }

    private static void bind(PreparedStatement insert, Source source, Instant at) throws SQLException {
        insert.setString(1, source.file().sha256());
        insert.setLong(2, source.file().size());
        insert.setString(3, source.file().mediaType());
        insert.setString(4, source.isScanned() ? "CLEAN" : "NOT_SCANNED");
        insert.setObject(5, at.atOffset(ZoneOffset.UTC));
        try (var bytes = source.read()) {
            insert.setBytes(6, bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A file that was checked cannot be read again", unreadable);
        }
    }
}
