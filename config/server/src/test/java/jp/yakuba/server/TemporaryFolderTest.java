package jp.yakuba.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("サーバの一時フォルダ")
class TemporaryFolderTest {
    @TempDir
    private Path home;

    @Test
    @DisplayName("開庁の前に空になり、ほかの人には読めない。リンクの先は消えず、フォルダがリンクでも、その先が空になる")
    void isEmptyAndOursAlone() throws IOException {
        var folder = home.resolve("server/tmp");
        assertThat(TemporaryFolder.emptied(folder)).isEqualTo(folder).isEmptyDirectory();
        mustBeOursAlone(folder);

        var kept = Files.writeString(Files.createDirectory(home.resolve("elsewhere")).resolve("kept"), "x");
        Files.writeString(folder.resolve("yakuba-file-1.part"), "left by a kill");
        Files.writeString(Files.createDirectories(folder.resolve("yakuba-office2/deep")).resolve("file"), "x");
        Files.createSymbolicLink(folder.resolve("link"), kept.getParent());
        Files.createSymbolicLink(folder.resolve("dangling"), home.resolve("nothing"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(TemporaryFolder.emptied(folder)).isEmptyDirectory();
        mustBeOursAlone(folder);
        assertThat(kept).exists();

        var other = Files.createDirectory(home.resolve("bigger-disk"));
        Files.writeString(other.resolve("left"), "x");
        Files.delete(folder);
        Files.createSymbolicLink(folder, other);
        TemporaryFolder.emptied(folder);
        assertThat(Files.isSymbolicLink(folder)).isTrue();
        assertThat(other).isEmptyDirectory();
    }

    private static void mustBeOursAlone(Path folder) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))).isEqualTo("rwx------");
    }
}
