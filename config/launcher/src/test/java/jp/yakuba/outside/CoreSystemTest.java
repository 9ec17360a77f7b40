package jp.yakuba.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("庁外の業務システム")
class CoreSystemTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T00:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    @DisplayName("給水の開始には水栓番号を返す")
    void waterGivesATapNumber() {
        var answers = water().answer(water("2026-12-01"), false);

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).outcome()).isEqualTo("DONE");
        assertThat(answers.get(0).results()).containsEntry("openOn", "2026-12-01").containsKey("tapNumber");
    }

    @Test
    @DisplayName("同じ電文には、再起動の後も同じ回答をする")
    void aCopyGetsTheSameAnswerAlsoAfterARestart() {
        var request = water("2026-12-01");
        var first = water().answer(request, false);
        var again = water().answer(request, true);

        assertThat(again).isEqualTo(first);
    }

    @Test
    @DisplayName("住所が伏せられた第2版も受け、知らない版は断る")
    void knowsTheVersionsOfTheOffice() {
        assertThat(water().answer(ofVersion(2), false).get(0).outcome()).isEqualTo("DONE");
        assertThat(water().answer(ofVersion(3), false).get(0).outcome()).isEqualTo("REFUSED");
    }

    private static Request ofVersion(int version) {
        return new Request(UUID.randomUUID(), CoreSystem.PROCEDURE_DECIDED, version, "application:1", UUID.randomUUID(),
                "water-start", "016373", "2026-11-21", Map.of("water.startOn", "2026-12-01"));
    }

    @Test
    @DisplayName("書きかけで切れた行は読みとばし、その電文をもう一度受ける")
    void aTornLineIsPassedOver() throws Exception {
        water().answer(water("2026-12-01"), false);
        Files.writeString(folder.resolve("water.jsonl"), "{\"request\":\"6f4a", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

        var request = water("2026-12-02");
        var first = water().answer(request, false);

        assertThat(first.get(0).outcome()).isEqualTo("DONE");
        assertThat(water().answer(request, false)).as("kept on a line of its own").isEqualTo(first);
    }

    @Test
    @DisplayName("日付でない使用開始日は、理由を付けて断る")
    void refusesWithAReason() {
        var answer = water().answer(water("あした"), false).get(0);

        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.words()).contains("使用開始日");
        assertThat(answer.results()).isEmpty();
    }

    @Test
    @DisplayName("学校は受け付けてから、学校名と登校日を知らせる")
    void schoolAnswersInTwoSteps() {
        var request = request("school-transfer", Map.of("school.pupils.0.person", "2", "school.pupils.0.grade", "e3",
                "move.new.place", "西四条"));
        var school = new CoreSystem(new Trades.School(), new Journal(folder, "school"), CLOCK);

        var answers = school.answer(request, false);

        assertThat(answers).extracting(Answer::outcome).containsExactly("ACCEPTED", "DONE");
        assertThat(answers.get(1).results()).containsEntry("school.1", "芽室町立芽室西小学校")
                .containsEntry("attendFrom.1", "2026-11-28");
    }

    @Test
    @DisplayName("児童手当は請求の翌月から支給する")
    void childAllowanceIsPaidFromTheNextMonth() {
        var welfare = new CoreSystem(new Trades.Welfare(), new Journal(folder, "welfare"), CLOCK);

        var answer = welfare.answer(request("child-allowance", Map.of("childAllowance.children", "2,3")), false).get(0);

        assertThat(answer.results()).containsEntry("paidFrom", "2026-12");
    }

    @Test
    @DisplayName("操作ファイルで遅く、または止めることができる")
    void moodsComeFromTheControlFile() throws Exception {
        var moods = new Moods(folder);
        assertThat(moods.of("water")).isEqualTo(Mood.NORMAL);

        Files.writeString(folder.resolve(Moods.FILE), "all.mode=down\nwater.mode=slow\nwater.delay-seconds=20\n");

        assertThat(moods.of("school").kind()).isEqualTo(Mood.Kind.DOWN);
        assertThat(moods.of("water").kind()).isEqualTo(Mood.Kind.SLOW);
        assertThat(moods.of("water").delay()).hasSeconds(20);
    }

    private CoreSystem water() {
        return new CoreSystem(new Trades.Water(), new Journal(folder, "water"), CLOCK);
    }

    private static Request water(String startOn) {
        return request("water-start", Map.of("water.startOn", startOn));
    }

    private static Request request(String procedure, Map<String, String> answers) {
        return new Request(UUID.randomUUID(), CoreSystem.PROCEDURE_DECIDED, 1, "application:1", UUID.randomUUID(), procedure,
                "016373", "2026-11-21", answers);
    }
}
