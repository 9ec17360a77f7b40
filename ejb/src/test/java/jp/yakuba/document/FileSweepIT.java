package jp.yakuba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsSystem;
import jp.yakuba.InRequest;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.service.FileSweep;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("使われないファイルの片付け(コンテナ内)")
class FileSweepIT {
    private static final long LIMIT = 10_000_000;
    private static final int ROUNDS = 15;

    @Inject
    private FileDesk files;

    @Inject
    private FileSweep sweep;

    @Inject
    private InRequest request;

    @Inject
    private AsDesk desk;

    @Inject
    private AsSystem system;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource database;

    @Resource
    private ManagedExecutorService threads;

    @Test
    @DisplayName("使われている間は残り、使われなくなって決めた日数が過ぎると、大きなものも消える")
    void goesOnceNothingUsesItForItsTime() throws Exception {
        for (var content : List.of("小さな " + UUID.randomUUID(), UUID.randomUUID() + "大".repeat(800_000))) {
            var use = UUID.randomUUID();
            var sha256 = keepFor(use, content);
            age(sha256);
            sweepAll();
            assertThat(opens(sha256)).as("in use").isTrue();
            desk.call(() -> {
                files.release(List.of(use));
                return null;
            });
            sweepAll();
            assertThat(opens(sha256)).as("released just now").isTrue();
            age(sha256);
            sweepAll();
            assertThatThrownBy(() -> opens(sha256)).isInstanceOfSatisfying(
                    RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(DocumentProblem.NO_SUCH_FILE));
        }
    }

    @Test
    @DisplayName("二つの下書きが同じ写真を使えば、一つが捨てられても残る。ほかの用で預かれば、ずっと残る")
    void staysWhileAnythingElseNeedsIt() throws Exception {
        var content = "同じ写真 " + UUID.randomUUID();
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var sha256 = keepFor(one, content);
        assertThat(keepFor(other, content)).isEqualTo(sha256);
        release(one);
        age(sha256);
        sweepAll();
        assertThat(opens(sha256)).isTrue();
        desk.call(() -> files.keep(bytes(content), "a.txt", LIMIT));
        release(other);
        age(sha256);
        sweepAll();
        assertThat(opens(sha256)).isTrue();
    }

    @Test
    @DisplayName("片付けと同じ瞬間に同じ写真が届いても、届いたほうは必ず開く")
    void anUploadInTheSameSecondIsSafe() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var content = "競う写真 " + UUID.randomUUID();
            var first = UUID.randomUUID();
            var sha256 = keepFor(first, content);
            release(first);
            age(sha256);
            var start = new CountDownLatch(1);
            var swept = threads.submit(() -> {
                start.await();
                sweepAll();
                return true;
            });
            boolean lends = round % 2 == 0;
            var kept = threads.submit(() -> {
                start.await();
                return lends ? keepFor(UUID.randomUUID(), content) : desk.call(() -> files.keep(bytes(content), "a.txt", LIMIT)).sha256();
            });
            start.countDown();
            assertThat(swept.get()).isTrue();
            assertThat(opens(kept.get())).isTrue();
        }
    }

    private String keepFor(UUID use, String content) throws Exception {
        return desk.call(() -> files.keepFor(use, bytes(content), "a.txt", LIMIT)).sha256();
    }

    private void release(UUID use) throws Exception {
        desk.call(() -> {
            files.release(List.of(use));
            return null;
        });
    }

    private void sweepAll() throws Exception {
        request.as(Actor.system("test"), () -> system.call(() -> {
            while (sweep.sweep() > 0) {
                // until nothing is left
            }
            return null;
        }));
    }

    private boolean opens(String sha256) throws Exception {
        return desk.call(() -> {
            try (var content = files.open(sha256)) {
                content.transferTo(OutputStream.nullOutputStream());
                return true;
            }
        });
    }

    private void age(String sha256) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("UPDATE doc_lent_file SET kept_at = kept_at - interval '8 days' WHERE sha256 = ?")) {
            statement.setString(1, sha256);
            statement.executeUpdate();
        }
    }

    private static ByteArrayInputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
