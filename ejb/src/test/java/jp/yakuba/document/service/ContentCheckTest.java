package jp.yakuba.document.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.kernel.RuleViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("受け取るファイルの検査")
class ContentCheckTest {
    private static final long LIMIT = 100L * 1024 * 1024;
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROGRAM = program();

    @Test
    @DisplayName("種類は名前でなく中身で決める")
    void typeComesFromTheContent() throws IOException {
        assertThat(typeOf(PDF, "在職証明書.pdf")).isEqualTo("application/pdf");
        assertThat(typeOf(PDF, "file")).isEqualTo("application/pdf");
        assertThat(typeOf("氏名,生年月日\n".getBytes(StandardCharsets.UTF_8), "一覧.csv")).isEqualTo("text/csv");
        assertThat(typeOf("髙橋,昭和\r\n".getBytes(Charset.forName("windows-31j")), "一覧.txt")).isEqualTo("text/plain");
    }

    @Test
    @DisplayName("写真の名前をした実行ファイルは断る")
    void disguisedProgramIsRefused() {
        refused(() -> typeOf(PROGRAM, "写真.jpg"), DocumentProblem.DISGUISED);
        refused(() -> typeOf(PROGRAM, "写真"), DocumentProblem.TYPE_NOT_TAKEN);
        refused(() -> typeOf(PROGRAM, "setup.exe"), DocumentProblem.TYPE_NOT_TAKEN);
    }

    @Test
    @DisplayName("スクリプトとHTMLは断る")
    void scriptsAreRefused() {
        refused(() -> typeOf("#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8), "a"), DocumentProblem.TYPE_NOT_TAKEN);
        refused(() -> typeOf("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), "a.html"),
                DocumentProblem.TYPE_NOT_TAKEN);
        refused(() -> typeOf("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "a.svg"),
                DocumentProblem.TYPE_NOT_TAKEN);
    }

    @Test
    @DisplayName("文書の形をしたものだけをワード文書と認める")
    void officeDocumentsAreKnownByTheirParts() throws IOException {
        assertThat(typeOf(zip("[Content_Types].xml", 100), "申立書.docx")).endsWith("wordprocessingml.document");
        refused(() -> typeOf(zip("readme.txt", 100), "申立書.docx"), DocumentProblem.DISGUISED);
        refused(() -> typeOf(zip("word/vbaProject.bin", 100), "申立書.docx"), DocumentProblem.TYPE_NOT_TAKEN);
    }

    @Test
    @DisplayName("開くと何百倍にもなる書庫は断る")
    void archiveBombIsRefused() throws IOException {
        var bomb = zip("[Content_Types].xml", 60 * 1024 * 1024);
        assertThat(bomb.length).isLessThan(1024 * 1024);
        refused(() -> typeOf(bomb, "申立書.docx"), DocumentProblem.ARCHIVE_BOMB);
        refused(() -> typeOf(bomb, "a.zip"), DocumentProblem.ARCHIVE_BOMB);
    }

    @Test
    @DisplayName("百メガバイトを一字でも超えたら断り、途中までのものを残さない")
    void tooLargeIsRefusedWhileItStreams() {
        refused(() -> SpooledFile.of(new Endless(), LIMIT), DocumentProblem.FILE_TOO_LARGE);
        refused(() -> SpooledFile.of(InputStream.nullInputStream(), LIMIT), DocumentProblem.FILE_EMPTY);
    }

    private static String typeOf(byte[] content, String name) throws IOException {
        try (var file = SpooledFile.of(new ByteArrayInputStream(content), LIMIT)) {
            return new ContentCheck().typeOf(file, name);
        }
    }

    private static void refused(ThrowingCallable deed, DocumentProblem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static byte[] zip(String entry, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[size]);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] program() {
        var program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        program[60] = (byte) 128;
        program[128] = 'P';
        program[129] = 'E';
        program[132] = 0x4c;
        program[133] = 0x01;
        return program;
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return length;
        }
    }
}
