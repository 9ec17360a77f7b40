package jp.yakuba.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.kernel.Sha256;

/** A folder in the import folder of the test office, with a list and files, for tests of imports. */
final class EarlierFolder {
    private static final String HEADS = "番号,日付,区分,課コード,件名,相手方,ファイル年度,ファイル,保存期間,閲覧者,宛名番号,パス,SHA-256";
    private final Path folder;
    private final String dossier;
    private final List<String> lines = new ArrayList<>(List.of(HEADS));

    /**
     * An empty one.
     *
     * @param dossier year, code and retention of a file of the plan as three cells
     */
    EarlierFolder(String name, String dossier) throws IOException {
        this.folder = Files.createDirectories(Path.of(System.getProperty("yakuba.import"), name));
        this.dossier = dossier;
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** A sound line about a text file of its own. */
    EarlierFolder line(String number, String direction, String readers, String person) throws IOException {
        return line(number, direction, "general", dossier, readers, person, file(number + ".txt", "本文 " + number));
    }

    /** A line as it is given; the file as its path and hash. */
    EarlierFolder line(String number, String direction, String section, String place, String readers, String person, String file) {
        lines.add(String.join(",", number, "2021-06-01", direction, section, "前の件名 " + number, "前の相手方", place, readers, person, file));
        return this;
    }

    /** The cells of a file with the text that is laid there. */
    String file(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
        return path + "," + Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    String dossier() {
        return dossier;
    }

    /** Writes the list; a former one is written over. */
    EarlierFolder list() throws IOException {
        Files.write(folder.resolve("manifest.csv"), lines);
        return this;
    }

    /** Says something else in the list. */
    void change(String before, String after) throws IOException {
        var list = folder.resolve("manifest.csv");
        Files.writeString(list, Files.readString(list).replace(before, after));
    }
}
