package jp.yakuba.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import jp.yakuba.server.CannotOpen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("要る記憶")
class MemoryNeedTest {
    @ParameterizedTest(name = "{0} と {1} なら {2} MB")
    @CsvSource(textBlock = """
            768m,     256MB,      1600
            2g,       1GB,        3648
            786432k,  262144kB,   1600
            1T,       256MB,      1049408
            """)
    @DisplayName("サーバとデータベースに選んだ大きさと、そのほかの分")
    void growsWithWhatIsChosen(String server, String database, long total) {
        assertThat(MemoryNeed.from(given(server, database)).total()).isEqualTo(total);
    }

    @Test
    @DisplayName("何も選ばなければ 1600 MB")
    void withoutAChoice() {
        assertThat(MemoryNeed.from(new Properties()).total()).isEqualTo(1600);
    }

    @ParameterizedTest(name = "{0} と {1}")
    @CsvSource(textBlock = """
            much,  256MB,  -Dyakuba.memory=much is not a size; give one such as 768m.
            768,   256MB,  -Dyakuba.memory=768 is not a size; give one such as 768m.
            768m,  256mb,  -Dyakuba.database.memory=256mb is not a size; give one such as 256MB.
            -1g,   256MB,  -Dyakuba.memory=-1g is not a size; give one such as 768m.
            64m,   256MB,  -Dyakuba.memory is too little for the server; give 512m or more.
            """)
    @DisplayName("読めない大きさ、少なすぎる大きさは、ひとことで断る")
    void whatCannotBeReadIsRefused(String server, String database, String sentence) {
        assertThatThrownBy(() -> MemoryNeed.from(given(server, database))).isInstanceOf(CannotOpen.class).hasMessage(sentence);
    }

    private static Properties given(String server, String database) {
        var given = new Properties();
        given.setProperty("yakuba.memory", server);
        given.setProperty("yakuba.database.memory", database);
        return given;
    }
}
