package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("だれにでも開く画面")
class OpenPagesTest {
    private static final Path SITE = Path.of("src/main/webapp");
    private static final Pattern LINK = Pattern.compile("href=\"(/[a-z-]+)\"");
    private static final Pattern DOOR = Pattern.compile("<url-pattern>(/[a-z-]+)(?:/\\*)?</url-pattern>");

    @Test
    @DisplayName("どの画面の下からも行ける画面と、そこから開く文書は、サインインなしで開く")
    void whatEveryPageLeadsToIsOpen() throws IOException {
        var open = found(DOOR, read("WEB-INF/web.xml").split("<web-resource-name>open to all</web-resource-name>")[1].split("</web-resource-collection>")[0]);
        var links = found(LINK, read("WEB-INF/tags/page.xhtml").split("<footer")[1]);

        assertThat(links).contains("/notice-board", "/proof", "/accessibility");
        assertThat(open).containsAll(links);
        assertThat(open).containsAll(found(Pattern.compile("href=\"(/[a-z-]+)\\?"), read("notice-board.xhtml")));
    }

    private static String read(String page) throws IOException {
        return Files.readString(SITE.resolve(page));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
