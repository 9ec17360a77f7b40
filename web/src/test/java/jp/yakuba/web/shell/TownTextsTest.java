package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jp.yakuba.organization.api.TownWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("町のことばで言う画面の文")
class TownTextsTest {
    private static final String KEY = "application.notices";

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean away = true;

    @Test
    @DisplayName("データベースが止まっている間はふだんの言葉で読め、戻ると市の言葉になり、文ごとに尋ねはしない")
    void aCitySpeaksAsACityOnceItIsKnown() {
        var texts = new TownTexts(MessageBundles.read(TownTextsTest.class.getClassLoader()), this::town, nanos::get);

        assertThat(notices(texts)).contains("役場").doesNotContain("市役所", "{");
        assertThat(notices(texts)).contains("役場");
        assertThat(asked).as("not for each text").hasValue(1);
        away = false;
        nanos.addAndGet(TownTexts.PAUSE.toNanos());
        assertThat(notices(texts)).contains("市役所");
        assertThat(notices(texts)).contains("市役所");
        assertThat(asked).as("once it is known, never again").hasValue(2);
    }

    private String notices(TownTexts texts) {
        return texts.get().find(Language.JAPANESE, KEY);
    }

    private TownWords town() {
        asked.incrementAndGet();
        if (away) {
            throw new EJBException("the database is away");
        }
        return TownWords.of("東大和市", "東京都");
    }
}
