package jp.yakuba.town.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import jp.yakuba.town.TownFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("見本の世帯")
class HouseholdComposerTest {

    @Test
    @DisplayName("同じ種からは同じ町")
    void sameSeedMakesTheSameTown() {
        assertThat(town("016373", 2_000, 7)).isEqualTo(town("016373", 2_000, 7));
        assertThat(town("016373", 2_000, 7)).isNotEqualTo(town("016373", 2_000, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"016373", "132209"})
    @DisplayName("人口は注文どおり、どの世帯も世帯主から始まり一人だけ")
    void dealsEverybodyOnceWithOneHead(String code) {
        var town = town(code, 5_000, 1);
        assertThat(town.stream().mapToInt(List::size).sum()).isEqualTo(5_000);
        assertThat(town).allSatisfy(household -> {
            assertThat(household.get(0).isHead()).isTrue();
            assertThat(household.stream().filter(Member::isHead)).hasSize(1);
        });
    }

    @Test
    @DisplayName("年齢は元の都市のとおり: 六十五歳以上はおよそ三割")
    void agesFollowTheSource() {
        var old = town("016373", 20_000, 3).stream().flatMap(List::stream).filter(member -> member.age() >= 65).count();
        assertThat(old / 20_000.0).isBetween(0.24, 0.32);
    }

    @Test
    @DisplayName("未成年だけの世帯はまれ")
    void childrenLiveWithAdults() {
        var alone = town("016373", 20_000, 4).stream().filter(household -> household.get(0).age() < 18).count();
        assertThat(alone).isLessThan(3);
    }

    private static List<List<Member>> town(String code, int population, long seed) {
        var random = new SplittableRandom(seed);
        var deck = new AgePyramid(population, random.split());
        var composer = new HouseholdComposer(deck, TownFolder.of(code), random.split());
        var households = new ArrayList<List<Member>>();
        while (!deck.isEmpty()) {
            households.add(composer.next());
        }
        return households;
    }
}
