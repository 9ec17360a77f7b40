package jp.yakuba.web.rest;

import jakarta.ws.rs.ClientErrorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Reads the body of a request of another office, which must keep up a pace: whoever sends byte after byte would hold a worker of this
 * server for hours, although no single silence is long.
 */
final class BodyInTime {
    private static final int BROKEN_OFF = 400;
    private static final int TOO_SLOW = 408;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int BUFFER = 64 * 1024;
    private static final long SECOND = 1_000_000_000L;
    private static final long GRACE = 30 * SECOND;
    private static final long LEAST_BYTES_A_SECOND = 32 * 1024;

    private final InputStream body;
    private final int most;
    private final LongSupplier nanos;

    private BodyInTime(InputStream body, int most, LongSupplier nanos) {
        this.body = body;
        this.most = most;
        this.nanos = nanos;
    }

    /**
     * All of it. Refused with 413 beyond {@code most} bytes, with 408 if it comes slower than 32 kB a second after the first half minute, with 400
     * if it breaks off.
     */
    static byte[] read(InputStream body, int most) {
        try {
            return read(body, most, System::nanoTime);
        } catch (Refused refused) {
            throw new ClientErrorException(refused.status, refused);
        }
    }

    /** Why a body is not taken, as a status of HTTP. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        private Refused(int status, Exception cause) {
            super("Refused with " + status, cause);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** The same by a clock that tests move; throws {@link Refused}. */
    static byte[] read(InputStream body, int most, LongSupplier nanos) {
        return new BodyInTime(body, most, nanos).read();
    }

    private byte[] read() {
        var content = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        long since = nanos.getAsLong();
        try {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                content.write(buffer, 0, read);
                if (content.size() > most) {
                    throw new Refused(CONTENT_TOO_LARGE, null);
                }
                if (nanos.getAsLong() - since > GRACE + content.size() / LEAST_BYTES_A_SECOND * SECOND) {
                    throw new Refused(TOO_SLOW, null);
                }
            }
            return content.toByteArray();
        } catch (IOException brokenOff) {
            throw new Refused(BROKEN_OFF, brokenOff);
        }
    }
}
