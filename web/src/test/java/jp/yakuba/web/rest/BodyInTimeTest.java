package jp.yakuba.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyInTimeTest {
    private static final int MOST = 1024 * 1024;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void whatComesAtOnceIsRead() {
        assertThat(BodyInTime.read(new ByteArrayInputStream(new byte[MOST]), MOST, clock::get)).hasSize(MOST);
    }

    @Test
    void whatIsLargerIsRefused() {
        assertRefused(413, new ByteArrayInputStream(new byte[MOST + 1]));
    }

    @Test
    void whoSendsByteAfterByteIsSentAwayHoweverShortEachSilence() {
        assertRefused(408, slow(1, 50));
    }

    @Test
    void aThinLineIsFastEnough() {
        assertThat(BodyInTime.read(slow(64 * 1024, 1), MOST, clock::get)).hasSize(MOST);
    }

    @Test
    void whatBreaksOffIsRefused() {
        assertRefused(400, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        });
    }

    private void assertRefused(int status, InputStream body) {
        assertThatThrownBy(() -> BodyInTime.read(body, MOST, clock::get)).isInstanceOf(BodyInTime.Refused.class)
                .extracting(refusal -> ((BodyInTime.Refused) refusal).status()).isEqualTo(status);
    }

    /** A megabyte, so many bytes at a time with so many seconds before each. */
    private InputStream slow(int bytes, int seconds) {
        return new InputStream() {
            private int left = MOST;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
                int now = Math.min(Math.min(bytes, length), left);
                left -= now;
                return now;
            }
        };
    }
}
