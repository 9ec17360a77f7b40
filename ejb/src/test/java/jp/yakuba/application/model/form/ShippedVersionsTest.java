package jp.yakuba.application.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.yakuba.kernel.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A town that was loaded before takes a shipped form only under a higher version. {@code shipped-forms.txt} keeps what each version
 * was; a line of it is replaced by one of the next version, never rewritten.
 */
@DisplayName("同梱の様式の版")
class ShippedVersionsTest {
    @Test
    @DisplayName("様式を変えたら版を上げる。上げないと、もう動いている町には届かない")
    void aChangedFormHasAHigherVersion() throws IOException {
        var now = ShippedForms.withForm().map(ShippedVersionsTest::line).sorted().toList();

        assertThat(now).as("raise the version of a changed form, then write its line into shipped-forms.txt").isEqualTo(kept());
    }

    private static String line(String code) {
        var form = ShippedForms.procedure(code).getJsonObject("form");
        return code + " " + form.getInt("version") + " " + Sha256.hex(form.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> kept() throws IOException {
        try (var in = ShippedVersionsTest.class.getResourceAsStream("/shipped-forms.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
