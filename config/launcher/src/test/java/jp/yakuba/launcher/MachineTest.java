package jp.yakuba.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import jp.yakuba.server.CannotOpen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("機械が足りないとき")
class MachineTest {
    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {11, 16, 18, 21})
    @DisplayName("17 でない JDK は、ひとことで断る")
    void anotherJdkIsRefusedInOneSentence(int jdk) {
        assertThatThrownBy(() -> Machine.mustRunOn(jdk)).isInstanceOf(CannotOpen.class)
                .hasMessage("Yakuba runs on JDK 17, and this is JDK " + jdk + "; set JAVA_HOME to a JDK 17.");
    }

    @Test
    @DisplayName("足りない記憶、足りない場所は、いくらと言って断る")
    void tooLittleMemoryOrRoomIsToldWithNumbers() {
        assertThatThrownBy(() -> Machine.mustHaveMemory(900, 1600, 1)).isInstanceOf(CannotOpen.class).hasMessageContaining("900 MB")
                .hasMessageContaining("1600 MB").hasMessageEndingWith("close other programs.");
        assertThatThrownBy(() -> Machine.mustHaveRoom(Path.of("/somewhere"), 10, 1)).isInstanceOf(CannotOpen.class)
                .hasMessageContaining("10 MB are free at /somewhere");
    }

    @Test
    @DisplayName("町が二つなら、二つ分と一つ分を言い、一つだけ開く道を教える")
    void twoTownsNeedTwiceAsMuch() {
        assertThatThrownBy(() -> Machine.mustHaveMemory(3199, 1600, 2)).isInstanceOf(CannotOpen.class)
                .hasMessage("Too little memory: 3199 MB are available and 3200 MB are needed, 1600 MB for each of 2 towns;"
                        + " close other programs, or open one town, without -Dyakuba.towns.");
        assertThatThrownBy(() -> Machine.mustHaveRoom(Path.of("/somewhere"), 2999, 2)).isInstanceOf(CannotOpen.class)
                .hasMessageContaining("2999 MB are free at /somewhere and 3000 MB are needed");
    }

    @Test
    @DisplayName("足りていれば何も言わない")
    void enoughIsEnough() {
        assertThatCode(() -> {
            Machine.mustRunOn(17);
            Machine.mustHaveMemory(4000, 1600, 2);
            Machine.mustHaveRoom(Path.of("."), 4000, 2);
        }).doesNotThrowAnyException();
    }
}
