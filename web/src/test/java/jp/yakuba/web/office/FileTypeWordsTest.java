package jp.yakuba.web.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.yakuba.web.shell.MessageBundles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("添付の種類のことば")
class FileTypeWordsTest {
    private static final MessageBundles BUNDLES = MessageBundles.read(FileTypeWordsTest.class.getClassLoader());
    private static final Path DOCUMENT = Path.of("..", "ejb", "src", "main", "java", "jp", "yakuba", "document", "service");
    private static final Pattern TYPE = Pattern.compile("(?:(OFFICE|ODF) \\+ )?\"((?:[a-z]+/)?[a-z0-9.-]+)\"");
    private static final Map<String, String> BEGINNINGS = Map.of(
            "OFFICE", "application/vnd.openxmlformats-officedocument.", "ODF", "application/vnd.oasis.opendocument.");

    @Test
    @DisplayName("役場が受け取る種類には、みな人の呼ぶ名がある")
    void everyTypeThatIsTakenHasWords() throws IOException {
        var types = new TreeSet<String>();
        var check = Files.readString(DOCUMENT.resolve("ContentCheck.java"));
        TYPE.matcher(check.substring(check.indexOf("TAKEN = Set.of("), check.indexOf("SAMPLE"))).results()
                .forEach(found -> types.add(BEGINNINGS.getOrDefault(String.valueOf(found.group(1)), "") + found.group(2)));
        var mail = Pattern.compile("MAIL = \"([^\"]+)\"").matcher(Files.readString(DOCUMENT.resolve("receipt/Staging.java")));
        assertThat(mail.find()).isTrue();
        types.add(mail.group(1));

        assertThat(types).contains("application/pdf", "application/vnd.oasis.opendocument.text").hasSizeGreaterThan(15);
        assertThat(types).allSatisfy(type -> assertThat(BUNDLES.keys()).contains("office.file.type." + type));
    }
}
