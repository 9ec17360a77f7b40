package jp.yakuba.document.service.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.yakuba.document.api.ImportFaultLine;
import jp.yakuba.kernel.OfficeClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("移行文書の目録と置き場")
class ImportListTest {
    private static final String HEADS = "番号,日付,区分,課コード,件名,相手方,ファイル,保存期間,閲覧者,パス,SHA-256\r\n";
    private static final String LINE = "第1号,2015-04-01,収受,general,照会,北海道,A-01-01-001,3年,,a.txt," + "ab".repeat(32) + "\r\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    @DisplayName("UTF-8でもShift_JISでも読め、空の行は飛ばし、行の番号は見出しを1として数える")
    void readsBothWritings(String charset) throws IOException {
        var list = listed((HEADS + LINE + "\r\n" + LINE).getBytes(Charset.forName(charset)));

        var shape = ImportList.look(list);

        assertThat(shape.lines()).isEqualTo(3);
        assertThat(shape.sha256()).hasSize(64);
        try (var read = ImportList.open(list, shape)) {
            assertThat(read.next(2, TODAY).title()).isEqualTo("照会");
            assertThat(read.next(3, TODAY)).isNull();
            assertThat(read.next(4, TODAY).line()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("足りない見出し、閉じない引用符、読めない文字は、目録全体のこととして名指しされる")
    void aListThatCannotBeReadSaysWhy() {
        assertThatThrownBy(() -> ImportList.look(listed("番号,日付\r\n1,2".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(ImportList.Unreadable.class, why -> {
                    assertThat(why.problem()).isEqualTo("heads");
                    assertThat(why.detail()).contains("SHA-256", "課コード");
                });
        assertThatThrownBy(() -> ImportList.look(listed((HEADS + LINE + "\"あ").getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(ImportList.Unreadable.class, why -> assertThat(why.problem()).isEqualTo("csv"));
        assertThatThrownBy(() -> ImportList.look(listed((HEADS + LINE + "\"" + "0".repeat(2 * LineReader.LONGEST) + "\"\r\n").getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(ImportList.Unreadable.class, why -> assertThat(why.problem()).isEqualTo("csv"));
        var strange = (HEADS + LINE).getBytes(StandardCharsets.UTF_8);
        strange[strange.length - 3] = (byte) 0xff;
        assertThatThrownBy(() -> ImportList.look(listed(strange)))
                .isInstanceOfSatisfying(ImportList.Unreadable.class, why -> assertThat(why.problem()).isIn("charset", "heads"));
    }

    @Test
    @DisplayName("パスは、点でもリンクでも絶対パスでも、フォルダの外へは出られない")
    void noPathLeadsOut(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.txt"), "外");
        var folder = Files.createDirectories(outside.resolve("folder/sub"));
        Files.writeString(folder.resolve("a.txt"), "中");
        Files.createSymbolicLink(folder.resolve("link.txt"), outside.resolve("secret.txt"));
        try (var documents = new LaidOutDocuments(outside.resolve("folder"))) {
            assertThat(documents.open("sub/a.txt")).isPresent();
            assertThat(documents.open("sub\\a.txt")).isPresent();
            assertThat(documents.open("../secret.txt")).isEmpty();
            assertThat(documents.open("sub/../../secret.txt")).isEmpty();
            assertThat(documents.open(outside.resolve("secret.txt").toString())).isEmpty();
            assertThat(documents.open("sub/link.txt")).isEmpty();
            assertThat(documents.open("sub")).isEmpty();
            assertThat(documents.open("a\0b")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    @DisplayName("ZIPのなかの日本語の名前は、どちらの書き方でも見つかる")
    void namesInArchivesAreFound(String charset, @TempDir Path folder) throws IOException {
        var zip = folder.resolve("a.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip), Charset.forName(charset))) {
            out.putNextEntry(new ZipEntry(Documents.LIST));
            out.write(HEADS.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("文書/照会.txt"));
            out.write("照会".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(ZippedDocuments.hasList(zip)).isTrue();
        try (var documents = new ZippedDocuments(zip)) {
            assertThat(documents.open("文書/照会.txt")).isPresent();
            assertThat(documents.open("../照会.txt")).isEmpty();
            assertThat(documents.open("文書/")).isEmpty();
        }
        Files.writeString(zip, "これはZIPではない");
        assertThat(ZippedDocuments.hasList(zip)).isFalse();
    }

    @Test
    @DisplayName("開けないファイルは、その行の不備になり、取込みは続く")
    void aFileThatCannotBeOpenedIsAFaultOfItsLine() throws Exception {
        var list = listed((HEADS + LINE + LINE).getBytes(StandardCharsets.UTF_8));
        var preparation = new ImportPreparation();
        var clock = ImportPreparation.class.getDeclaredField("clock");
        clock.setAccessible(true);
        clock.set(preparation, (OfficeClock) () -> TODAY.atStartOfDay(OfficeClock.ZONE).toInstant());
        try (var read = ImportList.open(list, ImportList.look(list));
                var prepared = preparation.next(read, locked(), new ImportPreparation.Position(0, 2, false))) {
            assertThat(prepared.count()).isEqualTo(2);
            assertThat(prepared.lines()).allSatisfy(line ->
                    assertThat(line.row().faults()).extracting(ImportFaultLine::reason).containsExactly("unreadable"));
        }
    }

    private static Documents locked() {
        return new Documents() {
            @Override
            public Optional<InputStream> open(String path) throws IOException {
                throw new AccessDeniedException(path);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static Documents listed(byte[] bytes) {
        return new Documents() {
            @Override
            public Optional<InputStream> open(String path) {
                return Optional.of(new ByteArrayInputStream(bytes));
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
