package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import jp.yakuba.kernel.glyph.FontFile;
import jp.yakuba.kernel.glyph.HouseFonts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("名前の字形を少しずつ渡す")
class NameSlicesTest {
    private static final int FIRST = 0xE0100;
    private static final int HEAVIEST = 120_000;

    @Test
    @DisplayName("元の字と違う字形だけが、その字を名指しする切れに入る")
    void variantsOfTheOrdinaryFont() {
        var slices = NameSlices.ofVariants();

        assertThat(slices.rules()).contains("U+845B", "U+8FBB", "U+698A").doesNotContain("U+4E00,");
        for (var character : new int[] {'葛', '辻', '榊'}) {
            var font = sliceWith(slices, "v", character);
            assertThat(font.shapeOf(character, FIRST)).isPositive();
            assertThat(font.shapeOf(character)).isZero();
        }
    }

    @Test
    @DisplayName("登録字形の書体があれば、その字形もすべて入る")
    void registeredNames() {
        var slices = NameSlices.ofNames();
        if (HouseFonts.ofNames().isEmpty()) {
            assertThat(slices).isNull();
            return;
        }
        var font = sliceWith(slices, "n", '斉');
        assertThat(font.shapeOf('斉', FIRST + 3)).isPositive().isNotEqualTo(font.shapeOf('斉'));
        assertThat(sliceWith(slices, "n", "𠮷".codePointAt(0)).shapeOf("𠮷".codePointAt(0))).isPositive();
    }

    @Test
    @DisplayName("ほかの名は知らない")
    void otherNames() {
        var slices = NameSlices.ofVariants();

        assertThat(slices.has("v0")).isTrue();
        assertThat(slices.has("v999")).isFalse();
        assertThat(slices.has("n0")).isFalse();
        assertThat(slices.has("v0/../v1")).isFalse();
        assertThat(slices.has("v")).isFalse();
    }

    private static FontFile sliceWith(NameSlices slices, String file, int character) {
        var rule = slices.rules().lines().filter(line -> ranges(line).anyMatch(range -> range[0] <= character && character <= range[1]))
                .findFirst().orElseThrow();
        var bytes = slices.bytes(rule.replaceAll(".*url\\((" + file + "\\d+)\\.ttf.*", "$1"));
        assertThat(bytes).hasSizeLessThan(HEAVIEST);
        return FontFile.of(new ByteArrayInputStream(bytes));
    }

    private static java.util.stream.Stream<int[]> ranges(String rule) {
        return java.util.Arrays.stream(rule.replaceAll(".*unicode-range:|}", "").split(",")).map(range -> {
            var ends = range.substring(2).split("-");
            return IntStream.of(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16)).toArray();
        });
    }
}
