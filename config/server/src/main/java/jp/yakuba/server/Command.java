package jp.yakuba.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a program of the machine to its end: what it said, and whether it went well. */
record Command(int exit, String said) {
    /** Runs the command, for at most {@code limit}; a program that cannot even start is one sentence. */
    static Command run(List<String> words, Map<String, String> environment, Duration limit) {
        try {
            var output = Files.createTempFile("yakuba-command", ".txt");
            try {
                return run(words, environment, limit, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException notThere) {
            throw new CannotOpen("The program " + words.get(0) + " cannot be run: " + notThere.getMessage() + ".", notThere);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotOpen("Interrupted while " + words.get(0) + " was running.", stopped);
        }
    }

    private static Command run(List<String> words, Map<String, String> environment, Duration limit, Path output)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                return new Command(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            }
            return new Command(-1, Files.readString(output, StandardCharsets.UTF_8) + "\n(stopped after " + limit.toSeconds() + " s)");
        } finally {
            process.destroyForcibly();
        }
    }

    boolean wentWell() {
        return exit == 0;
    }
}
