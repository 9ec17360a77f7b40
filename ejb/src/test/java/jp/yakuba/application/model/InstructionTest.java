package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Remedy;
import jp.yakuba.application.api.RemedyWay;
import jp.yakuba.application.service.ShippedProcedures;
import jp.yakuba.organization.api.TownWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("教示（行政不服審査法82条、行政事件訴訟法46条）")
class InstructionTest {
    private static final TownWords MEMURO = TownWords.of("芽室町", "北海道");

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("手続ごとに、審査請求先と被告を、法律のとおりに告げる")
    @CsvSource(delimiter = '|', value = {
        "birth-lump-sum        | 北海道国民健康保険審査会                     | 芽室町（代表者　芽室町長）",
        "nhi-funeral           | 北海道国民健康保険審査会                     | 芽室町（代表者　芽室町長）",
        "nhi-limit             | 北海道国民健康保険審査会                     | 芽室町（代表者　芽室町長）",
        "nhi-card-reissue      | 北海道国民健康保険審査会                     | 芽室町（代表者　芽室町長）",
        "care-certification    | 北海道介護保険審査会                         | 芽室町（代表者　芽室町長）",
        "care-burden-limit     | 北海道介護保険審査会                         | 芽室町（代表者　芽室町長）",
        "child-allowance       | 北海道知事                                   | 芽室町（代表者　芽室町長）",
        "child-allowance-birth | 北海道知事                                   | 芽室町（代表者　芽室町長）",
        "child-allowance-change| 北海道知事                                   | 芽室町（代表者　芽室町長）",
        "disability-service    | 北海道知事                                   | 芽室町（代表者　芽室町長）",
        "farmland-transfer     | 北海道知事                                   | 芽室町（代表者　芽室町農業委員会）",
        "school-aid            | 芽室町教育委員会                             | 芽室町（代表者　芽室町教育委員会）",
        "school-change         | 芽室町教育委員会                             | 芽室町（代表者　芽室町教育委員会）",
        "family-register-copy  | 芽室町を管轄する法務局または地方法務局の長   | 芽室町（代表者　芽室町長）",
        "tax-reduction         | 芽室町長                                     | 芽室町（代表者　芽室町長）",
        "information-disclosure| 芽室町長                                     | 芽室町（代表者　芽室町長）",
        "resident-record-copy  | 芽室町長                                     | 芽室町（代表者　芽室町長）"})
    void namesWhoReviewsAndWhoIsSued(String procedure, String reviewBy, String defendant) {
        assertThat(said(procedure).words()).contains(
                "翌日から起算して3か月以内に、" + reviewBy + "に対して審査請求をすることができます（処分の日の翌日から起算して1年を過ぎると",
                "6か月以内に、" + defendant + "を被告として提起することができます");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("審査請求前置のものだけが、裁決の後でなければ訴えられないと告げる（国保法103条、介護保険法196条、地方税法19条の12ほか）")
    @CsvSource({"nhi-funeral, true", "care-certification, true", "disability-service, true", "tax-reduction, true",
        "child-allowance, false", "school-aid, false", "farmland-transfer, false", "resident-record-copy, false"})
    void saysWhereARulingComesFirst(String procedure, boolean first) {
        var words = said(procedure).words();

        assertThat(words.contains("裁決を経た後でなければ提起することができません")).isEqualTo(first);
        assertThat(words.contains("3か月を過ぎても裁決がないとき")).isEqualTo(first);
        assertThat(words).contains("裁決の日の翌日から起算して1年を過ぎると");
    }

    @ParameterizedTest
    @DisplayName("公職選挙法による処分には審査請求ができない（265条）")
    @CsvSource({"absentee-ballot", "electoral-roll-view"})
    void offersNoReviewWhereTheLawAllowsNone(String procedure) {
        assertThat(said(procedure).words())
                .contains("審査請求をすることはできません", "芽室町（代表者　芽室町選挙管理委員会）を被告", "公職選挙法第265条")
                .doesNotContain("に対して審査請求をすることができます");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("進達するだけの手続は、決める機関を告げ、町長への審査請求を教えない")
    @CsvSource({"late-elderly-funeral, 北海道後期高齢者医療広域連合", "pension-exemption, 厚生労働大臣（日本年金機構）", "disability-handbook, 北海道知事"})
    void tellsWhoDecidesInstead(String procedure, String authority) {
        assertThat(said(procedure).words()).contains(authority + "へ送ったこと（進達）", "処分ではありません")
                .doesNotContain("芽室町長", "被告");
    }

    @Test
    @DisplayName("国・道への進達とされる手続で、町長の処分として教示するのは、市町村も決める自立支援医療だけ")
    void whatIsRelayedIsDecidedElsewhere() {
        assertThat(ShippedProcedures.list(MEMURO)).extracting(shipped -> shipped.facts())
                .filteredOn(facts -> "relay".equals(facts.matter()) && facts.remedy() == null)
                .extracting(ProcedureView::code).containsExactly("self-support-medical");
    }

    @Test
    @DisplayName("期間は定めのとおりに書く")
    void periodsAreTheOnesOfTheDay() {
        var said = new Instruction(RemedyWay.REVIEW_FIRST, "甲町長", "乙審査会", "甲町", List.of(), new RemedyPeriods(4, 2, 7, 3, 5));

        assertThat(said.words()).contains("4か月以内に、乙審査会", "処分の日の翌日から起算して2年", "7か月以内に、甲町", "裁決の日の翌日から起算して3年", "5か月を過ぎても裁決");
    }

    @Test
    @DisplayName("東大和市では、東京都の機関と市の名前になる")
    void followsTheTown() {
        var city = TownWords.of("東大和市", "東京都");
        var remedy = remedyOf("school-aid", city);

        assertThat(Instruction.of(remedy, "東大和市", "東大和市長", RemedyPeriods.USUAL).words()).contains("東大和市（代表者　東大和市教育委員会）");
        assertThat(remedyOf("nhi-funeral", city).reviewBy()).isEqualTo("東京都国民健康保険審査会");
    }

    @Test
    @DisplayName("法定受託事務の処分庁が町の機関なら、町長への審査請求にはならない（地方自治法255条の2）")
    void aDelegatedTaskIsReviewedByTheGovernor() {
        assertThat(ShippedProcedures.list(MEMURO)).extracting(shipped -> shipped.facts())
                .filteredOn(facts -> facts.kind() == ProcedureKind.APPLICATION && facts.legalGround().startsWith("児童手当法"))
                .hasSizeGreaterThan(2).extracting(facts -> facts.remedy().reviewBy()).containsOnly("北海道知事");
    }

    private static Instruction said(String procedure) {
        return Instruction.of(remedyOf(procedure, MEMURO), "芽室町", "芽室町長", RemedyPeriods.USUAL);
    }

    private static Remedy remedyOf(String procedure, TownWords words) {
        return ShippedProcedures.list(words).stream().map(shipped -> shipped.facts())
                .filter(facts -> facts.code().equals(procedure)).findFirst().orElseThrow().remedy();
    }
}
