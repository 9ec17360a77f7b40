package jp.yakuba.kernel.glyph;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("字形と小さな書体")
class SmallFontTest {
    private static final int FIRST = 0xE0100;

    @ParameterizedTest
    @ValueSource(strings = {"葛", "辻", "榊"})
    @DisplayName("異体字シーケンスは元の字と違う形で描かれる")
    void sequenceHasAShapeOfItsOwn(String character) {
        var c = character.codePointAt(0);

        assertThat(HouseFonts.plain().isDrawnOtherwise(c, FIRST)).isTrue();
        assertThat(HouseFonts.bold().isDrawnOtherwise(c, FIRST)).isTrue();
        assertThat(HouseFonts.plain().shapeOf(c)).isNotZero().isNotEqualTo(HouseFonts.plain().shapeOf(c, FIRST));
    }

    @Test
    @DisplayName("既定の字形を指すシーケンスは元の字と同じ形、知らないシーケンスは形なし")
    void usualAndUnknown() {
        var font = HouseFonts.plain();

        assertThat(font.shapeOf('葛', FIRST + 1)).isEqualTo(font.shapeOf('葛'));
        assertThat(font.isDrawnOtherwise('葛', FIRST + 1)).isFalse();
        assertThat(font.shapeOf('葛', 0xE01EF)).isZero();
        assertThat(font.shapeOf(0x1F600)).isZero();
    }

    @Test
    @DisplayName("一つずつ引いた答えは、全部を並べた表と合う")
    void searchAgreesWithTheTables() throws IOException {
        var font = HouseFonts.plain();
        try (var independent = parsed(HouseFonts.plainFile().readAllBytes())) {
            var lookup = independent.getUnicodeCmapLookup();
            for (int c = 1; c < 0x30000; c++) {
                assertThat(font.shapeOf(c)).as("U+%04X", c).isEqualTo(lookup.getGlyphId(c));
            }
        }
        assertThat(font.characters()).hasSizeGreaterThan(11_000).allMatch(c -> font.shapeOf(c) != 0);
        assertThat(font.variants().get((int) '葛')).containsExactly(FIRST, FIRST + 1);
    }

    @Test
    @DisplayName("小さな書体の輪郭と字幅は元の書体のまま、合成された字も")
    void shapesStayAsTheyAre() throws IOException {
        var source = HouseFonts.plain();
        var characters = new ArrayList<>(source.characters()).subList(0, 600);
        var small = new SmallFont(source, "Small", "a test");
        var numbers = new ArrayList<Integer>();
        characters.forEach(c -> numbers.add(small.draw(c, source.shapeOf(c))));

        try (var whole = parsed(HouseFonts.plainFile().readAllBytes()); var part = parsed(small.bytes())) {
            assertThat(part.getName()).isEqualTo("Small");
            for (int i = 0; i < characters.size(); i++) {
                var shape = source.shapeOf(characters.get(i));
                assertThat(part.getUnicodeCmapLookup().getGlyphId(characters.get(i))).isEqualTo(numbers.get(i));
                assertThat(outline(part, numbers.get(i))).isEqualTo(outline(whole, shape));
                assertThat(part.getAdvanceWidth(numbers.get(i))).isEqualTo(whole.getAdvanceWidth(shape));
            }
        }
    }

    @Test
    @DisplayName("小さな書体もシーケンスを知っている")
    void smallFontKnowsSequences() {
        var source = HouseFonts.plain();
        var small = new SmallFont(source, "Small", "a test");
        small.draw('葛', FIRST, source.shapeOf('葛', FIRST));
        small.draw('辻', FIRST, source.shapeOf('辻', FIRST));
        var read = FontFile.of(new java.io.ByteArrayInputStream(small.bytes()));

        assertThat(read.shapeOf('葛', FIRST)).isEqualTo(1);
        assertThat(read.shapeOf('辻', FIRST)).isEqualTo(2);
        assertThat(read.shapeOf('葛')).isZero();
        assertThat(read.outline(1)).hasSizeGreaterThan(20);
    }

    private static TrueTypeFont parsed(byte[] font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
    }

    private static List<String> outline(TrueTypeFont font, int shape) throws IOException {
        var steps = new ArrayList<String>();
        var glyph = font.getGlyph().getGlyph(shape);
        var point = new float[6];
        for (PathIterator at = glyph.getPath().getPathIterator(null); !at.isDone(); at.next()) {
            steps.add(at.currentSegment(point) + java.util.Arrays.toString(point));
        }
        return steps;
    }
}
