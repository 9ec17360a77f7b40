package jp.yakuba.outside;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A system's own memory: every request and its answers, one JSON line each, only ever appended, on disk before it counts. */
final class Journal {
    private final Path file;
    private final Map<UUID, List<Answer>> answered = new HashMap<>();
    private int requests;

    Journal(Path folder, String system) {
        this.file = folder.resolve(system + ".jsonl");
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                Files.readAllLines(file, StandardCharsets.UTF_8).stream().filter(line -> !line.isBlank()).forEach(this::remember);
                endTornLine();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What was answered to the request before; empty if it is new. */
    List<Answer> answersTo(UUID request) {
        return answered.getOrDefault(request, List.of());
    }

    /** The number of the next case of this system. */
    int nextNumber() {
        return requests + 1;
    }

    /** Keeps the answers to a request; when this returns they are on disk. */
    void keep(UUID request, List<Answer> answers) {
        var array = Json.createArrayBuilder();
        answers.forEach(answer -> array.add(answer.text()));
        var line = Json.createObjectBuilder().add("request", request.toString()).add("answers", array).build() + "\n";
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        answered.put(request, answers);
        requests++;
    }

    private void endTornLine() throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            if (bytes.length() == 0) {
                return;
            }
            bytes.seek(bytes.length() - 1);
            if (bytes.read() != '\n') {
                bytes.write('\n');
            }
        }
    }

    private void remember(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            var entry = reader.readObject();
            var answers = entry.getJsonArray("answers").getValuesAs(JsonString.class).stream()
                    .map(text -> Answer.read(Json.createReader(new StringReader(text.getString())).readObject()))
                    .toList();
            answered.put(UUID.fromString(entry.getString("request")), answers);
            requests++;
        } catch (JsonException torn) {
            System.out.println("A torn last line in " + file.getFileName() + " is passed over; its request comes again");
        }
    }
}
