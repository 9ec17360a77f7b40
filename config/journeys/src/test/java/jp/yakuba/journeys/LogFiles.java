package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The logs of an office, read for what must never stand in them: who somebody is, where they live, when they were born. */
final class LogFiles {
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[a-zA-Z][\\w-]*\\.\\w[\\w.-]*");
    private static final Pattern BIRTH = Pattern.compile("\\b(?:19\\d\\d|200\\d|201\\d)-\\d\\d-\\d\\d\\b|(?:大正|昭和|平成)\\d+年");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d{12}(?![\\w.-])");
    private static final Pattern NAME_OR_ADDRESS = Pattern.compile("[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}]+　[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}]+|河西郡|丁目");
    private static final int LONGEST = 300;

    private final OpenOffice office;
    private final Path folder;
    private final Map<Path, Long> read = new HashMap<>();
    private final Set<String> surnames = new HashSet<>();

    LogFiles(OpenOffice office) {
        this.office = office;
        this.folder = office.running().settings().home().resolve("logs");
    }

    /** The lines since the last reading that tell of people. */
    List<String> tellingLines() {
        learnNames();
        var telling = new ArrayList<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(file -> file.toString().contains(".log")).sorted().toList()) {
                fresh(file).lines().filter(this::tells).map(line -> file.getFileName() + ": "
                        + line.substring(0, Math.min(LONGEST, line.length()))).forEach(telling::add);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return telling;
    }

    /** Bytes in all logs. */
    long size() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean tells(String line) {
        return Stream.of(MAIL, BIRTH, NUMBER, NAME_OR_ADDRESS).anyMatch(pattern -> pattern.matcher(line).find())
                || surnames.stream().anyMatch(line::contains);
    }

    private String fresh(Path file) throws IOException {
        var from = read.getOrDefault(file, 0L);
        var bytes = Files.readAllBytes(file);
        read.put(file, (long) bytes.length);
        var start = (int) Math.min(from, bytes.length);
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }

    /** Full names of the ledger and of accounts; read anew each time, for people come. */
    private void learnNames() {
        try (var connection = office.running().database().owner().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from yakuba.res_person where length(name) >= 5 "
                        + "union select roman_name from yakuba.res_person where length(roman_name) >= 8")) {
            while (rows.next()) {
                surnames.add(rows.getString(1));
                surnames.add(rows.getString(1).replaceAll("[ 　]", ""));
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        surnames.removeIf(name -> name.length() < 5);
    }
}
