package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Asks a program that shares nothing with the office, poppler's {@code pdfsig}, what it says of the signatures of a PDF. */
final class Pdfsig {
    private static final Path PROGRAM = Path.of("/usr/bin/pdfsig");
    private static final int PATIENCE_SECONDS = 60;

    private Pdfsig() {}

    /** Everything it says; certificates are not asked of anybody, for the authorities are invented. */
    static String says(byte[] pdf) {
        Packages.need(() -> Files.isExecutable(PROGRAM), "poppler-utils");
        try {
            var file = Files.createTempFile("signed-", ".pdf");
            try {
                Files.write(file, pdf);
                return run(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String run(Path file) throws IOException {
        var process = new ProcessBuilder(PROGRAM.toString(), "-nocert", file.toString()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return said;
    }
}
