package jp.yakuba.document.model.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.HistoryBreak;
import jp.yakuba.document.api.HistoryBreak.Kind;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.kernel.Actor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("文書の履歴の連鎖")
class HistoryWalkTest {
    private static final UUID RECORD = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-27T01:02:03.123456789Z");

    @Test
    @DisplayName("書かれたままなら最後まで成り立つ")
    void holdsAsItWasWritten() {
        var steps = history();

        assertThat(walk(steps, endOf(steps))).isNull();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("書き換えられた段を名指しする")
    @CsvSource(textBlock = """
            actorName, 誰か
            post, other-chief
            section, other
            payload, {"number":"芽総収第9号"}
            """)
    void namesTheStepThatWasRewritten(String field, String value) throws ReflectiveOperationException {
        var steps = history();
        set(steps.get(1), field, value);

        assertThat(walk(steps, endOf(steps))).isEqualTo(new HistoryBreak(RECORD, 2, Kind.STEP_CHANGED));
    }

    @Test
    @DisplayName("書き換えて、その段の封を作り直しても、次の段が受け継がない")
    void namesTheNextStepWhenTheLinkWasMadeAnew() {
        var steps = history();
        steps.set(1, RecordEvent.after(
                steps.get(0).end(), RECORD, RecordEventKind.NOTED, Payload.NONE, Actor.system("forger"), AT));

        assertThat(walk(steps, endOf(steps))).isEqualTo(new HistoryBreak(RECORD, 3, Kind.LINK_BROKEN));
    }

    @ParameterizedTest(name = "{0}段目を消すと{1}段目が欠ける")
    @DisplayName("消された段を名指しする。最後の段も")
    @CsvSource({"1, 1", "2, 2", "3, 3"})
    void namesTheStepThatIsGone(int gone, int missing) {
        var steps = history();
        var end = endOf(steps);
        steps.remove(gone - 1);

        assertThat(walk(steps, end)).isEqualTo(new HistoryBreak(RECORD, missing, Kind.STEP_MISSING));
    }

    @Test
    @DisplayName("継ぎ足された段は、残された終わりと合わない")
    void namesAStepThatWasAdded() {
        var steps = history();
        var end = endOf(steps);
        steps.add(RecordEvent.after(end, RECORD, RecordEventKind.READ, Payload.NONE, Actor.system("forger"), AT));

        assertThat(walk(steps, end)).isEqualTo(new HistoryBreak(RECORD, 4, Kind.HEAD_CONTRADICTED));
        assertThat(walk(steps, null)).isEqualTo(new HistoryBreak(RECORD, 4, Kind.HEAD_CONTRADICTED));
    }

    @Test
    @DisplayName("同じ事実は、書かれた順によらず同じ形になる")
    void samePayloadWhateverTheOrder() {
        var json = jp.yakuba.kernel.HouseJson.JSON.createObjectBuilder()
                .add("number", "芽総収第1号").add("files", 2).build();

        assertThat(Payload.of(json)).isEqualTo(Payload.of(Map.of("files", 2, "number", "芽総収第1号")));
        assertThat(Payload.of(json).text()).isEqualTo("{\"files\":2,\"number\":\"芽総収第1号\"}");
        assertThat(Payload.of(Map.of("to", List.of("総務課", "税務課"))).values()).containsEntry("to", "総務課、税務課");
    }

    private static List<RecordEvent> history() {
        var clerk = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "山田花子", "general-clerk-1", "general",
                java.util.Set.of(), jp.yakuba.kernel.Assurance.NONE, "test");
        var steps = new ArrayList<RecordEvent>();
        var end = HistoryEnd.beforeTheFirst();
        for (var kind : List.of(RecordEventKind.RECEIVED, RecordEventKind.DISTRIBUTED, RecordEventKind.COMPLETED)) {
            steps.add(RecordEvent.after(end, RECORD, kind, Payload.of(Map.of("number", "芽総収第1号")), clerk, AT));
            end = steps.get(steps.size() - 1).end();
        }
        return steps;
    }

    private static HistoryEnd endOf(List<RecordEvent> steps) {
        return steps.get(steps.size() - 1).end();
    }

    private static HistoryBreak walk(List<RecordEvent> steps, HistoryEnd end) {
        var walk = new HistoryWalk(RECORD);
        steps.forEach(walk::step);
        return walk.end(end).firstBreak();
    }

    private static void set(RecordEvent step, String name, Object value) throws ReflectiveOperationException {
        Field field = RecordEvent.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(step, value);
    }
}
