package jp.yakuba.document.service.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
