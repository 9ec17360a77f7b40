package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("悪い添付")
class HostileFilesIT extends Journey {
    private static final String QUESTION = "house-demolition.photo";
    private static final long MEGABYTE = 1024L * 1024L;
    private static final long SPARE_MEGABYTES = 80;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("申請書.pdf", "DOC-003 DOC-004", program("")),
                Arguments.of("申請書.pdf", "DOC-003 DOC-004", program("%PDF-1.7\n")),
                Arguments.of("申請書.pdf", "DOC-003 DOC-004", words("<html><script>alert(1)</script>\n%PDF-1.7\n")),
                Arguments.of("写真.jpg", "DOC-003 DOC-004", words("<!DOCTYPE html><html><body onload=alert(1)></body></html>")),
                Arguments.of("図.svg", "DOC-003",
                        words("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")),
                Arguments.of("図.png", "DOC-003 DOC-004",
                        words("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")),
                Arguments.of("手順.txt", "DOC-003 DOC-004", words("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("動く.js", "DOC-003 DOC-004", words("alert(1)")),
                Arguments.of("届.docx", "DOC-003", zip(Map.of("[Content_Types].xml", "<Types/>", "word/vbaProject.bin", "x"))),
                Arguments.of("届.docx", "DOC-004", zip(Map.of("hello.exe", "MZ"))),
                Arguments.of("届.docx", "DOC-005", bomb()),
                Arguments.of("手紙.txt", "DOC-006", words(VirusScanner.EICAR)),
                Arguments.of("空.png", "DOC-009", words("")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    @DisplayName("姿を変えた添付は、その欄で理由を言って断り、記録に残す")
    void aDisguisedFileIsRefusedInWordsAndRecorded(String name, String codes, byte[] content) {
        var refusals = Refusals.fromNow(office());
        var applicant = begins();

        var answer = applicant.attaches("building", QUESTION, name, () -> new ByteArrayInputStream(content));

        assertThat(attachmentsOf(applicant)).isZero();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsPattern("(?s)id=\"house-demolition-photo[^\"]*err[^>]*>|y-err").doesNotContain("DOC-0");
        assertThat(refusals.written()).anyMatch(line -> line.deed().equals("application.attach")
                && codes.contains(line.reason()));
    }

    @Test
    @DisplayName("101 MB は、途中で止めて欄で断る。書いた答えは残り、サーバの記憶は増えない")
    void aFileOfAHundredAndOneMegabytesIsRefusedAndNothingElseIsLost() {
        var applicant = begins();
        var refusals = Refusals.fromNow(office());
        var before = heapAfterCleaning();

        var answer = applicant.attaches("building", QUESTION, "大.pdf", endless("%PDF-1.7\n", 101 * MEGABYTE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("100");
        assertThat(answer.body()).contains("芽室町東二条１番地");
        assertThat(attachmentsOf(applicant)).isZero();
        assertThat(refusals.written()).anyMatch(line -> line.reason().equals("DOC-002"));
        assertThat(heapAfterCleaning() - before).as("megabytes more").isLessThan(SPARE_MEGABYTES);
        assertThat(applicant.sends()).as("the rest is sent without the file").isPresent();
    }

    @Test
    @DisplayName("サーバの外壁より大きなものは受け取らず、書いてあった答えは残る")
    void whatIsLargerThanTheWallIsTurnedAway() {
        var applicant = begins();

        for (var size : new long[] {112 * MEGABYTE, 130 * MEGABYTE}) {
            try {
                assertThat(applicant.attaches("building", QUESTION, "大.pdf", endless("%PDF-1.7\n", size)).statusCode())
                        .isIn(200, 400, 413);
            } catch (UncheckedIOException cutOff) {
                assertThat(cutOff).as("the line may be cut").hasCauseInstanceOf(IOException.class);
            }
        }

        assertThat(attachmentsOf(applicant)).isZero();
        assertThat(applicant.sends()).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    @DisplayName("名前に道や制御の文字を入れても、名前の最後だけが、見えるとおりに残る")
    void namesCarryNoPathAndNoControls(String sent, String kept) {
        var applicant = begins();

        applicant.attaches("building", QUESTION, sent, () -> new ByteArrayInputStream(OthersPapersIT.PICTURE));

        assertThat(office().ask("select name from yakuba.apl_attachment where draft_id = '" + idOf(applicant) + "'"))
                .isEqualTo(kept);
        var page = Intruder.atPortal(office()).signIn(SampleAccounts.RESIDENTS.get(0)).get(applicant.draft() + "/building");
        assertThat(page.body()).doesNotContain("<script>alert");
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("../../../etc/passwd.png", "passwd.png"),
                Arguments.of("C:\\\\Users\\\\x\\\\図.png", "図.png"),
                Arguments.of("a\u0007b\u001bc.png", "abc.png"),
                Arguments.of("写真\u202egnp.exe.png", "写真gnp.exe.png"),
                Arguments.of("<script>alert(1)<|script>.png", "<script>alert(1)<|script>.png"),
                Arguments.of("長".repeat(300) + ".png", "長".repeat(196) + ".png"));
    }

    @Test
    @DisplayName("走査する機械が黙っている間は、何も受け取らない")
    void nothingIsTakenWhileTheScannerIsSilent() {
        var applicant = begins();
        office().scanner().isSilent(true);
        try {
            applicant.attaches("building", QUESTION, "図.png", () -> new ByteArrayInputStream(OthersPapersIT.PICTURE));
            assertThat(attachmentsOf(applicant)).isZero();
            assertThat(Intruder.atOffice(office()).get("/health/ready").body()).contains("SILENT");
        } finally {
            office().scanner().isSilent(false);
        }
        applicant.attaches("building", QUESTION, "図.png", () -> new ByteArrayInputStream(OthersPapersIT.PICTURE));
        assertThat(attachmentsOf(applicant)).isEqualTo(1);
    }

    private Applicant begins() {
        var resident = Intruder.atPortal(office()).signIn(SampleAccounts.RESIDENTS.get(0));
        return Applicant.begins(resident, "house-demolition").answers(Applicant.HOUSE);
    }

    private long attachmentsOf(Applicant applicant) {
        return Long.parseLong(office().ask("select count(*) from yakuba.apl_attachment where draft_id = '" + idOf(applicant)
                + "'"));
    }

    private static String idOf(Applicant applicant) {
        return applicant.draft().substring("/draft/".length());
    }

    /** Megabytes that the server's heap really holds. */
    private long heapAfterCleaning() {
        var pid = String.valueOf(office().running().server().process().find().orElseThrow().pid());
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        said(jcmd, pid, "GC.run");
        var used = java.util.regex.Pattern.compile("used (\\d+)K").matcher(said(jcmd, pid, "GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1)) / 1024;
    }

    private static String said(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Supplier<InputStream> endless(String beginning, long size) {
        return () -> new SequenceInputStream(new ByteArrayInputStream(words(beginning)), new Zeros(size - beginning.length()));
    }

    private static byte[] program(String after) {
        return words("MZ\u0000\u0000This program cannot be run in DOS mode.\r\n$\u0000\u0000PE\u0000\u0000" + after);
    }

    private static byte[] words(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(words(entry.getValue()));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(words("<Types/>"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            new Zeros(200 * MEGABYTE).transferTo(zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** So many bytes of nothing. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            var count = (int) Math.min(left, length);
            java.util.Arrays.fill(into, from, from + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
