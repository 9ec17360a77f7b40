package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.NoResultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.service.container.HeadGlance;
import jp.yakuba.exchange.store.ArrivalStore;

/** Reads the head of a refused container from its last pieces alone, for it may be of two gigabytes and somebody waits for the page. */
@ApplicationScoped
public class QuarantinedEnd {
    private static final long ENOUGH = 10L * 1024 * 1024;

    @Inject
    private ArrivalStore store;

    /** What the head says, unproven; empty if it cannot be read. All pieces must be here. */
    public Optional<LetterHead> head(Arrival arrival) {
        try {
            var file = Files.createTempFile("yakuba-refused-", ".zip");
            try {
                fill(file, arrival);
                return HeadGlance.at(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (NoResultException gone) {
            return Optional.empty(); // judged again or swept in this moment
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where nothing is written the file has a hole that takes no room. */
    private void fill(Path file, Arrival arrival) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long filled = 0;
            for (int number = arrival.chunks() - 1; number >= 0 && filled < ENOUGH; number--) {
                var piece = ByteBuffer.wrap(store.piece(arrival.key(), number));
                filled += piece.remaining();
                for (long at = (long) number * arrival.chunkBytes(); piece.hasRemaining();) {
                    at += channel.write(piece, at);
                }
            }
        }
    }
}
