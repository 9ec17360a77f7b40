package jp.yakuba.document.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.document.SampleFiles;
import jp.yakuba.document.service.search.TextReader.Read;
import jp.yakuba.document.service.search.TextReader.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("ファイルの中の文字を読む")
class TextReaderTest {
    private static final String WORDS = "除雪計画の照会";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final String PDF = "application/pdf";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("PDF、Office、OpenDocument、文字から読める")
    void textComesOutOf(String type, byte[] bytes) throws IOException {
        var read = read(bytes, type);
        assertThat(read.state()).isEqualTo(State.READ);
        assertThat(read.text()).contains(WORDS);
    }

    static Stream<Arguments> textComesOutOf() throws IOException {
        return Stream.of(
                Arguments.of(PDF, SampleFiles.pdf("見出し", WORDS)), Arguments.of(DOCX, SampleFiles.docx("見出し", WORDS)),
                Arguments.of(XLSX, SampleFiles.xlsx("番号", WORDS)), Arguments.of(PPTX, SampleFiles.pptx(WORDS)),
                Arguments.of(ODT, SampleFiles.odt(WORDS)), Arguments.of("text/plain", WORDS.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("text/csv", ("1," + WORDS).getBytes(Charset.forName("windows-31j"))));
    }

    @Test
    @DisplayName("暗号化、壊れ、絵だけのファイルは、そうとわかる")
    void whatCannotBeReadIsNamed() throws IOException {
        assertThat(read(SampleFiles.lockedPdf(WORDS), PDF)).isEqualTo(Read.without(State.ENCRYPTED));
        assertThat(read("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), PDF)).isEqualTo(Read.without(State.BROKEN));
        assertThat(read(SampleFiles.scan(), PDF)).isEqualTo(Read.without(State.NONE));
        assertThat(read("PK no archive".getBytes(StandardCharsets.UTF_8), DOCX)).isEqualTo(Read.without(State.BROKEN));
        assertThat(read(SampleFiles.zip(Map.of("[Content_Types].xml", "<Types/>")), XLSX).state()).isIn(State.BROKEN, State.NONE);
    }

    @Test
    @DisplayName("小さく見えて大きく膨らむファイルは読まない")
    void whatGrowsTooLargeIsNotRead() throws IOException {
        var bomb = SampleFiles.zip(Map.of("xl/sharedStrings.xml", "除".repeat(30_000_000)));
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(read(bomb, XLSX)).isEqualTo(Read.without(State.TOO_LARGE));
    }

    @Test
    @DisplayName("長い文は決まった長さまで読む。使えない字は落とす")
    void aLongTextIsCut() throws IOException {
        var read = read(("\u0000" + WORDS + "除".repeat(PlainText.MOST)).getBytes(StandardCharsets.UTF_8), "text/plain");
        assertThat(read.state()).isEqualTo(State.CUT);
        assertThat(read.text()).startsWith(WORDS).hasSize(PlainText.MOST);
        var lines = new String[4_100];
        java.util.Arrays.fill(lines, "除".repeat(50));
        assertThat(read(SampleFiles.docx(lines), DOCX).state()).isEqualTo(State.CUT);
    }

    private Read read(byte[] bytes, String type) throws IOException {
        return TextReader.read(Files.write(folder.resolve("file"), bytes), type);
    }
}
