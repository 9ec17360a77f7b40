package jp.yakuba.document.service.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("オフィス文書の表示")
class SofficeConverterTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("プログラムがなければ、ないと言う")
    void saysThatThereIsNone() {
        assertThat(new SofficeConverter(null).isOn()).isFalse();
    }

    @Test
    @DisplayName("プログラムが書いたPDFを渡す")
    void handsOutWhatTheProgramWrites() throws IOException {
        var converter = new SofficeConverter(program("""
                while [ "$1" != --outdir ]; do shift; done
                printf '%s' "%PDF of $(cat "$3")" > "$2/office.pdf"
                """));
        var out = new ByteArrayOutputStream();
        converter.toPdf(new ByteArrayInputStream("letter".getBytes()), "docx", out);

        assertThat(converter.isOn()).isTrue();
        assertThat(out).hasToString("%PDF of letter");
    }

    @Test
    @DisplayName("プログラムが読めないファイルは、できなかったと言う")
    void failsWhenTheProgramWritesNothing() {
        var converter = new SofficeConverter(program("exit 1"));

        assertThatThrownBy(() -> converter.toPdf(new ByteArrayInputStream(new byte[0]), "docx", new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class);
    }

    @Test
    @Timeout(60)
    @DisplayName("待つ人がいなくなれば、プログラムも残らない")
    void leavesNoProgramBehindWhenNobodyWaits() throws Exception {
        var id = folder.resolve("id");
        var converter = new SofficeConverter(program("echo $$ > " + id + ".part; mv " + id + ".part " + id + "; exec sleep 60"));
        var failed = new CompletableFuture<Boolean>();
        var waiting = new Thread(() -> {
            try {
                converter.toPdf(new ByteArrayInputStream(new byte[0]), "docx", new ByteArrayOutputStream());
                failed.complete(false);
            } catch (IOException stopped) {
                failed.complete(true);
            }
        });
        waiting.start();
        while (!Files.exists(id)) {
            Thread.sleep(10);
        }
        var program = ProcessHandle.of(Long.parseLong(Files.readString(id).strip())).orElseThrow();
        waiting.interrupt();

        assertThat(failed.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(program.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    private Path program(String script) {
        try {
            var file = Files.writeString(folder.resolve("soffice"), "#!/bin/sh\n" + script);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            return file;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
