package jp.yakuba.journeys;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;

/** Stands in for ClamAV's daemon: speaks its protocol and knows one virus, the harmless one that all scanners know. */
final class VirusScanner implements AutoCloseable {
    /** The test file of EICAR, written in two parts so that no scanner of this machine takes the class for it. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket door;
    private final ExecutorService hands = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "virus-scanner");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean silent;

    private VirusScanner(ServerSocket door) {
        this.door = door;
    }

    static VirusScanner open() {
        try {
            var scanner = new VirusScanner(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            scanner.hands.submit(scanner::serve);
            return scanner;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Where it listens, as {@code -Dyakuba.clamd} wants it. */
    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /** Lets it hang up without a word, or answer again. */
    void isSilent(boolean now) {
        silent = now;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var line = door.accept();
                hands.submit(() -> answer(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket line) {
        try (line; var in = new DataInputStream(line.getInputStream())) {
            if (silent) {
                return;
            }
            var said = command(in).equals("zPING") ? "PONG" : verdict(in);
            line.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            assert line.isClosed();
        }
    }

    private static String command(DataInputStream in) throws IOException {
        var words = new StringBuilder();
        for (var one = in.read(); one > 0; one = in.read()) {
            words.append((char) one);
        }
        return words.toString();
    }

    private static String verdict(DataInputStream in) throws IOException {
        var beginning = "";
        for (var length = in.readInt(); length > 0; length = in.readInt()) {
            var piece = in.readNBytes(length);
            beginning = beginning.isEmpty() ? new String(piece, 0, Math.min(200, length), StandardCharsets.ISO_8859_1)
                    : beginning;
        }
        return beginning.contains(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        hands.shutdownNow();
    }
}
