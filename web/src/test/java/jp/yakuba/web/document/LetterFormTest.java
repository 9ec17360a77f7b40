package jp.yakuba.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("収受の画面")
class LetterFormTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 27, 9, 0);

    @Test
    @DisplayName("件名と差出人だけで受け付けられる")
    void aTitleAndASenderAreEnough() {
        assertThat(form(Map.of()).faults(NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXCHANGE", "NONSENSE"})
    @DisplayName("文書交換で届いたことにはできず、知らない届き方も断る")
    void nobodyEntersALetterAsComeByTheExchange(String channel) {
        assertThat(form(Map.of("channel", channel)).faults(NOW)).containsOnlyKeys("channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00", "-999999999-01-01T00:00", "+999999999-01-01T00:00", "2026-11-27T09:01", "きのう"})
    @DisplayName("届いた日時は、今までの、ありうる日時に限る")
    void anArrivalThatCannotBeIsTold(String arrived) {
        assertThat(form(Map.of("arrivedAt", arrived)).faults(NOW)).containsOnlyKeys("arrivedAt");
    }

    private static LetterForm form(Map<String, String> more) {
        var typed = new HashMap<>(Map.of("title", "照会", "sender", "総合振興局"));
        typed.putAll(more);
        var request = (HttpServletRequest) Proxy.newProxyInstance(LetterFormTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, asked) -> switch (method.getName()) {
                    case "getParameter" -> typed.get(asked[0]);
                    case "getParameterValues" -> typed.containsKey(asked[0]) ? new String[] {typed.get(asked[0])} : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new LetterForm(request, NOW);
    }
}
