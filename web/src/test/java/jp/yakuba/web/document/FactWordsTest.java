package jp.yakuba.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.api.HoldGround;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.web.shell.Language;
import jp.yakuba.web.shell.MessageBundles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("文書の履歴のことば")
class FactWordsTest {
    private static final MessageBundles BUNDLES = MessageBundles.read(FactWordsTest.class.getClassLoader());

    /** The codes that a fact can be; of an enum inside of the office its names. */
    private static final Map<String, List<String>> CODES = Map.of(
            "step", names(DisposalState.values()), "hold-ground", names(HoldGround.values()), "retention", names(RetentionClass.values()),
            "after-use", names(RetentionClass.values()), "disclosure", names(Disclosure.values()), "fate", List.of("DESTROY", "EXTEND", "TRANSFER"));

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("見せる事実には、どの言語でも、値の入ることばがある")
    void everyShownFactHasWords(Language language) {
        assertThat(FactWords.SHOWN).doesNotHaveDuplicates().allSatisfy(fact ->
                assertThat(BUNDLES.find(language, "document.fact." + fact)).as(fact).contains("{0}"));
    }

    @Test
    @DisplayName("ことばがある事実は、みな見せる")
    void whateverHasWordsIsShown() {
        var worded = BUNDLES.keys().stream().filter(key -> key.startsWith("document.fact.")).map(key -> key.substring("document.fact.".length()));
        assertThat(worded).isNotEmpty().allMatch(FactWords.SHOWN::contains);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("符号の事実には、どの符号にもことばがある。出来事にもある")
    void everyCodeHasWords(Language language) {
        assertThat(FactWords.CODED.keySet()).isEqualTo(CODES.keySet()).allMatch(FactWords.SHOWN::contains);
        CODES.forEach((fact, codes) -> assertThat(codes).allSatisfy(code ->
                assertThat(BUNDLES.find(language, FactWords.CODED.get(fact) + code)).as(fact + ' ' + code).isNotBlank()));
        assertThat(RecordEventKind.values()).allSatisfy(kind ->
                assertThat(BUNDLES.find(language, "document.event." + kind)).as(kind.name()).isNotBlank());
    }

    @Test
    @DisplayName("変わった符号と日は、前も後もことばで言う。識別子とハッシュは見せない")
    void codesAndDaysAreSaidInWords() {
        assertThat(shown(Map.of("retention", "Y5 → Y10", "after-use", "– → Y3", "closed-until", "2027-03-31 → –", "disclosure", "CLOSED",
                "from", UUID.randomUUID().toString(), "content", "ab12"))).containsOnly(
                Map.entry("retention", "document.retention.Y5 → document.retention.Y10"), Map.entry("after-use", "– → document.retention.Y3"),
                Map.entry("closed-until", "<2027-03-31> → –"), Map.entry("disclosure", "document.disclosure.CLOSED"));
    }

    @Test
    @DisplayName("人が書いたことばは、日や符号に見えても、そのまま出す")
    void wordsOfPeopleStayAsTheyAre() {
        assertThat(shown(Map.of("title", "Y5 → Y10", "reason", "2026-02-30", "on", "2026-11-27"))).containsOnly(
                Map.entry("title", "Y5 → Y10"), Map.entry("reason", "2026-02-30"), Map.entry("on", "<2026-11-27>"));
    }

    @Test
    @DisplayName("自分の課は繰り返さず、ほかの課は名前で言う")
    void theOwnSectionIsNotSaidTwice() {
        assertThat(shown(Map.of("section", "tax"))).containsOnly(Map.entry("section", "[tax]"));
        assertThat(shown(Map.of("section", "general"))).isEmpty();
    }

    @Test
    @DisplayName("何になるかは、選別の後で言う。前は、移管の申出もまだ廃棄と書かれている")
    void theFateIsToldOnceTheArchiveHasChosen() {
        assertThat(shown(RecordEventKind.CHECKED, Map.of("fate", "DESTROY"))).isEmpty();
        assertThat(shown(RecordEventKind.CONFIRMED, Map.of("fate", "TRANSFER"))).containsOnly(Map.entry("fate", "document.disposal.fate.TRANSFER"));
    }

    private static Stream<Map.Entry<String, String>> shown(Map<String, String> facts) {
        return shown(RecordEventKind.AMENDED, facts);
    }

    private static Stream<Map.Entry<String, String>> shown(RecordEventKind kind, Map<String, String> facts) {
        var step = new RecordEventLine(
                UUID.randomUUID(), 1, kind, Instant.EPOCH, "係員", "general-clerk-1", "general", facts, "00");
        return new FactWords(key -> key, section -> "[" + section + "]", day -> "<" + day + ">").of(step);
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
