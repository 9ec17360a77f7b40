package jp.yakuba.document.service.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.Medium;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.service.disposal.ArchivePackage.Content;
import jp.yakuba.document.service.disposal.ArchivePackage.Packed;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;

@DisplayName("公文書館へのパッケージ(E-ARK SIP 2.2.0)")
class ArchivePackageTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("公の検証器が受け入れ、中身は一バイトも変わらない")
    void passesThePublicValidator() throws Exception {
        var built = build("=写し 1/..\\町長.txt", "議事録 \u0001 & <山田>");

        assertThat(verdict(built)).isEmpty();
        try (var zip = new ZipFile(built.toFile())) {
            var entry = zip.stream().filter(one -> one.getName().endsWith("record-00001/001.txt")).findFirst().orElseThrow();
            assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo("本文 山田".getBytes(StandardCharsets.UTF_8));
            var list = zip.stream().filter(one -> one.getName().endsWith("records.xml")).findFirst().orElseThrow();
            assertThat(new String(zip.getInputStream(list).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("芽総収第12号", "&lt;山田&gt;", "町長.txt");
            assertThat(zip.stream()).noneMatch(one -> one.getName().contains("町長"));
        }
    }

    @Test
    @DisplayName("検証器は、一バイト変えたパッケージを受け入れない")
    void theValidatorFindsAChangedByte() throws Exception {
        var built = build("写し.txt", "議事録");
        var changed = folder.resolve("changed.zip");
        try (var zip = new ZipFile(built.toFile()); var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(changed))) {
            for (var entry : zip.stream().toList()) {
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                var bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("001.txt")) {
                    bytes[0]++;
                }
                out.write(bytes);
                out.closeEntry();
            }
        }

        assertThat(verdict(changed)).isNotEmpty();
    }

    private Path build(String name, String title) throws IOException {
        var dossier = Dossier.open("general", new FiscalYear(2020), new DossierFacts("A-01-01", 1, title, null, RetentionClass.Y1, null, null,
                "文書管理規程別表", Medium.ELECTRONIC, null, Disclosure.CLOSED, "7条2号", null, Set.of()));
        dossier.close(new FiscalYear(2020));
        var text = Files.writeString(folder.resolve("bytes"), "本文 山田");
        var sha256 = Sha256.hex(Files.readAllBytes(text));
        var record = new Packed("芽総収第12号", title, "山田 花子", Instant.parse("2020-06-01T00:00:00Z"), "00ff",
                List.of(new Content(text, name, sha256), new Content(text, null, sha256)));
        var bare = new Packed("芽総収第13号", "何もない", "道庁", Instant.parse("2020-06-02T00:00:00Z"), null, List.of());
        return new ArchivePackage("芽室町", "総務課", LocalDate.of(2026, 11, 27)).build(dossier.view(2, 0), List.of(record, bare), folder);
    }

    /** What the validator does not accept; empty if it accepts everything. */
    private static String verdict(Path zip) throws Exception {
        var report = new ByteArrayOutputStream();
        boolean valid = new EARKSIPValidator(new ValidationReportOutputJson(zip, report), "2.2.0").validate("2.2.0");
        return valid ? "" : report.toString(StandardCharsets.UTF_8);
    }
}
