package jp.yakuba.kernel.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("紙の印刷")
class PressTest {
    private static final int READERS = 8;

    @Test
    @DisplayName("受け取りの遅い人が何人いても、ほかの人の紙は刷れる")
    void aSlowReaderHoldsNoPress() throws Exception {
        var reading = new CountDownLatch(1);
        try (var desks = new Desks()) {
            var slow = new ArrayList<Future<?>>();
            IntStream.range(0, READERS).forEach(one -> slow.add(desks.run(() -> print(new Waiting(reading)))));
            var quick = new ByteArrayOutputStream();
            desks.run(() -> print(quick)).get(1, TimeUnit.MINUTES);
            assertThat(new String(quick.toByteArray(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            reading.countDown();
            for (var one : slow) {
                one.get(1, TimeUnit.MINUTES);
            }
        }
    }

    private static void print(OutputStream out) {
        Press.print(PaperFrame.around("ja", "試験", "芽室町", "<p>一枚</p>"), new Glyphs().rare(), out);
    }

    /** Threads that end with the test. */
    private static final class Desks implements AutoCloseable {
        private final ExecutorService threads = Executors.newCachedThreadPool();

        Future<?> run(Runnable work) {
            return threads.submit(work);
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    /** Takes nothing until it is let. */
    private static final class Waiting extends OutputStream {
        private final CountDownLatch let;

        Waiting(CountDownLatch let) {
            this.let = let;
        }

        @Override
        public void write(int sign) {
            write(new byte[] {(byte) sign}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                let.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
