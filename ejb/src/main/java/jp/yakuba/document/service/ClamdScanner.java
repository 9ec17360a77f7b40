package jp.yakuba.document.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.yakuba.document.gateway.VirusScanner;

/**
 * Asks ClamAV's daemon over its own protocol (INSTREAM). Off unless {@code YAKUBA_CLAMD_HOST} names a host; the port
 * comes from {@code YAKUBA_CLAMD_PORT}, 3310 by default.
 */
@ApplicationScoped
public class ClamdScanner implements VirusScanner {
    private static final int USUAL_PORT = 3310;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 120_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final String host;
    private final int port;

    public ClamdScanner() {
        this(System.getenv("YAKUBA_CLAMD_HOST"), portOf(System.getenv("YAKUBA_CLAMD_PORT")));
    }

    ClamdScanner(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public boolean isOn() {
        return host != null && !host.isBlank();
    }

    @Override
    public boolean answers() {
        try (var line = connect()) {
            line.setSoTimeout(CONNECT_MILLIS);
            line.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return answerOf(line).equals("PONG");
        } catch (IOException silent) {
            return false;
        }
    }

    @Override
    public Optional<String> findVirus(InputStream content) throws IOException {
        try (var line = connect()) {
            line.setSoTimeout(ANSWER_MILLIS);
            var out = new DataOutputStream(new BufferedOutputStream(line.getOutputStream(), PIECE));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                if (read > 0) {
                    out.writeInt(read);
                    out.write(piece, 0, read);
                }
            }
            out.writeInt(0);
            out.flush();
            return verdict(answerOf(line));
        }
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.endsWith(": OK")) {
            return Optional.empty();
        }
        if (answer.endsWith(" FOUND")) {
            return Optional.of(answer.substring(answer.indexOf(':') + 1, answer.length() - " FOUND".length()).trim());
        }
        throw new IOException("The virus scanner answered: " + answer);
    }

    private Socket connect() throws IOException {
        var line = new Socket();
        try {
            line.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return line;
        } catch (IOException refused) {
            line.close();
            throw refused;
        }
    }

    private static String answerOf(Socket line) throws IOException {
        var answer = new String(line.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        return answer.replace("\0", "").trim();
    }

    private static int portOf(String setting) {
        return setting == null || setting.isBlank() ? USUAL_PORT : Integer.parseInt(setting.trim());
    }
}
