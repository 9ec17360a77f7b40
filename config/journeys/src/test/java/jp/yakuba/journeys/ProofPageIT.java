package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("書類を確かめる画面の混雑")
class ProofPageIT extends Journey {
    private static final int AN_OFFICE = 50; // as many as a whole office behind one address sends in a minute
    private static final int FAR_TOO_MANY = 125; // more than two minutes would let through, should one end meanwhile

    @Test
    @DisplayName("一人が次々に送れば、中を読む前に断られ、いつまた送れるかを知らされる。画面を見ることと、ほかの画面は妨げられない")
    void whoeverSendsWithoutEndIsSentAway() {
        var somebody = Intruder.atPortal(office());

        var answers = IntStream.range(0, FAR_TOO_MANY).mapToObj(one -> somebody.post("/proof", Map.of("file", "x"))).toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(403, 429).startsWith(Collections.nCopies(AN_OFFICE, 403).toArray(Integer[]::new));
        var refused = answers.stream().filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(refused.body()).contains("いま混み合っています");
        assertThat(somebody.get("/proof").statusCode()).isEqualTo(200);
        assertThat(somebody.get("/contact").statusCode()).isEqualTo(200);
    }
}
