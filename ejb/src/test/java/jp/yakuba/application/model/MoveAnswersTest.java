package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.model.form.MovingFamily;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("転入届の答えから異動へ")
class MoveAnswersTest {
    private static final UUID ACCOUNT = UUID.randomUUID();

    @Test
    @DisplayName("世帯主が先に並び、利用者は届け出た人に結びつく")
    void headComesFirstAndTheAccountBelongsToTheApplicant() {
        var answers = Map.of(
                "household.members.0.name", "髙橋　花子", "household.members.0.relationship", "妻",
                "household.members.1.name", "髙橋　太郎", "household.members.1.relationship", "世帯主",
                "applicant.member", "m0");
        var members = new MoveAnswers(answers).members(ACCOUNT);
        assertThat(members).extracting(MoveAnswers.Member::name).containsExactly("髙橋　太郎", "髙橋　花子");
        assertThat(members.get(0).accountId()).isNull();
        assertThat(members.get(1).accountId()).isEqualTo(ACCOUNT);
    }

    @Test
    @DisplayName("四人の家族がそのまま並ぶ")
    void familyOfFourIsWhole() {
        var move = new MoveAnswers(MovingFamily.answers());
        assertThat(move.members(ACCOUNT)).hasSize(4).allSatisfy(
                member -> assertThat(member.nationality()).isEqualTo("JPN"));
        assertThat(move.previousAddress()).isEqualTo("東京都東大和市立野 2-1045-1");
    }

    @Test
    @DisplayName("国外からの転入は国の名が前の住所になる")
    void fromAbroadTheCountryIsThePreviousAddress() {
        var move = new MoveAnswers(Map.of("move.from", "abroad", "move.previousCountry", "ベトナム"));
        assertThat(move.previousAddress()).isEqualTo("ベトナム");
        assertThat(move.members(null)).isEqualTo(List.of());
    }
}
