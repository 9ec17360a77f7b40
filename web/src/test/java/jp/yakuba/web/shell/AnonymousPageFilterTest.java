package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    @DisplayName("同じ頁は一度だけ作り、だれかの印を含む頁は毎回作る")
    void drawsOnceWhatEverybodyMayHave() throws Exception {
        var filter = new AnonymousPageFilter();
        var drawn = new AtomicInteger();

        assertThat(opened(filter, "/home", drawn, "ようこそ")).isEqualTo("ようこそ");
        assertThat(opened(filter, "/home", drawn, "ようこそ")).isEqualTo("ようこそ");
        assertThat(drawn).hasValue(1);

        var form = "<input name=\"y_token\" value=\"x\"/>";
        assertThat(opened(filter, "/contact", drawn, form)).isEqualTo(form);
        assertThat(opened(filter, "/contact", drawn, form)).isEqualTo(form);
        assertThat(drawn).hasValue(3);
    }

    private static String opened(AnonymousPageFilter filter, String path, AtomicInteger drawn, String page) throws Exception {
        var sent = new ByteArrayOutputStream();
        filter.doFilter(asking("GET", path), answering(sent), (request, response) -> {
            drawn.incrementAndGet();
            response.getWriter().write(page);
        });
        return sent.toString(StandardCharsets.UTF_8);
    }

    private static HttpServletResponse answering(ByteArrayOutputStream sent) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(), new Class<?>[] {HttpServletResponse.class},
                (response, asked, details) -> switch (asked.getName()) {
                    case "getStatus" -> HttpServletResponse.SC_OK;
                    case "getContentType" -> "text/html;charset=UTF-8";
                    case "getOutputStream" -> new ServletOutputStream() {
                        @Override
                        public void write(int one) {
                            sent.write(one);
                        }

                        @Override
                        public boolean isReady() {
                            return true;
                        }

                        @Override
                        public void setWriteListener(WriteListener listener) {
                            throw new IllegalStateException("written in one go");
                        }
                    };
                    default -> null;
                });
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
