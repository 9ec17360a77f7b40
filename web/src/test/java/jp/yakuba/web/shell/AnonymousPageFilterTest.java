package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("だれにでも同じ頁")
class AnonymousPageFilterTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("サインインしていない人への案内の頁は、取っておける")
    @ValueSource(strings = {"/", "/home", "/procedures", "/procedure/water-start", "/guide/moving", "/about", "/privacy"})
    void pagesForEverybodyMayBeKept(String path) {
        assertThat(AnonymousPageFilter.isForEverybody(asking("GET", path))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("本人の頁とサインインは、取っておかない")
    @ValueSource(strings = {"/my", "/draft/1/water", "/start", "/sign-in", "/homework", "/account"})
    void pagesOfOneReaderAreNot(String path) {
        assertThat(AnonymousPageFilter.isForEverybody(asking("GET", path))).isFalse();
    }

    @Test
    @DisplayName("送信と、だれかの印のある人には、取っておいた頁を出さない")
    void neitherPostsNorKnownReaders() {
        assertThat(AnonymousPageFilter.isForEverybody(asking("POST", "/"))).isFalse();
        assertThat(AnonymousPageFilter.isForEverybody(asking("GET", "/", new Cookie("yakuba_portal", "x")))).isFalse();
        assertThat(AnonymousPageFilter.isForEverybody(asking("GET", "/", new Cookie("y_lang", "en")))).isTrue();
    }

    private static HttpServletRequest asking(String method, String path, Cookie... cookies) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                (request, asked, details) -> switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getCookies" -> cookies;
                    case "getLocalPort" -> 8080;
                    default -> null;
                });
    }
}
