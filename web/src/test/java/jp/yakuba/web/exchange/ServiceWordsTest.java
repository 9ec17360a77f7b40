package jp.yakuba.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.yakuba.web.shell.Language;
import jp.yakuba.web.shell.MessageBundles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("業務の呼び名")
class ServiceWordsTest {
    private static final Path TWO_TOWNS = Path.of("..", "config", "launcher", "src", "main", "java", "jp", "yakuba", "launcher", "TwoTowns.java");
    private static final Pattern LIST = Pattern.compile("'\\{([a-z,-]+)}'");

    @Test
    @DisplayName("二つの町が取り決める業務には、どの言葉でも呼び名がある")
    void everyServiceHasWords() throws IOException {
        var texts = MessageBundles.read(ServiceWordsTest.class.getClassLoader());
        var services = LIST.matcher(Files.readString(TWO_TOWNS)).results().map(MatchResult::group).flatMap(list -> Pattern.compile("[a-z-]+").matcher(list).results())
                .map(MatchResult::group).distinct().toList();
        assertThat(services).contains("document", "move-notice");
        for (var language : Language.values()) {
            assertThat(services).as(language.name()).allSatisfy(service -> assertThat(texts.find(language, "exchange.service." + service)).isNotNull());
        }
    }
}
