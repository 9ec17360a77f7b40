package jp.yakuba.organization.model;

import static jp.yakuba.organization.ChartFixture.CHIEF;
import static jp.yakuba.organization.ChartFixture.CLERK;
import static jp.yakuba.organization.ChartFixture.DEPUTY;
import static jp.yakuba.organization.ChartFixture.REFORM;
import static jp.yakuba.organization.ChartFixture.aSmallTownHall;
import static jp.yakuba.organization.ChartFixture.whileTheDeputyActsForTheChief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("組織図")
class ChartTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Chart chart = aSmallTownHall();

    @Test
    @DisplayName("課は機構順に並び、新しい課はその日から現れる")
    void listsSectionsOfTheDayInTheOrderOfTheOffice() {
        assertThat(chart.sectionsOn(TODAY)).extracting(SectionView::code)
                .containsExactly("office", "residents", "ledger", "welfare");
        assertThat(chart.sectionsOn(REFORM)).extracting(SectionView::code).contains("digital");
        assertThat(chart.section("digital", REFORM.minusDays(1))).isEmpty();
    }

    @Test
    @DisplayName("兼務する職員の職は本務が先")
    void listsTheMainPostFirst() {
        assertThat(chart.postsOf(CLERK, TODAY)).extracting(PostView::code).containsExactly("ledger-clerk", "welfare-clerk");
        assertThat(chart.postsOf(CLERK, TODAY)).extracting(PostView::sectionName).contains("戸籍住民係", "健康福祉課");
    }

    @Test
    @DisplayName("職のある課と、その下の課まで届く。ほかの課と上の課には届かない")
    void reachesTheOwnSectionsAndThoseBelow() {
        assertThat(chart.reachOf(CHIEF, TODAY)).containsExactlyInAnyOrder("residents", "ledger");
        assertThat(chart.reachOf(CLERK, TODAY)).containsExactlyInAnyOrder("ledger", "welfare");
        assertThat(chart.reachOf(new UUID(0, 0), TODAY)).isEmpty();
    }

    @Test
    @DisplayName("4月1日の異動はその日に効く(前日までは前の職)")
    void anAppointmentTakesEffectOnItsDay() {
        assertThat(chart.staff(member -> member.id().equals(CLERK), REFORM.minusDays(1)))
                .map(StaffView::post).contains("ledger-clerk");
        assertThat(chart.staff(member -> member.number().equals("0102"), REFORM))
                .map(StaffView::post).contains("welfare-chief");
    }

    @Test
    @DisplayName("課の職員は上の職から並び、一人は一度だけ")
    void listsTheStaffOfASectionOnce() {
        assertThat(chart.staffOf("welfare", REFORM)).extracting(StaffView::id).containsExactly(CLERK);
        assertThat(chart.staffOf("ledger", TODAY)).extracting(StaffView::id).containsExactly(DEPUTY, CLERK);
    }

    @ParameterizedTest(name = "{0}, {1}円, {2} → {3}")
    @DisplayName("専決規程の行が決裁者を決める")
    @CsvSource(textBlock = """
            # the subsection has its own head
            certificate, 0, ledger, ledger-head
            # no head in the welfare division: up to its chief
            certificate, 0, welfare, welfare-chief
            # consent of the head, then the chief of the line
            child-allowance, 0, ledger, ledger-head residents-chief
            # the smallest limit that covers the amount
            spending, 50000, ledger, ledger-head
            spending, 50001, ledger, residents-chief
            spending, 500000, welfare, welfare-chief
            # above every limit, and unknown to the table: the mayor
            spending, 500001, ledger, mayor
            honours, 0, ledger, mayor
            # whoever both agrees and decides is asked once
            child-allowance, 0, welfare, welfare-chief
            """)
    void theTableOfDelegationMakesTheRoute(String matter, long amount, String section, String route) {
        assertThat(chart.routeFor(matter, amount, section, TODAY)).extracting(PostView::code)
                .containsExactly(route.split(" "));
    }

    @Test
    @DisplayName("職務代理者がいれば代理者が決裁する(地方自治法152条)")
    void whoActsForAPostDecides() {
        assertThat(chart.routeFor("spending", 400_000, "ledger", TODAY)).extracting(PostView::staffId).containsExactly(CHIEF);
        assertThat(whileTheDeputyActsForTheChief().routeFor("spending", 400_000, "ledger", TODAY))
                .extracting(PostView::staffId).containsExactly(DEPUTY);
    }

    @Test
    @DisplayName("空席の決裁者は名前のない職として返る")
    void aVacantDeciderHasNoName() {
        assertThat(chart.routeFor("certificate", 0, "welfare", TODAY)).singleElement()
                .satisfies(post -> assertThat(post.staffId()).isNull());
    }

    @Test
    @DisplayName("職の役割")
    void tellsTheRolesOfAPost() {
        assertThat(chart.rolesOf("ledger-clerk", TODAY)).containsExactlyInAnyOrder("staff", "examiner", "registrar");
        assertThat(chart.rolesOf("nobody", TODAY)).isEmpty();
    }

    @Test
    @DisplayName("終わりが始まりより前の期間はない")
    void aSpanEndsAfterItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(TODAY, TODAY));
    }
}
