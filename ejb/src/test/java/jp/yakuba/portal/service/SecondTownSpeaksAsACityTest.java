package jp.yakuba.portal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import jp.yakuba.application.service.ShippedProcedures;
import jp.yakuba.notification.model.Template;
import jp.yakuba.organization.api.TownWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("二つ目のまち（東大和市）には、町のことばが出ない")
class SecondTownSpeaksAsACityTest {
    /** 町 that means any place, whatever kind the own town is of. */
    private static final Pattern ANY_PLACE = Pattern.compile(
            "市区町村|市町村|町名|町内会|(ほかの|前の|登録した) 町|町の 名前|=town-housing");
    private static final Pattern OF_A_TOWN = Pattern.compile(".{0,20}(町|役場|道民税|芽室|\\btown\\b|Memuro).{0,20}");

    @Test
    @DisplayName("手続・様式・ガイド・お知らせのどれにも")
    void nothingSaysTown() throws IOException {
        var city = TownWords.of(town().getProperty("name"), town().getProperty("prefecture"));
        assertThat(ShippedProcedures.list(city)).hasSizeGreaterThan(60)
                .allSatisfy(shipped -> assertThat(inTownsWords(shipped.toString())).isEmpty());
        assertThat(GuideShelf.read(city)).isNotEmpty().allSatisfy(guide -> assertThat(inTownsWords(guide.toString())).isEmpty());
        for (var language : new String[] {"ja", "ja-easy", "en"}) {
            assertThat(Template.names()).allSatisfy(name -> {
                var template = Template.of(name, language, city::in);
                assertThat(inTownsWords(template.subject(Map.of()) + template.body(Map.of()))).isEmpty();
            });
        }
    }

    private static List<String> inTownsWords(String text) {
        return OF_A_TOWN.matcher(ANY_PLACE.matcher(text).replaceAll("")).results().map(found -> found.group()).toList();
    }

    private static Properties town() throws IOException {
        try (var in = new InputStreamReader(ShippedProcedures.class.getResourceAsStream("/town/132209/town.properties"),
                StandardCharsets.UTF_8)) {
            var town = new Properties();
            town.load(in);
            return town;
        }
    }
}
