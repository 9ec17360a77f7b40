package jp.yakuba.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which school a place belongs to (通学区域), town by town, as the file {@code schools.csv} says; the first fitting row holds. */
final class Schools {
    private static final List<String[]> ROWS = rows();

    private Schools() {}

    static String of(String municipality, String place, boolean junior) {
        var level = junior ? "junior" : "primary";
        return ROWS.stream()
                .filter(row -> row[0].equals(municipality) && place.contains(row[1]) && row[2].equals(level))
                .map(row -> row[3])
                .findFirst()
                .orElse(junior ? "第一中学校" : "第一小学校");
    }

    private static List<String[]> rows() {
        try (var in = new BufferedReader(new InputStreamReader(
                Schools.class.getResourceAsStream("/outside/schools.csv"), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
