package jp.yakuba.resident.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import jp.yakuba.resident.api.ShieldDesk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("支援措置の住所は、どう書いてあっても隠す（住民基本台帳事務処理要領 第5の10）")
class AddressVeilTest {
    private static final TownPlaces PLACES = TownPlaces.of(List.of(
            new TownPlaces.Named("p1", "東二条二丁目"), new TownPlaces.Named("p2", "西士狩北四線"),
            new TownPlaces.Named("p3", "北西士狩北四線"), new TownPlaces.Named("p4", "桜ケ丘")));
    private static final List<AddressVeil.Dwelling> DWELLINGS = List.of(
            new AddressVeil.Dwelling("東二条二丁目", "14番地5", "コーポ芽室201号室"),
            new AddressVeil.Dwelling("西士狩北四線", "12番地", null),
            new AddressVeil.Dwelling("桜ケ丘", "3番地", null));

    @ParameterizedTest
    @DisplayName("全角半角、漢数字、丁目・番地・号・の・ハイフン、空白と改行、旧字、字の有無")
    @ValueSource(strings = {
        "東二条二丁目14番地5", "東２条２丁目１４番地５", "東2条2-14-5", "東２条２－１４－５", "東二条二丁目十四番地五",
        "東二條二丁目14番地の5", "東二条二丁目14番5号", "東2条2丁目 14番地 5", "東2条2丁目の14の5", "東2条2丁目\n14ー5",
        "東二条二丁目字14番地5", "東2条2丁目、14番地5", "東2\u200B条2丁目14‐5", "東二条二丁目一四番地五", "東⼆条⼆丁目14番地5",
        "西士狩北4線12番地", "西士狩北四線１２", "桜ヶ丘3番地", "櫻が丘三", "桜ｹ丘3"})
    void hidesEveryWayOfWriting(String written) {
        var hidden = hide("いまは" + written + "に住んでいます");
        assertThat(hidden).as(written).isEqualTo("いまは" + ShieldDesk.HIDDEN + "に住んでいます");
    }

    @Test
    @DisplayName("方書も一緒に隠し、方書だけでも部屋が分かれば隠す。県郡町から書いてあれば町字から後ろを隠す")
    void hidesTheBuildingToo() {
        assertThat(hide("北海道河西郡芽室町東2条2丁目14-5 コーポ芽室201、電話0155"))
                .isEqualTo("北海道河西郡芽室町" + ShieldDesk.HIDDEN + "、電話0155");
        assertThat(hide("ｺｰﾎﾟ芽室２０１に越した")).isEqualTo(ShieldDesk.HIDDEN + "に越した");
        assertThat(hide("コーポ芽室には空きがある")).isEqualTo("コーポ芽室には空きがある");
        assertThat(hide("東2条2丁目14-5-201まで")).isEqualTo(ShieldDesk.HIDDEN + "まで");
    }

    @ParameterizedTest
    @DisplayName("町字だけの言及、よその地番、よその町字は隠さない")
    @ValueSource(strings = {
        "東二条二丁目の公園で14時に", "東二条二丁目14番地52", "東二条二丁目114番地5", "東二条二丁目14番地",
        "北西士狩北四線12番地", "西士狩北四線120", "西士狩北四線12番地3", "西士狩北四線", "桜ケ丘", "3番地", ""})
    void leavesHarmlessWordsAlone(String written) {
        assertThat(hide(written)).isEqualTo(written);
    }

    @Test
    @DisplayName("後ろに数字のない「の」は文のもので、残す")
    void leavesTheSentenceBehindIt() {
        assertThat(hide("桜ケ丘3番地の件、東2条2丁目14-5の家")).isEqualTo("＊＊＊の件、＊＊＊の家");
    }

    @Test
    @DisplayName("同じ文に何度出てもすべて隠す")
    void hidesAllOfThem() {
        assertThat(hide("桜ケ丘3番地と桜ヶ丘3と東2条2丁目14番地5")).isEqualTo("＊＊＊と＊＊＊と＊＊＊");
    }

    @Test
    @DisplayName("数字のない文には町字を探さない。町字のある文だけが台帳に尋ねる")
    void asksOnlyWhereAnAddressCanBe() {
        assertThat(PLACES.namedIn(List.of("東二条の公園", "犬を飼っています"))).isEmpty();
        assertThat(PLACES.namedIn(List.of("桜ヶ丘3", "東2条2-1"))).containsExactlyInAnyOrder("p1", "p4");
    }

    @Test
    @DisplayName("数字になりうる字はどれも、見る前にふるい落とさない")
    void looksAtEverySignThatCanBeAFigure() {
        assertThat(IntStream.rangeClosed(1, Character.MAX_CODE_POINT).filter(sign -> sign < 0xD800 || sign > 0xDFFF)
                .mapToObj(Character::toString)
                .filter(sign -> WrittenAddress.of(sign).signs().chars().anyMatch(WrittenAddress::isFigure) && !WrittenAddress.mayHoldFigure(sign))).isEmpty();
    }

    @Test
    @DisplayName("長い文でも、長さに見合う時間で見終わる")
    void readsLongTextsOnce() {
        var essay = "数字は1つ、あとは犬のはなし。".repeat(20_000) + "桜ヶ丘3";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(hide(essay)).endsWith("。" + ShieldDesk.HIDDEN));
    }

    @Test
    @DisplayName("台帳の町字・地番・方書のどれかに字がなくても、止まらない")
    void livesWithAddressesThatLackAPart() {
        var odd = new AddressVeil(PLACES, List.of(new AddressVeil.Dwelling("字", "3番地", null),
                new AddressVeil.Dwelling("東二条二丁目", "番地", "ハイツ芽室12")));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(odd.over("東二条二丁目3とハイツ芽室12号"))
                .isEqualTo("東二条二丁目3と" + ShieldDesk.HIDDEN));
    }

    private static String hide(String text) {
        return new AddressVeil(PLACES, DWELLINGS).over(text);
    }
}
