package jp.yakuba.resident.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ResidentProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("転出と世帯")
class DepartureTest {
    private static final UUID FATHER = new UUID(0, 1);
    private static final UUID MOTHER = new UUID(0, 2);
    private static final UUID CHILD = new UUID(0, 3);
    private static final Map<UUID, Relationship> FAMILY =
            Map.of(FATHER, Relationship.HEAD, MOTHER, new Relationship("妻"), CHILD, new Relationship("子"));

    @Test
    @DisplayName("世帯主が残れば、残る人の続柄は変わらない。全員が出れば世帯は空になる")
    void nothingChangesWhileTheHeadStays() {
        assertThat(new Departure(FAMILY, Set.of(CHILD)).regrouped(Map.of())).isEmpty();
        assertThat(new Departure(FAMILY, Set.of(CHILD)).emptiesHousehold()).isFalse();
        assertThat(new Departure(FAMILY, FAMILY.keySet()).regrouped(Map.of())).isEmpty();
        assertThat(new Departure(FAMILY, FAMILY.keySet()).emptiesHousehold()).isTrue();
        assertThat(new Departure(FAMILY, Set.of(UUID.randomUUID())).regrouped(Map.of())).as("a stranger leaves").isEmpty();
    }

    @Test
    @DisplayName("世帯主が出て一人だけ残れば、その人が世帯主になる")
    void whoeverStaysAloneIsTheHead() {
        assertThat(new Departure(FAMILY, Set.of(FATHER, CHILD)).regrouped(Map.of())).containsExactly(Map.entry(MOTHER, Relationship.HEAD));
    }

    @Test
    @DisplayName("世帯主が出て何人か残れば、世帯主一人と全員の続柄がいる。知らない続柄は断る")
    void severalWhoStayNeedOneHead() {
        var departure = new Departure(FAMILY, Set.of(FATHER));
        assertThat(departure.regrouped(Map.of(MOTHER, "世帯主", CHILD, "子")))
                .containsOnly(Map.entry(MOTHER, Relationship.HEAD), Map.entry(CHILD, new Relationship("子")));
        refused(ResidentProblem.HEAD_NEEDED, departure, Map.of());
        refused(ResidentProblem.HEAD_NEEDED, departure, Map.of(MOTHER, "世帯主"));
        refused(ResidentProblem.HEAD_NEEDED, departure, Map.of(MOTHER, "世帯主", CHILD, "世帯主"));
        refused(ResidentProblem.HEAD_NEEDED, departure, Map.of(MOTHER, "母", CHILD, "子"));
        refused(ResidentProblem.UNKNOWN_RELATIONSHIP, departure, Map.of(MOTHER, "世帯主", CHILD, "孫"));
    }

    private static void refused(ResidentProblem problem, Departure departure, Map<UUID, String> said) {
        assertThatThrownBy(() -> departure.regrouped(said))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
