package jp.yakuba.web.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.web.shell.Language;
import jp.yakuba.web.shell.MessageBundles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("広域交付の受付の画面に入れたもの")
class WideCopyFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Map<String, String> GOOD = Map.of("identity", "PASSPORT", "checked", "on", "name", " 写野　元 ", "born.y", "1980", "born.m", "5",
            "born.d", "5", "office", "990019", "address", "試験県試験市本町1番地", "scope", "SOME", "wanted", "写野　葛\n\n写野　葛\n写野　元");

    @Test
    @DisplayName("そろっていれば請求でき、同じ名前は一人になる")
    void whatHoldsIsAsked() {
        assertThat(faults(Map.of())).isEmpty();
        var form = form(Map.of());
        assertThat(form.wanted()).containsExactly("写野　葛", "写野　元");
        assertThat(form.scope()).isEqualTo(CopyScope.SOME);
        assertThat(form.born()).isEqualTo(LocalDate.of(1980, 5, 5));
    }

    @Test
    @DisplayName("世帯の一部でないのに入れた氏名は、黙って捨てず、そこで言う")
    void namesAreNotDropped() {
        assertThat(faults(Map.of("scope", "WHOLE"))).containsExactly(Map.entry("wanted", "office.copy.fault.wanted.scope"));
        assertThat(faults(Map.of("scope", "SELF"))).containsExactly(Map.entry("wanted", "office.copy.fault.wanted.scope"));
        assertThat(faults(Map.of("scope", "WHOLE", "wanted", " \n "))).isEmpty();
        assertThat(faults(Map.of("scope", ""))).containsExactly(Map.entry("scope", "office.copy.fault.scope"));
    }

    @Test
    @DisplayName("送れない氏名と住所は、その欄で言う")
    void whatCannotTravelIsSaidAtItsField() {
        assertThat(faults(Map.of("name", "、"))).containsExactly(Map.entry("name", "office.copy.fault.name"));
        assertThat(faults(Map.of("address", "―　。"))).containsExactly(Map.entry("address", "office.copy.fault.address"));
        assertThat(faults(Map.of("wanted", "写野　葛\n、"))).containsExactly(Map.entry("wanted", "office.copy.fault.wanted"));
        assertThat(faults(Map.of("wanted", "\u3164"))).containsExactly(Map.entry("wanted", "office.copy.fault.wanted"));
        assertThat(faults(Map.of("name", "写".repeat(101)))).containsOnlyKeys("name");
    }

    @Test
    @DisplayName("何も入れなければ、いるものをすべて言い、どれにも言葉がある")
    void everyFaultHasWords() {
        var empty = new WideCopyForm(field -> null).faults(List.of(), TODAY);
        assertThat(empty).containsOnlyKeys("identity", "checked", "name", "born", "office", "address", "scope");
        var texts = MessageBundles.read(WideCopyFormTest.class.getClassLoader());
        assertThat(empty.values()).allSatisfy(key -> assertThat(texts.find(Language.JAPANESE, key)).isNotNull());
        assertThat(texts.find(Language.JAPANESE, "office.copy.fault.wanted.scope")).isNotNull();
    }

    private static Map<String, String> faults(Map<String, String> other) {
        return form(other).faults(List.of("990019"), TODAY);
    }

    private static WideCopyForm form(Map<String, String> other) {
        var typed = new HashMap<>(GOOD);
        typed.putAll(other);
        return new WideCopyForm(typed::get);
    }
}
