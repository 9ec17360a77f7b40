package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.kernel.Problem;
import jp.yakuba.organization.api.TownWords;
import jp.yakuba.web.application.StateWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("画面のことば")
class MessageBundlesTest {
    private static final MessageBundles BUNDLES = MessageBundles.read(MessageBundlesTest.class.getClassLoader());
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java");
    private static final Pattern ASKED = Pattern.compile("messages\\.(?:get|of)\\(([^;]*?)\\)");
    /** A whole key; what only begins one ends with a dot or is joined to more. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)+)\"(?!\\s*\\+)");
    private static final Pattern KEY = Pattern.compile("msg\\['([A-Za-z0-9.-]+)'\\]|msg\\.of\\('([A-Za-z0-9.-]+)'");
    /** Screens of the staff need only Japanese; everything a resident sees speaks all three. */
    private static final Pattern STAFF_ONLY = Pattern.compile("^(office|approval|audit|messaging)\\.");
    private static final Pattern RESIDENTS = Pattern.compile("^(account|application|messaging|notification|portal|resident|shell)\\.");
    /** 町 that means any place, and the name of the product. */
    private static final Pattern ANY_PLACE = Pattern.compile("市区町村|市町村|町名|町字|町の 名前|電子役場|Prefecture, municipality, town");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("どのことばにも、すべての文がある")
    void everyLanguageHasEveryText(Language language) {
        assertThat(BUNDLES.missingIn(language))
                .as("missing in messages" + language.suffix())
                .filteredOn(key -> !STAFF_ONLY.matcher(key).find())
                .isEmpty();
    }

    @Test
    @DisplayName("住民が読むやさしい文は、もとの文の写しではない。もとの文がやさしいものだけを名指しする")
    void noEasyTextIsTheHardOne() throws IOException {
        var asItIs = easyAsItIs();
        var copies = new TreeSet<String>();
        for (var key : BUNDLES.keys()) {
            if (RESIDENTS.matcher(key).find() && BUNDLES.find(Language.JAPANESE, key).equals(BUNDLES.find(Language.EASY, key))) {
                copies.add(key);
            }
        }
        assertThat(copies).isEqualTo(asItIs);
    }

    private static TreeSet<String> easyAsItIs() throws IOException {
        try (var in = MessageBundlesTest.class.getResourceAsStream("easy-as-it-is.txt")) {
            return new TreeSet<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
        }
    }

    @Test
    @DisplayName("画面が使う文は、すべて書かれている")
    void everyKeyOfAPageHasAText() throws IOException {
        var missing = new TreeSet<String>();
        for (var page : pages()) {
            var found = KEY.matcher(Files.readString(page));
            while (found.find()) {
                var key = found.group(1) != null ? found.group(1) : found.group(2);
                if (!key.endsWith(".") && !BUNDLES.keys().contains(key)) {
                    missing.add(PAGES.relativize(page) + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("画面の裏の部品が使う文も、すべて書かれている")
    void everyKeyOfABeanHasAText() throws IOException {
        var missing = new TreeSet<String>();
        for (var bean : files(BEANS, ".java")) {
            var asked = ASKED.matcher(Files.readString(bean));
            while (asked.find()) {
                LITERAL.matcher(asked.group(1)).results().map(found -> found.group(1))
                        .filter(key -> !BUNDLES.keys().contains(key))
                        .forEach(key -> missing.add(bean.getFileName() + ": " + key));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("画面に日本語を直に書かない")
    void noPageHoldsJapaneseOfItsOwn() throws IOException {
        var literal = new TreeSet<String>();
        for (var page : pages()) {
            var text = Files.readString(page)
                    .replaceAll("(?s)<!--.*?-->", "")
                    .replace("やさしい", "").replace("日本語</", "</").replace("\"日本語\"", "");
            text.lines().filter(line -> JAPANESE.matcher(line).find())
                    .forEach(line -> literal.add(PAGES.relativize(page) + ": " + line.strip()));
        }
        assertThat(literal).isEmpty();
    }

    @Test
    @DisplayName("拒否の理由には、人への言葉がある")
    void everyRefusalHasWords() {
        Problem[] refusals = jp.yakuba.application.api.ApplicationProblem.values();
        assertThat(Stream.of(refusals).map(problem -> "problem." + problem.code())).allMatch(BUNDLES.keys()::contains);
    }

    @Test
    @DisplayName("台帳が受け付けない理由は、符号ではなく言葉で言う")
    void whatStandsAgainstAnEntryIsSaidInWords() throws IOException {
        var inspection = Path.of("..", "ejb", "src", "main", "java", "jp", "yakuba", "resident", "model", "EntryInspection.java");
        var codes = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"").matcher(Files.readString(inspection)).results()
                .map(found -> found.group(1)).toList();
        assertThat(codes).contains("NO_HEAD").allSatisfy(code -> assertThat(BUNDLES.keys()).contains("problem.RES-005." + code));

        var words = Messages.inWords("problem.RES-005", MessageBundlesTest::japaneseOrElse, "NO_HEAD, DATE_IN_FUTURE", "山田, 花子");
        assertThat(words).containsExactly("世帯主がいません, 異動日が先の日付です", "山田, 花子");
    }

    private static String japaneseOrElse(String key, String otherwise) {
        var text = BUNDLES.find(Language.JAPANESE, key);
        return text == null ? otherwise : text;
    }

    @Test
    @DisplayName("市の役所の画面に、町のことばは出ない。差し込みの印も残らない")
    void aCityIsNoTown() {
        var city = BUNDLES.each(TownWords.of("東大和市", "東京都")::in);
        for (var language : Language.values()) {
            assertThat(city.keys()).allSatisfy(key -> assertThat(ANY_PLACE.matcher(String.valueOf(city.find(language, key))).replaceAll(""))
                    .as(key).doesNotContainPattern("町|役場|\\b[Tt]own\\b|\\{[^0-9a-z}]"));
        }
    }

    @Test
    @DisplayName("届出に審査はない（行政手続法37条）")
    void aNotificationIsNotExamined() {
        assertThat(japaneseOrElse(StateWords.key(ApplicationState.EXAMINING, ProcedureKind.NOTIFICATION), "")).isEqualTo("確認中");
        assertThat(japaneseOrElse(StateWords.key(ApplicationState.EXAMINING, ProcedureKind.APPLICATION), "")).isEqualTo("審査中");
        assertThat(japaneseOrElse(StateWords.key(ApplicationState.VISIT, ProcedureKind.NOTIFICATION), "")).isEqualTo("来庁で仕上げ");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("受理・わけ・いりよう のような、法にない言葉や古い言葉を使わない")
    void noWordThatTheLawAbolished(Language language) {
        assertThat(BUNDLES.keys()).allSatisfy(key -> assertThat(japaneseOrElse(key, "")).doesNotContain("受理し", "：受理", "いりよう"));
        assertThat(BUNDLES.find(language, "problem.ACC-005")).doesNotContain("より 長く", "より長く");
    }

    @Test
    @DisplayName("ふつうの言葉では「手続き」と書く。「手続」は法令の名前だけ")
    void plainWordsSayTetsuzukiWithItsEnding() {
        assertThat(BUNDLES.keys()).allSatisfy(key -> assertThat(japaneseOrElse(key, "")).as(key).doesNotContainPattern("手続(?!き|法|条例)"));
    }

    private static List<Path> pages() throws IOException {
        return files(PAGES, ".xhtml");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
