package jp.yakuba.exchange.service.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidator;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.MimeType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.service.DssContainers;
import jp.yakuba.signature.service.SigningFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("ほかの実装とのコンテナの行き来")
class ContainerInteropTest {
    @TempDir
    private Path folder;

    private SigningFixture office;
    private ContainerPress press;
    private ContainerCheck check;

    @BeforeEach
    void open() {
        office = new SigningFixture(folder.resolve("keys"), Instant.now());
        office.nameKeys();
        press = new ContainerPress(office.containers(Instant::now));
        check = new ContainerCheck(office.containers(Instant::now));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private SimpleReport judgedByDss(Path file) {
        var validator = new ASiCContainerWithXAdESValidator(new FileDocument(file.toFile()));
        validator.setCertificateVerifier(office.verifier());
        return validator.validateDocument(ValidationPolicyLoader.fromDefaultValidationPolicy().create()).getSimpleReport();
    }

    @Test
    @DisplayName("こちらのコンテナは、EU DSSのASiC-E検証器でも有効、変えたものは無効")
    void oursAreTakenByDss() throws Exception {
        var target = folder.resolve("letter.asice");
        press.seal(LetterFixture.head(), LetterFixture.source("通知.pdf", "application/pdf", LetterFixture.PDF),
                List.of(LetterFixture.source("別紙.txt", "text/plain", LetterFixture.TEXT)), office.hand(), target);
        press.extend(target, folder.resolve("kept.asice"), Proof.KEEPING);
        for (var file : List.of(target, folder.resolve("kept.asice"))) {
            var report = judgedByDss(file);
            assertThat(report.getContainerType()).isEqualTo(ASiCContainerType.ASiC_E);
            assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.TOTAL_PASSED);
        }
        var changed = judgedByDss(rewritten(target, folder.resolve("changed.asice")));
        assertThat(changed.getIndication(changed.getFirstSignatureId())).isEqualTo(Indication.TOTAL_FAILED);
    }

    /** The same container with another document in it, in a faultless zip file. */
    private static Path rewritten(Path container, Path target) throws IOException {
        try (var in = new ZipFile(container.toFile()); var out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (var entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = in.getInputStream(entry).readAllBytes();
                out.write(entry.getName().equals(ContainerNames.DOCUMENT) ? "%PDF-1.7 another".getBytes(StandardCharsets.UTF_8) : bytes);
            }
        }
        return target;
    }

    private List<DSSDocument> documents(LetterFixture letter) {
        var documents = new ArrayList<DSSDocument>();
        documents.add(document(ContainerNames.HEAD, letter.headXml(), "text/xml"));
        letter.parts.forEach(part -> documents.add(document(part.path(), letter.files.get(part.path()), part.mediaType())));
        return documents;
    }

    private static DSSDocument document(String name, byte[] bytes, String type) {
        return new InMemoryDocument(bytes, name, new Type(type));
    }

    private record Type(String getMimeTypeString) implements MimeType {
        @Override
        public String getExtension() {
            return null;
        }
    }

    private ExchangeFault fault(byte[] container) throws IOException {
        var file = Files.write(folder.resolve("theirs.asice"), container);
        var refused = catchThrowableOfType(ContainerRefused.class, () -> check.check(file, LetterFixture.RECIPIENT, LetterFixture.SENDER).close());
        return refused == null ? null : refused.fault();
    }

    @Test
    @DisplayName("EU DSSが作ったコンテナは、鑑が正しければ受け、そうでなければ理由をつけて断る")
    void theirsAreTakenByUs() throws IOException {
        assertThat(fault(DssContainers.seal(documents(new LetterFixture()), "signatures.xml", office))).isNull();
        assertThat(fault(DssContainers.seal(documents(new LetterFixture()), "signatures001.xml", office))).isEqualTo(ExchangeFault.SIGNATURE_NOT_ONE);
        var without = documents(new LetterFixture());
        without.remove(0);
        assertThat(fault(DssContainers.seal(without, "signatures.xml", office))).isEqualTo(ExchangeFault.HEAD_MISSING);
        var other = new LetterFixture();
        var documents = documents(other);
        documents.set(2, document("attachments/0001.txt", LetterFixture.PDF, "text/plain"));
        assertThat(fault(DssContainers.seal(documents, "signatures.xml", office))).isEqualTo(ExchangeFault.PART_CHANGED);
        var more = documents(new LetterFixture());
        more.add(document("attachments/0003.txt", LetterFixture.TEXT, "text/plain"));
        assertThat(fault(DssContainers.seal(more, "signatures.xml", office))).isEqualTo(ExchangeFault.PART_UNKNOWN);
    }
}
