package jp.yakuba.document.service.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.yakuba.document.gateway.OfficeConverter;

/**
 * LibreOffice without a screen, one file after another. It is looked for under {@code YAKUBA_SOFFICE}, else on the path; what it
 * makes is for reading only and is not kept.
 */
@ApplicationScoped
public class SofficeConverter implements OfficeConverter {
    private static final String PROGRAM = "soffice";
    private static final int LONGEST_SECONDS = 90;
    private static final Semaphore TURN = new Semaphore(1, true);

    private final Path program;

    public SofficeConverter() {
        this(found().orElse(null));
    }

    SofficeConverter(Path program) {
        this.program = program;
    }

    private static Optional<Path> found() {
        var told = System.getenv("YAKUBA_SOFFICE");
        if (told != null && !told.isBlank()) {
            return Optional.of(Path.of(told)).filter(Files::isExecutable);
        }
        var path = System.getenv("PATH");
        return Stream.of(path == null ? new String[0] : path.split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, PROGRAM)).filter(Files::isExecutable).findFirst();
    }

    @Override
    public boolean isOn() {
        return program != null;
    }

    @Override
    public void toPdf(InputStream office, String ending, OutputStream pdf) throws IOException {
        var folder = Files.createTempDirectory("yakuba-office");
        try {
            var source = folder.resolve("office." + ending.replaceAll("[^a-z0-9]", ""));
            Files.copy(office, source);
            run(folder, source);
            Files.copy(folder.resolve("office.pdf"), pdf);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The conversion was interrupted", stopped);
        } finally {
            remove(folder);
        }
    }

    private void run(Path folder, Path source) throws IOException, InterruptedException {
        if (!TURN.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("Another file is still being converted");
        }
        try {
            var process = new ProcessBuilder(program.toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder.toString(), source.toString())
                    .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            try {
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("The conversion took too long");
                }
            } finally {
                end(process);
            }
        } finally {
            TURN.release();
        }
    }

    /** Nothing of it goes on, whether it took too long or nobody waits any more; one that has ended has nothing left to end. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
