package jp.yakuba.document.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.gateway.VirusScanner;
import jp.yakuba.document.store.FileStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ファイルの受入れ")
class FileIntakeTest {
    private static final byte[] WORDS = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final List<StoredFile> kept = new ArrayList<>();
    private final FileIntake intake = new FileIntake(new FileStore() {
        @Override
        public void put(StoredFile file, boolean scanned, Instant at, InputStream content) {
            kept.add(file);
        }
    }, new Silent(), Instant::now);

    @Test
    @DisplayName("ウイルス検査が答えなくても、役所が自分で作ったものは残せる。外から来たものは残せない")
    void whatTheOfficeMadeNeedsNoScanner() {
        var own = intake.keepOwn(new ByteArrayInputStream(WORDS), "芽住第1号.pdf", 100);
        assertThat(kept).containsExactly(own);
        assertThat(own.mediaType()).isEqualTo("application/pdf");
        assertThatThrownBy(() -> intake.keep(new ByteArrayInputStream(WORDS), "届.pdf", 100))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(DocumentProblem.SCAN_UNAVAILABLE));
        assertThat(kept).hasSize(1);
    }

    /** A scanner that is named in the settings and does not answer. */
    private static final class Silent implements VirusScanner {
        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public boolean answers() {
            return false;
        }

        @Override
        public Optional<String> findVirus(InputStream content) throws IOException {
            throw new IOException("nobody answers");
        }
    }
}
