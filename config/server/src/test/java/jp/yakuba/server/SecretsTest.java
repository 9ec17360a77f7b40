package jp.yakuba.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("機械どうしの合言葉")
class SecretsTest {
    @TempDir
    private Path home;

    @Test
    @DisplayName("一度決めた合言葉は次の開庁でも同じ")
    void staysTheSameOverStarts() {
        var first = Secrets.of(home).get("database.owner");
        assertThat(Secrets.of(home).get("database.owner")).isEqualTo(first).hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName("合言葉は名前ごと、役場ごとに違う")
    void differsByNameAndHome() {
        var secrets = Secrets.of(home.resolve("one"));
        assertThat(secrets.get("a")).isNotEqualTo(secrets.get("b")).isNotEqualTo(Secrets.of(home.resolve("two")).get("a"));
    }

    @Test
    @DisplayName("ファイルは持ち主しか読めない")
    void fileIsForItsOwnerOnly() throws IOException {
        Secrets.of(home).get("keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
