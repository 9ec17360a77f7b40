package jp.yakuba.exchange.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ProofPoint;
import jp.yakuba.exchange.api.ProofReport;
import jp.yakuba.exchange.api.ProofState;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.service.SigningFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("証拠を、送った役所にも受け取った役所にも聞かずに確かめる")
class ProofCheckTest {
    private static final long LARGEST = 10L * 1024 * 1024;

    @TempDir
    private Path folder;

    private SigningFixture office;
    private SealedContainer sealed;
    private Path container;
    private Path evidence;

    @BeforeEach
    void open() throws Exception {
        office = new SigningFixture(folder.resolve("keys"), Instant.now());
        office.nameKeys();
        container = folder.resolve("letter.asice");
        sealed = seal(office.hand());
        evidence = evidence(files());
    }

    @AfterEach
    void close() {
        office.close();
    }

    private SealedContainer seal(Hand hand) throws Exception {
        Files.deleteIfExists(container);
        return new ContainerPress(office.containers(Instant::now)).seal(LetterFixture.head(),
                LetterFixture.source("通知.pdf", "application/pdf", LetterFixture.PDF),
                List.of(LetterFixture.source("別紙.txt", "text/plain", LetterFixture.TEXT)), hand, container);
    }

    private Path authorities() {
        return folder.resolve("keys/authorities");
    }

    private byte[] receipt(String sha256) {
        return receipt(sha256, Instant.now().plus(Duration.ofDays(100)));
    }

    private byte[] receipt(String sha256, Instant until) {
        var hand = office.handOf("東大和市長", LetterFixture.RECIPIENT, Instant.now().minus(Duration.ofDays(1)), until);
        return answers().receipt(new Answer.Letter(sealed.head().messageId(), sha256, LetterFixture.SENDER, LetterFixture.RECIPIENT), "令8収第31号", hand);
    }

    private AnswerXml answers() {
        return new AnswerXml(office.xml(Instant::now), Instant::now);
    }

    private Map<String, byte[]> files() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(ProofNames.container(sealed.head().messageId()), Files.readAllBytes(container));
        files.put(ProofNames.ANSWER, receipt(sealed.sha256()));
        files.put(ProofNames.WORDS, "確かめ方".getBytes(StandardCharsets.UTF_8));
        int number = 0;
        for (var kind : List.of("office/authority.cer", "stamps/authority.cer", "office/authority.crl", "stamps/authority.crl")) {
            number++;
            files.put("trust/00" + number + kind.substring(kind.length() - 4), Files.readAllBytes(authorities().resolve(kind)));
        }
        return files;
    }

    private Path evidence(Map<String, byte[]> files) throws IOException {
        return Files.write(folder.resolve("evidence.zip"), zipped(files));
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private ProofReport check(Path file) throws IOException {
        return new ProofCheck(new ContainerCheck(office.containers(Instant::now)), answers()).check(file, LARGEST);
    }

    private static Map<ProofPoint, ProofState> states(ProofReport report) {
        return report.lines().stream().collect(Collectors.toMap(ProofReport.Line::point, ProofReport.Line::state));
    }

    private static List<ExchangeFault> faults(ProofReport report) {
        return report.lines().stream().map(ProofReport.Line::fault).filter(fault -> fault != null).toList();
    }

    private record Printed(int code, String words) {}

    private static Printed command(String... arguments) {
        var out = new ByteArrayOutputStream();
        int code = new VerifyEvidence(new PrintStream(out, true, StandardCharsets.UTF_8), Instant::now).run(arguments);
        return new Printed(code, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("証拠は、だれの署名か、いつか、どの収受番号で受け取られたかを言う")
    void evidenceHolds() throws IOException {
        var report = check(evidence);

        assertThat(report.outcome()).isEqualTo(ProofState.HOLDS);
        assertThat(states(report)).containsEntry(ProofPoint.WHOLE, ProofState.HOLDS).containsEntry(ProofPoint.SIGNATURE, ProofState.HOLDS)
                .containsEntry(ProofPoint.AUTHORITY, ProofState.HOLDS).containsEntry(ProofPoint.STAMP, ProofState.NONE)
                .containsEntry(ProofPoint.ANSWER, ProofState.HOLDS);
        assertThat(report.head().sender().code()).isEqualTo(LetterFixture.SENDER);
        assertThat(report.seal().organization()).isEqualTo("LG:JP-" + LetterFixture.SENDER);
        assertThat(report.answer().number()).isEqualTo("令8収第31号");
        assertThat(report.answer().signer()).isEqualTo("東大和市長");
        assertThat(report.sha256()).isEqualTo(sealed.sha256());
        assertThat(states(check(container))).containsEntry(ProofPoint.ANSWER, ProofState.NONE);
    }

    @Test
    @DisplayName("変えた容れ物、別の容れ物への通知、変えた通知は合わないと言う")
    void whatWasChangedIsSeen() throws Exception {
        var files = files();
        var changed = Files.readAllBytes(container);
        changed[changed.length / 3] ^= 1;
        files.put(ProofNames.container(sealed.head().messageId()), changed);
        assertThat(check(evidence(files)).outcome()).isEqualTo(ProofState.BROKEN);

        files = files();
        files.put(ProofNames.ANSWER, receipt("ab".repeat(32)));
        assertThat(faults(check(evidence(files)))).containsExactly(ExchangeFault.ANSWER_OTHER);

        files.put(ProofNames.ANSWER, new String(receipt(sealed.sha256()), StandardCharsets.UTF_8).replace("第31号", "第32号").getBytes(StandardCharsets.UTF_8));
        var report = check(evidence(files));
        assertThat(faults(report)).containsExactly(ExchangeFault.SIGNATURE_CHANGED);
        assertThat(report.answer()).isNull();
        assertThat(states(report)).containsEntry(ProofPoint.SIGNATURE, ProofState.HOLDS);
    }

    @Test
    @DisplayName("知らない認証局は、間違いではなく、言いきれないと言う。別の役所の証明書は合わないと言う")
    void whatIsUnknownIsNotCalledWrong() throws Exception {
        sealed = seal(office.strangersHand());
        var report = check(container);
        assertThat(report.outcome()).isEqualTo(ProofState.UNKNOWN);
        assertThat(states(report)).containsEntry(ProofPoint.SIGNATURE, ProofState.HOLDS).containsEntry(ProofPoint.AUTHORITY, ProofState.UNKNOWN);

        sealed = seal(office.handOf("狛江市長", "132195", Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1))));
        assertThat(faults(check(container))).containsExactly(ExchangeFault.CERTIFICATE_OFFICE);
        assertThat(check(container).outcome()).isEqualTo(ProofState.BROKEN);
    }

    @Test
    @DisplayName("タイムスタンプがあれば、その時刻を言う")
    void aStampIsTold() throws Exception {
        var stamped = folder.resolve("stamped.asice");
        new ContainerPress(office.containers(Instant::now)).extend(container, stamped, Proof.STAMP);
        var report = check(stamped);
        assertThat(states(report)).containsEntry(ProofPoint.STAMP, ProofState.HOLDS);
        assertThat(report.seal().provenAt()).isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(60));
    }

    @Test
    @DisplayName("足した証拠と更新した証拠は、もとの署名のものとして確かめられる。別の署名への証拠は合わない")
    void proofBesideTheContainerCounts() throws Exception {
        var press = new ContainerPress(office.containers(Instant::now));
        var kept = press.prolong(container, null, Proof.KEEPING);
        var again = press.prolong(container, kept.content(), Proof.KEEPING);
        assertThat(again.content().length).isGreaterThan(kept.content().length);
        var files = files();
        files.put(ProofNames.SIGNATURES, again.content());
        var report = check(evidence(files));
        assertThat(report.outcome()).as(report.lines().toString()).isEqualTo(ProofState.HOLDS);
        assertThat(states(report)).containsEntry(ProofPoint.STAMP, ProofState.HOLDS);

        seal(office.hand());
        files.put(ProofNames.SIGNATURES, press.prolong(container, null, Proof.STAMP).content());
        assertThat(faults(check(evidence(files)))).contains(ExchangeFault.SIGNATURE_CHANGED);
    }

    @Test
    @DisplayName("署名した証明書が切れた後の通知は、足した証拠があれば合い、なければ、合わないのではなく言いきれない")
    void anAnswerOutlivesItsCertificate() throws Exception {
        answers().prolong(receipt(sealed.sha256()), Proof.KEEPING); // what takes long the first time is over
        var until = Instant.now().plusSeconds(8);
        var plain = receipt(sealed.sha256(), until);
        var kept = answers().prolong(plain, Proof.KEEPING).content();
        var files = files();
        while (!Instant.now().isAfter(until.plusSeconds(1))) {
            Thread.sleep(200);
        }
        files.put(ProofNames.ANSWER, kept);
        var proven = check(evidence(files));
        assertThat(proven.outcome()).as(proven.lines().toString()).isEqualTo(ProofState.HOLDS);
        assertThat(proven.answer().number()).isEqualTo("令8収第31号");

        files.put(ProofNames.ANSWER, plain);
        var report = check(evidence(files));
        assertThat(report.outcome()).as(report.lines().toString()).isEqualTo(ProofState.UNKNOWN);
        assertThat(faults(report)).containsExactly(ExchangeFault.CERTIFICATE_EXPIRED);
        assertThat(report.answer()).as("what nobody can tell is not told").isNull();

        var foreign = office.handOf("狛江市長", "132195", Instant.now().minus(Duration.ofDays(1)), Instant.now().plusSeconds(2));
        var forged = answers().receipt(new Answer.Letter(sealed.head().messageId(), sealed.sha256(), LetterFixture.SENDER, LetterFixture.RECIPIENT), "偽1", foreign);
        Thread.sleep(3000);
        files.put(ProofNames.ANSWER, forged);
        assertThat(faults(check(evidence(files)))).as("another office, whose certificate is over").containsExactly(ExchangeFault.CERTIFICATE_OFFICE);
        assertThat(check(evidence(files)).outcome()).isEqualTo(ProofState.BROKEN);
        files.put(ProofNames.ANSWER, answers().receipt(new Answer.Letter(sealed.head().messageId(), sealed.sha256(), LetterFixture.SENDER,
                LetterFixture.RECIPIENT), "偽2", office.strangersHand()));
        assertThat(check(evidence(files)).answer()).as("an authority that nobody knows").isNull();

        files.put(ProofNames.ANSWER, new String(kept, StandardCharsets.UTF_8).replace("第31号", "第32号").getBytes(StandardCharsets.UTF_8));
        assertThat(faults(check(evidence(files)))).containsExactly(ExchangeFault.SIGNATURE_CHANGED);
    }

    @Test
    @DisplayName("敵意のあるファイルは、理由を言って断り、何も残さない")
    void hostileFilesAreRefused() throws Exception {
        long before = leftovers();
        var name = ProofNames.container(sealed.head().messageId());
        assertThat(faults(check(Files.write(folder.resolve("a"), new byte[0])))).containsExactly(ExchangeFault.CONTAINER_UNREADABLE);
        assertThat(faults(check(Files.write(folder.resolve("a"), "PK".repeat(1000).getBytes(StandardCharsets.UTF_8))))).containsExactly(ExchangeFault.CONTAINER_UNREADABLE);
        assertThat(faults(check(evidence(Map.of("answer.xml", receipt(sealed.sha256())))))).containsExactly(ExchangeFault.PART_MISSING);
        assertThat(faults(check(evidence(Map.of(name, new byte[3], "../../etc/passwd", new byte[1]))))).containsExactly(ExchangeFault.PART_UNKNOWN);
        assertThat(faults(check(evidence(Map.of(name, new byte[3], "0".repeat(36) + ".asice", new byte[1]))))).containsExactly(ExchangeFault.DOCUMENT_NOT_ONE);
        assertThat(faults(check(evidence(Map.of(name, new byte[(int) LARGEST + 1]))))).containsExactly(ExchangeFault.TOO_LARGE);
        assertThat(faults(check(evidence(Map.of(name, zipped(Map.of(name, new byte[3]))))))).containsExactly(ExchangeFault.PART_UNKNOWN);
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[8 * 1024 * 1024]);
        }
        assertThat(faults(check(Files.write(folder.resolve("a"), bomb.toByteArray())))).containsExactly(ExchangeFault.PACKED_TOO_TIGHT);
        var entity = "<!DOCTYPE answer [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><answer>&f;</answer>".getBytes(StandardCharsets.UTF_8);
        assertThat(faults(check(evidence(Map.of(name, Files.readAllBytes(container), ProofNames.ANSWER, entity))))).containsExactly(ExchangeFault.ANSWER_INVALID);
        assertThat(leftovers()).isEqualTo(before);
    }

    private static long leftovers() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("yakuba-proof-")).count();
        }
    }

    @Test
    @DisplayName("コマンドは、証拠に入っていた信頼の起点だけなら、だれの信頼かを言う")
    void theCommandSaysWhoseTrustItIs() {
        System.clearProperty("yakuba.signing.authorities");
        var brought = command(evidence.toString());
        assertThat(brought.code()).as(brought.words()).isEqualTo(VerifyEvidence.HOLDS);
        assertThat(brought.words()).contains("証拠に入っていた証明書", "署名した人: 芽室町長", "令8収第31号", "結果: すべて確かめられました");

        var own = command(evidence.toString(), null, "--authorities=" + authorities());
        assertThat(own.code()).isEqualTo(VerifyEvidence.HOLDS);
        assertThat(own.words()).contains("だけを信頼").doesNotContain("証拠に入っていた");

        var alone = command(container.toString(), "--authorities=");
        assertThat(alone.code()).isEqualTo(VerifyEvidence.UNKNOWN);
        assertThat(alone.words()).contains("信頼の起点: ありません", "知らない認証局の証明書です（certificate-unknown）");
    }

    @Test
    @DisplayName("コマンドは、別に来た通知も確かめ、合わなければ1、読めなければ2で終わる")
    void theCommandEndsWithItsVerdict() throws IOException {
        var trust = "--authorities=" + authorities();
        var answer = Files.write(folder.resolve("answer.xml"), receipt(sealed.sha256()));
        assertThat(command(container.toString(), answer.toString(), trust).code()).isEqualTo(VerifyEvidence.HOLDS);
        Files.write(answer, receipt("cd".repeat(32)));
        var wrong = command(container.toString(), answer.toString(), trust);
        assertThat(wrong.code()).isEqualTo(VerifyEvidence.BROKEN);
        assertThat(wrong.words()).contains("別の文書への通知です");
        assertThat(command(folder.resolve("nothing").toString(), trust).code()).isEqualTo(VerifyEvidence.UNKNOWN);
        assertThat(command(container.toString(), "--authorities=" + folder.resolve("nothing")).code()).isEqualTo(VerifyEvidence.UNKNOWN);
        assertThat(command().code()).isEqualTo(VerifyEvidence.UNKNOWN);
    }
}
