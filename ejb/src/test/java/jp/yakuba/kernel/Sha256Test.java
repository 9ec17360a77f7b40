package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SHA-256は一か所で求める")
class Sha256Test {
    @Test
    @DisplayName("FIPS 180-4 の例のとおり")
    void givesThePublishedExample() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        var parts = Sha256.begin();
        parts.update((byte) 'a');
        assertThat(parts.digest("bc".getBytes(java.nio.charset.StandardCharsets.US_ASCII))).isEqualTo(Sha256.of("abc"));
    }

    @Test
    @DisplayName("業務と画面のどこも、自分でダイジェストを作らない")
    void nobodyElseMakesADigest() throws IOException {
        for (var folder : List.of(Path.of("src/main/java"), Path.of("../web/src/main/java"), Path.of("../jms-adapters/src/main/java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("Sha256.java"))
                        .filter(Sha256Test::makesADigest)).as(folder.toString()).isEmpty();
            }
        }
    }

    private static boolean makesADigest(Path file) {
        try {
            return Files.readString(file).contains("MessageDigest.getInstance");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
