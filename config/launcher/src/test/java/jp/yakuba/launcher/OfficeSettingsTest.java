package jp.yakuba.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import jp.yakuba.server.CannotOpen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("開庁のときに選べること")
class OfficeSettingsTest {
    private static final Path ROOT = Path.of("/project");

    @Test
    @DisplayName("何も選ばなければ芽室町を、プロジェクトの中に開く")
    void opensMemuroByItself() {
        var settings = OfficeSettings.from(ROOT, new Properties());
        assertThat(settings.town()).isEqualTo("016373");
        assertThat(settings.home()).isEqualTo(Path.of("/project/.yakuba/016373"));
        assertThat(settings.ports().http()).isEqualTo(8080);
        assertThat(settings.population()).isNull();
    }

    @Test
    @DisplayName("別の町は、別の場所に開く")
    void anotherTownHasAnotherHome() {
        assertThat(OfficeSettings.from(ROOT, given("yakuba.town", "132209")).home()).isEqualTo(Path.of("/project/.yakuba/132209"));
    }

    @Test
    @DisplayName("選べない値は、どの設定が何かを言って断る")
    void refusesWhatCannotBeChosen() {
        assertThatThrownBy(() -> OfficeSettings.from(ROOT, given("yakuba.town", "芽室"))).isInstanceOf(CannotOpen.class)
                .hasMessageContaining("yakuba.town");
        assertThatThrownBy(() -> OfficeSettings.from(ROOT, given("yakuba.population", "many"))).isInstanceOf(CannotOpen.class)
                .hasMessageContaining("yakuba.population");
    }

    private static Properties given(String name, String value) {
        var given = new Properties();
        given.setProperty(name, value);
        return given;
    }
}
