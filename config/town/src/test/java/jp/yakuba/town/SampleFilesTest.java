package jp.yakuba.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("見本の町の資料は DATA.md に書いたとおり")
class SampleFilesTest {
    private static final String TOWN = "src/main/resources/town/";

    @Test
    @DisplayName("全国の郵便番号、市区町村、祝日")
    void country() throws IOException {
        assertThat(TownFolder.shared("country/municipalities")).hasSize(1_916)
                .allMatch(row -> row.get("code").matches("\\d{6}") && row.get("kana") != null);
        var days = TownFolder.shared("country/holidays");
        assertThat(days.get(0).get("day")).startsWith("1955-");
        assertThat(days.get(days.size() - 1).get("day")).startsWith("2027-");
        try (var codes = new java.util.zip.GZIPInputStream(Files.newInputStream(Path.of(TOWN + "country/postal-codes.csv.gz")))) {
            assertThat(new String(codes.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSize(142_735);
        }
    }

    @ParameterizedTest
    @CsvSource({"016373, 512", "132209, 76"})
    @DisplayName("町字には座標がある")
    void places(String code, int many) {
        assertThat(TownFolder.of(code).rows("places")).hasSize(many)
                .allMatch(row -> Double.parseDouble(row.get("latitude")) > 35 && Double.parseDouble(row.get("longitude")) > 139);
    }

    @Test
    @DisplayName("年齢は十八の階級、人口は高松市のとおり")
    void ages() {
        var rows = TownFolder.shared("people/ages");
        assertThat(rows).hasSize(18);
        assertThat(IntStream.range(0, 18)).allMatch(i -> number(rows.get(i), "from_age") == 5 * i);
        assertThat(rows.stream().mapToInt(row -> number(row, "men") + number(row, "women")).sum()).isEqualTo(418_129);
    }

    @Test
    @DisplayName("姓には読みと重みがあり、多い順に並び、異体字と字形を選ぶ符号も含む")
    void surnames() {
        var rows = TownFolder.shared("people/surnames");
        assertThat(rows).hasSize(175).allMatch(row -> row.get("kana").matches("[ァ-ヶー]+") && number(row, "weight") > 0);
        assertThat(rows.get(0).get("name")).isEqualTo("佐藤");
        assertThat(rows.stream().takeWhile(row -> !row.get("name").equals("髙橋")).toList())
                .isSortedAccordingTo(Comparator.comparingInt((CSVRecord row) -> number(row, "weight")).reversed());
        var all = rows.stream().map(row -> row.get("name")).toList();
        assertThat(all).anyMatch(name -> name.contains("髙")).anyMatch(name -> name.contains("﨑")).anyMatch(name -> name.contains("𠮷"));
        assertThat(all.stream().filter(name -> name.codePoints().anyMatch(c -> c >= 0xE0100 && c <= 0xE01EF)))
                .containsExactly("葛\udb40\udd00西", "葛\udb40\udd00城", "辻\udb40\udd00", "辻\udb40\udd00村", "榊\udb40\udd00原", "斉\udb40\udd03藤");
    }

    @Test
    @DisplayName("名は生年の幅ごとに、男女とも、百年余りのどの年にもある")
    void givenNames() {
        var rows = TownFolder.shared("people/given-names");
        assertThat(rows).allMatch(row -> row.get("kana").matches("[ァ-ヶー]+"));
        for (var sex : List.of("1", "2")) {
            assertThat(IntStream.rangeClosed(1921, 2027)).allMatch(year -> rows.stream().filter(row -> row.get("sex").equals(sex)
                    && number(row, "from_year") <= year && year <= number(row, "until_year")).count() >= 5);
        }
    }

    @Test
    @DisplayName("外国の人の国籍は在留外国人統計の多い順、長い名もある")
    void foreignNames() {
        var rows = TownFolder.shared("people/foreign-names");
        assertThat(rows.stream().map(row -> row.get("nationality")).distinct())
                .containsExactly("CHN", "VNM", "KOR", "PHL", "NPL", "BRA", "IDN", "MMR", "USA");
        assertThat(rows).isSortedAccordingTo(Comparator.comparingInt((CSVRecord row) -> number(row, "weight")).reversed());
        assertThat(longest(rows, "BRA", "family") + 1 + longest(rows, "BRA", "2")).isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejb", "web", "jms-adapters", "config/server", "config/town"})
    @DisplayName("どの町の符号もプログラムに出てこない")
    void noCodeKnowsATown(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../..", module, "src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(SampleFilesTest::namesATown))
                    .as("classes that ask which town they work for").isEmpty();
        }
    }

    /** In what is carried out; a comment may give an example, and the office of tests opens one. */
    private static boolean namesATown(Path file) {
        try {
            return !file.endsWith("TestOffice.java") && Files.readAllLines(file).stream()
                    .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/*") && !line.strip().startsWith("//"))
                    .anyMatch(line -> line.matches(".*(016373|132209|芽室|東大和).*"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static int longest(List<CSVRecord> rows, String nationality, String kind) {
        return rows.stream().filter(row -> row.get("nationality").equals(nationality) && row.get("kind").equals(kind))
                .mapToInt(row -> row.get("roman").length()).max().orElseThrow();
    }

    private static int number(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column));
    }
}
