package jp.yakuba.resident.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("住所をさがす切れはしと、同じ住まい")
class AddressPiecesTest {
    private static final AddressVeil.Dwelling ROOM = new AddressVeil.Dwelling("東二条二丁目", "5番地1", "メゾン芽室203号室");
    private static final AddressVeil.Dwelling HOUSE = new AddressVeil.Dwelling("東二条二丁目", "5番地1", null);

    @Test
    @DisplayName("守られた住所を言う文には、どう書かれていても、その切れはしがすべてある。建物と部屋だけでもある")
    void whateverSaysADwellingHoldsItsPieces() {
        var veil = new AddressVeil(TownPlaces.of(List.of(new TownPlaces.Named("t1", "東二条二丁目"))), List.of(ROOM));
        for (var text : List.of("北海道河西郡芽室町東２条２丁目５－１", "東二条二丁目五番地の一　メゾン芽室２０３", "メゾン芽室２０３号室", "東2条2、5-1")) {
            assertThat(veil.over(text)).as(text).isNotEqualTo(text);
            assertThat(isFound(ROOM, text)).as(text).isTrue();
        }
        for (var text : List.of("東二条三丁目8番地4", "西一条5番地1", "メゾン芽室", "試験県試験市本町1番地")) {
            assertThat(isFound(ROOM, text)).as(text).isFalse();
        }
    }

    @Test
    @DisplayName("番地のない、部屋のない住まいは、どの文も言わない。サロゲートの字は二つに切れない")
    void aDwellingWithoutALotIsSaidByNothing() {
        assertThat(AddressPieces.whichSay(new AddressVeil.Dwelling("東二条", "", "離れ"))).isEmpty();
        assertThat(AddressPieces.of("𡈽町1")).allSatisfy(piece -> assertThat(piece.codePoints().noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF)).isTrue());
    }

    @Test
    @DisplayName("同じ番地のほかの部屋は、別の住まい。同じ部屋は、書き方が違っても、丁目の切れ目が違っても同じ住まい。部屋を書かない人とは、同じかもしれない")
    void oneDwellingIsOneToTheRoom() {
        assertThat(ROOM.isSame(new AddressVeil.Dwelling("東二条", "二丁目５－１", "メゾン芽室　２０３"))).isTrue();
        assertThat(ROOM.isSame(new AddressVeil.Dwelling("東二条二丁目", "5番地1", "メゾン芽室204号室"))).isFalse();
        for (var building : new String[] {null, "", "203", "２０３号", "メゾン芽室", "めむろハウス203"}) {
            var other = new AddressVeil.Dwelling("東二条二丁目", "5番地1", building);
            assertThat(ROOM.isSame(other)).as("%s may be it", building).isTrue();
            assertThat(other.isSame(ROOM)).as("%s may be it", building).isTrue();
        }
        assertThat(ROOM.isSame(HOUSE)).isTrue();
        assertThat(ROOM.isSame(new AddressVeil.Dwelling("東二条二丁目", "5番地1", "コーポ1203"))).isFalse();
        assertThat(ROOM.isSame(new AddressVeil.Dwelling("東二条二丁目", "5番地2", null))).as("another lot").isFalse();
        assertThat(HOUSE.isSame(new AddressVeil.Dwelling("東二条二丁目", "５番地の１", null))).isTrue();
        assertThat(HOUSE.isSame(new AddressVeil.Dwelling("東二条二丁目", "5番地2", null))).isFalse();
    }

    private static boolean isFound(AddressVeil.Dwelling dwelling, String text) {
        Set<String> pieces = AddressPieces.of(text);
        return AddressPieces.whichSay(dwelling).anyMatch(pieces::containsAll);
    }
}
