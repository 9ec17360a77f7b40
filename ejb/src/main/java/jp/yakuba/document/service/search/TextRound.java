package jp.yakuba.document.service.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.yakuba.document.model.VerifiedContent;
import jp.yakuba.document.model.search.Bigrams;
import jp.yakuba.document.service.search.TextReader.Read;
import jp.yakuba.document.service.search.TextReader.State;
import jp.yakuba.document.store.FileStore;
import jp.yakuba.document.store.search.IndexStore;
import jp.yakuba.document.store.search.IndexStore.Unread;
import jp.yakuba.kernel.OfficeClock;

/** The steps by which a record comes into the index: taken, its files read outside every transaction, put. */
@ApplicationScoped
public class TextRound {
    private static final int AT_ONCE = 200;
    private static final long QUICK_BYTES = 64 * 1024;
    private static final long MOST_BYTES_AT_ONCE = 4 * 1024 * 1024;
    private static final int MOST_ATTEMPTS = 3;
    private static final int SECONDS = 60;

    @Inject
    private IndexStore index;

    @Inject
    private FileStore files;

    @Inject
    private OfficeClock clock;

    @Resource
    private ManagedExecutorService executor;

    /** The next records that are due. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<UUID> claim() {
        return index.claim(clock.now(), AT_ONCE);
    }

    /** Files of the record are read now, which may bring the node down; returns how often that was begun. */
    @Transactional(TxType.REQUIRES_NEW)
    public int begin(UUID recordId) {
        return index.begin(recordId, clock.now());
    }

    /** Other nodes may take these. */
    @Transactional(TxType.REQUIRES_NEW)
    public void giveBack(List<UUID> records) {
        index.giveBack(records);
    }

    /** Files of the records whose text nobody has read yet. */
    @Transactional(TxType.REQUIRES_NEW)
    public Map<UUID, List<Unread>> unread(List<UUID> records) {
        return index.listUnread(records);
    }

    /** True if the file is read in no time: small plain text, or nothing to read at all. */
    static boolean isQuick(Unread file) {
        return !TextReader.takes(file.mediaType()) || TextReader.isPlain(file.mediaType()) && file.size() <= QUICK_BYTES;
    }

    /** Reads the text of a file; one that brought the reader down before is not tried again. */
    Read read(Unread file, int attempts) throws IOException {
        if (!TextReader.takes(file.mediaType())) {
            return Read.without(State.NONE);
        }
        if (file.size() > TextReader.LARGEST_BYTES) {
            return Read.without(State.TOO_LARGE);
        }
        return attempts > MOST_ATTEMPTS ? Read.without(State.BROKEN) : readOnDisk(file);
    }

    private Read readOnDisk(Unread file) throws IOException {
        var path = Files.createTempFile("yakuba-text-", ".part");
        try {
            var shape = files.find(file.sha256()).orElseThrow(() -> new IOException("Gone: " + file.sha256()));
            try (var bytes = new VerifiedContent(file.sha256(), Math.max(1, shape.chunks()),
                    number -> files.piece(file.sha256(), shape, number))) {
                Files.copy(bytes, path, StandardCopyOption.REPLACE_EXISTING);
            }
            return inTime(path, file.mediaType());
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** A program that reads strange bytes may never come to an end: it has a minute, and a thread of its own. */
    private Read inTime(Path path, String mediaType) {
        var reading = executor.submit(() -> TextReader.read(path, mediaType));
        try {
            return reading.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            reading.cancel(true);
            return Read.without(State.TOO_SLOW);
        } catch (ExecutionException broken) {
            return Read.without(State.BROKEN); // an error: no memory, too deeply nested
        } catch (InterruptedException closing) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The office closes", closing);
        }
    }

    /** Keeps the text of files. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(Map<Unread, Read> read) {
        read.forEach((file, one) -> index.keep(file.sha256(), one.state().name(), one.text(), clock.now()));
    }

    /** The records are found from now on; not so many at a time that their texts fill the memory. */
    @Transactional(TxType.REQUIRES_NEW)
    public void put(List<UUID> records) {
        var part = new ArrayList<UUID>();
        long bytes = 0;
        for (var weighed : new TreeMap<>(index.weigh(records)).entrySet()) {
            if (!part.isEmpty() && bytes + weighed.getValue() > MOST_BYTES_AT_ONCE) {
                putPart(part);
                part.clear();
                bytes = 0;
            }
            part.add(weighed.getKey());
            bytes += weighed.getValue();
        }
        if (!part.isEmpty()) {
            putPart(part);
        }
    }

    private void putPart(List<UUID> records) {
        Map<UUID, Set<String>> pairs = new TreeMap<>();
        index.listWords(records).forEach((record, words) -> pairs.put(record, Bigrams.of(words)));
        index.put(pairs);
    }
}
