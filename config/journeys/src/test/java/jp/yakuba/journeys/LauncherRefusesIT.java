package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.server.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("開けないときのひとこと")
class LauncherRefusesIT {
    private static final Path ROOT = Path.of(System.getProperty("yakuba.root", "../..")).toAbsolutePath().normalize();
    private static final int FIRST_OFFSET = 2600;

    @TempDir
    private Path home;

    private Ports ports;

    @BeforeEach
    void findPorts() {
        ports = Ports.freeFrom(FIRST_OFFSET);
    }

    @Test
    @DisplayName("使われている入口")
    void aPortInUse() throws IOException {
        try (var other = new ServerSocket(ports.smtp(), 1, InetAddress.getLoopbackAddress())) {
            mustRefuse("Port " + other.getLocalPort() + " (mail catcher) is in use by another program");
        }
        assertThat(home.resolve("database")).as("nothing was begun").doesNotExist();
    }

    @Test
    @DisplayName("こわれた資料の置き場")
    void aBrokenDataFolder() throws IOException {
        Files.createDirectories(home.resolve("database"));
        Files.writeString(home.resolve("database/stranger.txt"), "not a database");

        mustRefuse("The data folder " + home.resolve("database") + " is broken");
    }

    @Test
    @DisplayName("なかみのこわれた資料の置き場")
    void aDataFolderThatIsNoDatabase() throws IOException {
        Files.createDirectories(home.resolve("database"));
        Files.writeString(home.resolve("database/PG_VERSION"), "18\n");
        Files.writeString(home.resolve("database/postgresql.conf"), "include 'yakuba.conf'\n");

        mustRefuse("PostgreSQL cannot start on the data folder " + home.resolve("database"));
    }

    @Test
    @DisplayName("もう開いている役場")
    void anOfficeThatIsOpenAlready() throws IOException {
        Files.createDirectories(home.resolve("run"));
        try (var channel = FileChannel.open(home.resolve("run/office.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            mustRefuse("An office is already open on " + home);
        }
    }

    @Test
    @DisplayName("ほかの版の PostgreSQL の資料")
    void aDataFolderOfAnotherVersion() throws IOException {
        Files.createDirectories(home.resolve("database"));
        Files.writeString(home.resolve("database/PG_VERSION"), "12\n");
        Files.writeString(home.resolve("database/postgresql.conf"), "include 'yakuba.conf'\n");

        mustRefuse("PostgreSQL cannot start on the data folder " + home.resolve("database"));
    }

    @Test
    @DisplayName("ほかの JDK の mvn -Prun")
    void anotherJdk() throws IOException, InterruptedException {
        var maven = new ProcessBuilder(Path.of(System.getProperty("yakuba.maven"), "bin", "mvn").toString(), "-o", "-B", "-Prun",
                "-Dmaven.repo.local=" + System.getProperty("yakuba.repository"), "-Djava.version=21.0.4")
                .directory(ROOT.toFile()).redirectErrorStream(true).start();
        var said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(maven.waitFor()).as(said).isEqualTo(1);
        assertThat(said).containsOnlyOnce("Yakuba is built with JDK 17; set JAVA_HOME to a JDK 17 (this is 21.0.4).")
                .as("nothing was begun").doesNotContain("Reactor Summary");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "-Dyakuba.town=999999, 999999",
        "-Dyakuba.town=芽室, 'six-digit municipality code'",
        "-Dyakuba.port.offset=60000, 'The port offset 60000 is out of range'",
        "-Dyakuba.port.offset=many, 'is not a number'",
        "-Dyakuba.population=-x, 'is not a number'",
        "-Dyakuba.population=-5, '-Dyakuba.population=-5 is no town'",
        "-Dyakuba.memory=much, '-Dyakuba.memory=much is not a size'",
        "-Dyakuba.memory=90000g, 'Too little memory: '",
        "-Dyakuba.database.memory=much, '-Dyakuba.database.memory=much is not a size'",
        "-Dyakuba.home=/proc/nowhere, '/proc/nowhere'"})
    @DisplayName("読めない望み")
    void wishesThatCannotBeRead(String option, String words) {
        mustRefuse(words, option);
    }

    private void mustRefuse(String words, String... more) {
        var options = new ArrayList<>(List.of("-Dyakuba.home=" + home, "-Dyakuba.port.offset=" + ports.offset(),
                "-Dyakuba.population=50"));
        options.addAll(List.of(more));
        assertThat(Launcher.start(ROOT, options).refusal()).contains(words);
    }
}
