package jp.yakuba.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
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

    @Test
    @DisplayName("二つの町は、住まいを並べ、入口をはなして開き、人口はどちらにも効く")
    void twoTownsStandSideBySide() {
        var given = given("yakuba.towns", "2");
        given.setProperty("yakuba.home", "/data");
        given.setProperty("yakuba.port.offset", "40");
        given.setProperty("yakuba.population", "300");

        var towns = OfficeSettings.all(ROOT, given);

        assertThat(towns).extracting(OfficeSettings::town).containsExactly("016373", "132209");
        assertThat(towns).extracting(OfficeSettings::home).containsExactly(Path.of("/data/016373"), Path.of("/data/132209"));
        assertThat(towns).extracting(town -> town.ports().lgwan()).containsExactly(8485, 9485);
        assertThat(towns).extracting(OfficeSettings::population).containsExactly(300, 300);
        assertThat(Collections.disjoint(towns.get(0).ports().all().keySet(), towns.get(1).ports().all().keySet())).isTrue();
    }

    @Test
    @DisplayName("何も選ばなければ町は一つ、二つの町はそれぞれ一つのときと同じ場所に開く")
    void oneTownIsTheRule() {
        assertThat(OfficeSettings.all(ROOT, new Properties())).containsExactly(OfficeSettings.from(ROOT, new Properties()));
        assertThat(OfficeSettings.all(ROOT, given("yakuba.towns", "2"))).extracting(OfficeSettings::home)
                .containsExactly(Path.of("/project/.yakuba/016373"), Path.of("/project/.yakuba/132209"));
    }

    @Test
    @DisplayName("三つの町、二つの町と町の名指し、二つ目の入る余地のないずらしは断る")
    void refusesTownsThatCannotBe() {
        assertThatThrownBy(() -> OfficeSettings.all(ROOT, given("yakuba.towns", "3"))).isInstanceOf(CannotOpen.class)
                .hasMessage("-Dyakuba.towns=3 cannot be opened; choose 1 or 2.");
        var named = given("yakuba.towns", "2");
        named.setProperty("yakuba.town", "016373");
        assertThatThrownBy(() -> OfficeSettings.all(ROOT, named)).isInstanceOf(CannotOpen.class).hasMessageContaining("give one of the two");
        var far = given("yakuba.towns", "2");
        far.setProperty("yakuba.port.offset", "3000");
        assertThatThrownBy(() -> OfficeSettings.all(ROOT, far)).isInstanceOf(CannotOpen.class)
                .hasMessage("The port offset 3000 leaves no room for a second town; use 0 to 2919.");
    }

    private static Properties given(String name, String value) {
        var given = new Properties();
        given.setProperty(name, value);
        return given;
    }
}
