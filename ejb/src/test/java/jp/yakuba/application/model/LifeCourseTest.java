package jp.yakuba.application.model;

import static jp.yakuba.application.api.ApplicationState.ARRIVED;
import static jp.yakuba.application.api.ApplicationState.CORRECTION;
import static jp.yakuba.application.api.ApplicationState.DECIDING;
import static jp.yakuba.application.api.ApplicationState.DONE;
import static jp.yakuba.application.api.ApplicationState.EXAMINING;
import static jp.yakuba.application.api.ApplicationState.IN_CORE;
import static jp.yakuba.application.api.ApplicationState.REFUSED;
import static jp.yakuba.application.api.ApplicationState.WITHDRAWN;
import static jp.yakuba.application.api.ProcedureKind.APPLICATION;
import static jp.yakuba.application.api.ProcedureKind.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import jp.yakuba.application.api.ApplicationState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("申請・届出の一生")
class LifeCourseTest {

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    @DisplayName("届出はどの状態からも決裁にも却下にもならない(行政手続法37条)")
    void notificationKnowsNoDecision(ApplicationState from) {
        assertThat(LifeCourse.mayBecome(NOTIFICATION, from, DECIDING)).isFalse();
        assertThat(LifeCourse.mayBecome(NOTIFICATION, from, REFUSED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = ApplicationState.class, names = {"DONE", "REFUSED", "WITHDRAWN"})
    @DisplayName("終わったものは動かない")
    void whatHasEndedStaysEnded(ApplicationState end) {
        assertThat(EnumSet.allOf(ApplicationState.class)).noneMatch(to -> LifeCourse.mayBecome(APPLICATION, end, to));
        assertThat(LifeCourse.isEnd(end)).isTrue();
    }

    @Test
    @DisplayName("到達で終わった届出だけは、課が読んで足りないと分かれば補正になる")
    void aNotificationThatEndedMayTurnOutIncomplete() {
        assertThat(EnumSet.allOf(ApplicationState.class)).filteredOn(to -> LifeCourse.mayBecome(NOTIFICATION, DONE, to))
                .containsExactly(CORRECTION);
    }

    @Test
    @DisplayName("却下は決裁からしか生まれない")
    void refusalComesOnlyFromADecision() {
        assertThat(EnumSet.allOf(ApplicationState.class))
                .filteredOn(from -> LifeCourse.mayBecome(APPLICATION, from, REFUSED))
                .containsExactly(DECIDING);
    }

    @Test
    @DisplayName("取下げは決定の前まで")
    void withdrawalUntilTheDecision() {
        assertThat(LifeCourse.mayWithdraw(ARRIVED)).isTrue();
        assertThat(LifeCourse.mayWithdraw(DECIDING)).isTrue();
        assertThat(EnumSet.of(IN_CORE, DONE, REFUSED, WITHDRAWN)).noneMatch(LifeCourse::mayWithdraw);
    }

    @Test
    @DisplayName("待つものがなくなれば、届出は基幹か完了へ、申請は審査へ進む")
    void goesOnByKind() {
        assertThat(LifeCourse.goOn(NOTIFICATION, "insurance")).isEqualTo(IN_CORE);
        assertThat(LifeCourse.goOn(NOTIFICATION, null)).isEqualTo(DONE);
        assertThat(LifeCourse.goOn(APPLICATION, "welfare")).isEqualTo(ARRIVED);
        assertThat(LifeCourse.mayBecome(NOTIFICATION, IN_CORE, EXAMINING)).as("refused by the core").isTrue();
    }
}
