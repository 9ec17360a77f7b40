package jp.yakuba.approval.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.approval.api.AddedStop;
import jp.yakuba.approval.api.ApprovalProblem;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.kernel.RuleViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("経路の組み立て")
class RouteDraftTest {
    private static final RouteDraft TABLE = RouteDraft.ofTable(
            List.of(List.of(stop(StopKind.AGREE, "lead")), List.of(stop(StopKind.CONSULT, "general")),
                    List.of(stop(StopKind.DECIDE, "mayor"))),
            List.of(stop(StopKind.INFORM, "planning")));

    @ParameterizedTest(name = "[{0}] → {1}")
    @DisplayName("起案者は間に足せる。表の段は残り、決裁は最後のまま")
    @CsvSource(textBlock = """
            '',                                                lead | general | mayor | planning
            CONSULT tax 99 0,                                  lead | general | tax | mayor | planning
            CONSULT tax 99 0; CONSULT water 99 0,              lead | general | tax water | mayor | planning
            CONSULT tax 99 0; CONSULT water 99 1,              lead | general | tax | water | mayor | planning
            AGREE   chief 2 0,                                 lead | chief | general | mayor | planning
            AGREE   clerk 1 0,                                 clerk | lead | general | mayor | planning
            INFORM  tax 1 0,                                   lead | general | mayor | planning tax
            """)
    void stopsGoBetween(String words, String expected) {
        var wanted = Stream.of(words.split("; *")).filter(word -> !word.isBlank()).map(RouteDraftTest::added).toList();
        var route = TABLE.with(wanted, wanted.stream().map(add -> stop(add.kind(), add.post())).toList());
        var stages = route.stream().collect(Collectors.groupingBy(Stop::stage, TreeMap::new,
                Collectors.mapping(Stop::post, Collectors.joining(" "))));
        assertThat(String.join(" | ", stages.values())).isEqualTo(expected);
    }

    @Test
    @DisplayName("経路にある職をもう一度は足せない")
    void nobodyIsAskedTwice() {
        var twice = added("CONSULT general 99 0");
        assertThatThrownBy(() -> TABLE.with(List.of(twice), List.of(stop(StopKind.CONSULT, "general"))))
                .isInstanceOfSatisfying(RuleViolation.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(ApprovalProblem.STOP_UNFIT));
    }

    private static AddedStop added(String words) {
        var parts = words.strip().split(" +");
        return new AddedStop(StopKind.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
    }

    private static Stop stop(StopKind kind, String post) {
        return new Stop(1, kind, post, post, "課", 40);
    }
}
