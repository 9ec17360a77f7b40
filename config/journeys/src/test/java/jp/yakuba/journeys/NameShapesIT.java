package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("名前の字形と画面の書体")
class NameShapesIT extends Journey {
    private static final String LOADED = """
            () => document.fonts.ready.then(() => [...document.fonts]
                .filter(face => face.status === 'loaded' && face.family.includes('Yakuba')).map(face => face.family))
            """;

    @Test
    @DisplayName("見る人の書体にない字形が名前にあるときだけ、その字の切れを取りに行く")
    void shapesAreFetchedWhenANameNeedsThem() throws Exception {
        var registrar = staff(holder("registrar", "residents"));
        registrar.goToOffice("/office/residents");
        var words = registrar.page().locator("#search input[name$=words]");

        words.fill("斉藤 葛西 辻 榊原 髙橋 山﨑");
        assertThat((List<?>) registrar.page().evaluate(LOADED)).isEmpty();

        words.fill("斉\udb40\udd03藤");
        if (ready().contains("\"nameFont\":\"UP\"")) {
            Until.holds("the shape of a name", () -> ((List<?>) registrar.page().evaluate(LOADED)).size() == 1);
        } else {
            assertThat((List<?>) registrar.page().evaluate(LOADED)).isEmpty();
        }
    }

    @Test
    @DisplayName("広い画面には町の書体を一度だけ渡し、電話には一つも渡さない")
    void fontOfPagesIsForWideScreens() {
        assertThat(fontsOf(visitor(PHONE))).isEmpty();

        var desk = visitor(DESK);
        assertThat(fontsOf(desk)).isNotEmpty().allMatch(address -> address.contains("/fonts/biz-ud"));
        assertThat(desk.page().evaluate("document.fonts.check('16px \"BIZ UDPGothic\"', '役場')")).isEqualTo(true);
        assertThat(fontsOf(desk)).as("fetched once, for good").isEmpty();
    }

    private Set<String> fontsOf(Visitor visitor) {
        var answers = new ArrayList<Response>();
        visitor.page().onResponse(answers::add);
        visitor.goTo("/");
        visitor.page().evaluate("() => document.fonts.ready.then(() => true)");
        var fetched = new TreeSet<String>();
        for (var answer : List.copyOf(answers)) {
            if (answer.url().endsWith(".woff2") && answer.request().timing().requestStart >= 0 && !fromCache(answer)) {
                assertThat(answer.headerValue("cache-control")).contains("immutable");
                fetched.add(answer.url());
            }
        }
        return fetched;
    }

    /** What a browser takes out of its cache never went over the line. */
    private static boolean fromCache(Response answer) {
        return answer.request().sizes().responseBodySize <= 0;
    }

    private String ready() throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(office().office("/health/ready"))).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }
}
