package jp.yakuba.resident.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("世帯に属する期間")
class MembershipTest {
    private static final LocalDate JOINED = LocalDate.of(2026, 11, 1);
    private static final LocalDate REGROUPED = LocalDate.of(2026, 11, 20);

    @Test
    @DisplayName("世帯主が替わった後に、それより前の日の転出を聞いても、期間は始まった日で終わり、続柄は残らない")
    void endsNoEarlierThanItBegan() {
        var first = Membership.join(new UUID(0, 1), new UUID(0, 2), new Relationship("妻"), JOINED);
        var second = first.regroup(Relationship.HEAD, REGROUPED);
        assertThat(first.validUntil()).isEqualTo(REGROUPED);
        second.end(REGROUPED.minusDays(5));
        assertThat(second.validUntil()).isEqualTo(REGROUPED);
    }

    @Test
    @DisplayName("後の日の転出では、その日に終わる。同じ日に二度替わっても、前の期間と重ならない")
    void endsWithTheDay() {
        var one = Membership.join(new UUID(0, 1), new UUID(0, 2), Relationship.HEAD, JOINED);
        one.end(REGROUPED);
        assertThat(one.validUntil()).isEqualTo(REGROUPED);
        var again = Membership.join(new UUID(0, 1), new UUID(0, 3), new Relationship("子"), REGROUPED).regroup(Relationship.HEAD, JOINED);
        again.end(JOINED);
        assertThat(again.validUntil()).isEqualTo(REGROUPED);
    }
}
