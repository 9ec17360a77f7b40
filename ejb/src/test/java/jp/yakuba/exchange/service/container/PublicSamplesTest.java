package jp.yakuba.exchange.service.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.api.SealFault;
import jp.yakuba.signature.api.SignedFile;
import jp.yakuba.signature.service.SigningFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Containers of many makers, which the makers of EU DSS collected for their tests. None is a letter; their signatures are read all the same. */
@DisplayName("世に出ているASiC-Eの見本")
class PublicSamplesTest {
    @TempDir
    private Path folder;

    private SigningFixture office;

    @BeforeEach
    void open() {
        office = new SigningFixture(folder.resolve("keys"), Instant.now());
        office.nameKeys();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Path sample(String name) throws IOException {
        try (var in = PublicSamplesTest.class.getResourceAsStream("/validation/" + name)) {
            var file = folder.resolve("sample.asice");
            Files.write(file, in.readAllBytes());
            return file;
        }
    }

    /** What lies in it, the signature apart. */
    private static List<SignedFile> files(Path sample, ByteArrayOutputStream signature) throws IOException {
        var files = new ArrayList<SignedFile>();
        try (var zip = new ZipFile(sample.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().matches("META-INF/[^/]*signatures[^/]*[.]xml")) {
                    signature.reset(); // of several the last
                    signature.writeBytes(bytes);
                } else if (!entry.getName().equals("mimetype") && !entry.getName().startsWith("META-INF/")) {
                    files.add(new SignedFile(entry.getName(), "application/octet-stream", Sha256.hex(bytes), () -> new ByteArrayInputStream(bytes)));
                }
            }
        }
        return files;
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        // whole and unchanged; who stands behind it is nobody whom the office trusts
        "onefile-ok.asice, UNTRUSTED", "multifiles-ok.asice, UNTRUSTED", "DSS-2123.asice, UNTRUSTED", "DSS-2266.asice, UNTRUSTED",
        "container-with-custom-manifest-namespace.asice, UNTRUSTED", "Signature-ASiC_LT_modified_cert_values.asice, UNTRUSTED", "xades-lt.sce, UNTRUSTED",
        "test+test.edoc, UNTRUSTED",
        // a file too many, another file, a file too few
        "onefile-too-much-files.asice, UNSIGNED", "multifiles-too-much-files.asice, UNSIGNED", "onefile-wrong-file.asice, REFERENCE",
        "multifiles-wrong-file.asice, REFERENCE", "removed-doc.asice, REFERENCE",
        // two signatures, counter-signatures, objects beside the properties, a policy to be fetched: lawful elsewhere, not here
        "container-with-counter-signature.asice, NOT_ONE", "asic-xades-one-file-two-sigs-duplicated-cnttst.sce, NOT_ONE", "detached-counter-signature.asice, WRAPPED",
        "no-signed-file.asice, WRAPPED", "hello.bdoc, REFERENCE"})
    @DisplayName("署名を見分ける")
    void signaturesAreJudged(String name, SealFault fault) throws IOException {
        var signature = new ByteArrayOutputStream();
        var files = files(sample(name), signature);
        assertThat(office.containers(Instant::now).check(signature.toByteArray(), files).fault()).isEqualTo(fault);
    }

    @Test
    @DisplayName("よい見本でも、ファイルの中身が違えば変わったと出る")
    void anotherFileIsFound() throws IOException {
        var signature = new ByteArrayOutputStream();
        var changed = files(sample("onefile-ok.asice"), signature).stream()
                .map(file -> new SignedFile(file.name(), file.mediaType(), Sha256.hex("another"), file.opener())).toList();
        assertThat(office.containers(Instant::now).check(signature.toByteArray(), changed).fault()).isEqualTo(SealFault.CHANGED);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "malformed-container.asice, CONTAINER_AMBIGUOUS", "test-zip-comment.asice, CONTAINER_AMBIGUOUS", "hello.bdoc, CONTAINER_AMBIGUOUS",
        "onefile-ok.asice, SIGNATURE_NOT_ONE", "container-with-xmlns-manifest-namespace.asice, PART_UNKNOWN", "container-signed.adoc, PART_UNKNOWN"})
    @DisplayName("手紙でないコンテナは、そのわけで断る")
    void whatIsNoLetterIsRefused(String name, ExchangeFault fault) throws IOException {
        var check = new ContainerCheck(office.containers(Instant::now));
        var refused = catchThrowableOfType(ContainerRefused.class,
                () -> check.check(sample(name), LetterFixture.RECIPIENT, LetterFixture.SENDER).close());
        assertThat(refused.fault()).isEqualTo(fault);
    }
}
