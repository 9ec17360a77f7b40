package jp.yakuba.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.exchange.service.container.PublicationState;
import jp.yakuba.exchange.store.CopyStore.Copy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ほかの役所の公開簿を読む")
class CopyFetcherTest {
    private final List<String> done = new ArrayList<>();
    private RuntimeException fault = new IllegalStateException("the database is away");

    @Test
    @DisplayName("ここでの不具合は、三度続くまで、読んだ頁を捨てない")
    void pagesStayUntilTheThirdFault() {
        fetch(0);
        fetch(1);
        assertThat(done).containsExactly("postpone BROKEN", "postpone BROKEN");
        done.clear();
        fetch(2);
        assertThat(done).containsExactly("abandon", "postpone BROKEN");
    }

    @Test
    @DisplayName("残した頁が読めなくなっていれば、すぐに捨てて読み直す")
    void whatCannotHealIsReadAnew() {
        fault = new IllegalStateException("outer", new IllegalStateException("inner",
                new ContainerRefused(ExchangeFault.ANSWER_INVALID, "a page that was changed here")));
        fetch(0);
        assertThat(done).containsExactly("abandon", "postpone BROKEN");
    }

    private void fetch(int attempts) {
        new CopyFetcher(null, new Broken(), null, null, Duration.ofMinutes(1)).fetch(new Copy("990019", "list", "0", null, attempts));
    }

    /** Where each reading fails. */
    private final class Broken extends CopyRound {
        @Override
        public Progress progress(Copy copy) {
            return new Progress(0, 0, 0, PublicationState.BEGINNING);
        }

        @Override
        public URI addressOf(String peer) {
            throw fault;
        }

        @Override
        public void abandon(Copy copy) {
            done.add("abandon");
        }

        @Override
        public void postpone(Copy copy, String problem) {
            done.add("postpone " + problem);
        }
    }
}
