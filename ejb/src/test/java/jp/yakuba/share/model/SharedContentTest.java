package jp.yakuba.share.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.yakuba.share.api.Difference;
import jp.yakuba.share.api.Difference.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("共有する手続きのファイル")
class SharedContentTest {
    private static final String FACTS = "{\"code\":\"snow\",\"name\":{\"ja\":\"除雪\",\"en\":\"Snow\"},\"kana\":\"じょせつ\",\"fee\":0,\"bring\":[{\"ja\":\"印\"}],"
            + "\"section\":\"roads\"}";
    private static final String FORM = "{\"procedure\":\"snow\",\"sections\":[{\"id\":\"a\",\"title\":{\"ja\":\"場所\"},\"fields\":["
            + "{\"id\":\"place\",\"type\":\"TEXT\",\"label\":{\"ja\":\"どこ\"}},"
            + "{\"id\":\"people\",\"type\":\"GROUP\",\"label\":{\"ja\":\"だれ\"},\"fields\":[{\"id\":\"name\",\"type\":\"TEXT\",\"label\":{\"ja\":\"名前\"}}]}]}]}";

    @Test
    @DisplayName("書いたものは、同じものとして読める")
    void isReadAsItWasWritten() throws Exception {
        var content = SharedContent.of(FACTS, FORM);
        assertThat(SharedContent.read(content.write())).isEqualTo(content);
        assertThat(SharedContent.read(SharedContent.of(FACTS, null).write()).form()).isNull();
        assertThat(content.name()).isEqualTo("除雪");
        assertThat(content.summary()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "{\"version\":1}", "{\"version\":1,\"facts\":[]}", "{\"version\":1,\"facts\":{\"code\":\"snow\"}}",
        "{\"version\":1,\"facts\":{\"code\":1,\"name\":{\"ja\":\"x\"}}}", "{\"version\":1,\"facts\":{\"code\":\"../x\",\"name\":{\"ja\":\"x\"}}}",
        "{\"version\":1,\"facts\":{\"code\":\"snow\",\"name\":{\"ja\":\" \"}}}", "{\"version\":1,\"facts\":{\"code\":\"snow\",\"name\":{\"ja\":\"\\u0000\"}}}",
        "{\"version\":1,\"facts\":{\"code\":\"snow\",\"name\":{\"ja\":\"x\"}},\"form\":{\"procedure\":\"other\"}}",
        "{\"version\":1,\"facts\":{\"code\":\"snow\",\"name\":{\"ja\":\"x\"}},\"form\":[]}"})
    @DisplayName("手続きの形をしていないものは断る")
    void whatIsNoProcedureIsRefused(String hostile) {
        assertThatThrownBy(() -> SharedContent.read(hostile.getBytes(StandardCharsets.UTF_8))).isInstanceOf(SharedContent.Unreadable.class);
    }

    @Test
    @DisplayName("文字でないもの、深すぎるもの、長すぎるものも断る")
    void neitherBytesNorDepthNorLength() {
        var deep = "{\"version\":1,\"facts\":" + "[".repeat(150_000);
        var long1 = "{\"version\":1,\"facts\":" + FACTS.replace("じょせつ", "あ".repeat(201)) + "}";
        assertThatThrownBy(() -> SharedContent.read(new byte[] {'{', (byte) 0xff, '}'})).isInstanceOf(SharedContent.Unreadable.class);
        assertThatThrownBy(() -> SharedContent.read(deep.getBytes(StandardCharsets.UTF_8))).isInstanceOf(SharedContent.Unreadable.class);
        assertThatThrownBy(() -> SharedContent.read(long1.getBytes(StandardCharsets.UTF_8))).isInstanceOf(SharedContent.Unreadable.class);
    }

    @Test
    @DisplayName("組の中の組が深すぎる様式、記号が長すぎる様式は、並べる前に断る")
    void whatWouldGrowBeyondMeasure() {
        var deep = new StringBuilder("{\"id\":\"x\",\"type\":\"TEXT\"}");
        for (int i = 0; i < 12; i++) {
            deep.insert(0, "{\"id\":\"g\",\"type\":\"GROUP\",\"fields\":[").append("]}");
        }
        var wide = "{\"id\":\"" + "g".repeat(101) + "\",\"type\":\"GROUP\",\"fields\":[{\"id\":\"a\"},{\"id\":\"b\"}]}";
        for (var field : new String[] {deep.toString(), wide}) {
            var form = "{\"procedure\":\"snow\",\"sections\":[{\"id\":\"a\",\"fields\":[" + field + "]}]}";
            var file = "{\"version\":1,\"facts\":" + FACTS + ",\"form\":" + form + "}";
            assertThatThrownBy(() -> SharedContent.read(file.getBytes(StandardCharsets.UTF_8))).isInstanceOf(SharedContent.Unreadable.class);
        }
    }

    @Test
    @DisplayName("違いは、案内と問いごとに、前と後で言う。課や日は各団体のものなので比べない")
    void differencesAreSaidPlaceByPlace() {
        var before = SharedContent.of(FACTS, FORM);
        assertThat(Comparison.of(before, SharedContent.of(FACTS.replace("roads", "snow-section"), FORM))).isEmpty();
        var after = SharedContent.of(FACTS.replace("\"fee\":0", "\"fee\":500").replace("\"en\":\"Snow\"", "\"en\":\"Snow clearing\""),
                FORM.replace("\"id\":\"place\"", "\"id\":\"where\"").replace("{\"ja\":\"名前\"}", "{\"ja\":\"氏名\"},\"required\":true"));
        assertThat(Comparison.of(before, after)).containsExactly(
                new Difference(Kind.FACT, "", "name", "除雪 ／ Snow", "除雪 ／ Snow clearing"), new Difference(Kind.FACT, "", "fee", "0", "500"),
                new Difference(Kind.QUESTION_GONE, "どこ", "", "", ""), new Difference(Kind.QUESTION_ADDED, "どこ", "", "", ""),
                new Difference(Kind.QUESTION, "氏名", "label", "名前", "氏名"), new Difference(Kind.QUESTION, "氏名", "required", "", "true"));
        assertThat(Comparison.of(before, SharedContent.of(FACTS, null))).extracting(Difference::kind).containsExactly(Kind.FORM_GONE);
        assertThat(Comparison.of(SharedContent.of(FACTS, null), before)).extracting(Difference::kind).isEqualTo(List.of(Kind.FORM_ADDED));
    }
}
