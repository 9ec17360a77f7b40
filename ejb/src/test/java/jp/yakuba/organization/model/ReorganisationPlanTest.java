package jp.yakuba.organization.model;

import static jp.yakuba.organization.ChartFixture.CHIEF;
import static jp.yakuba.organization.ChartFixture.CLERK;
import static jp.yakuba.organization.ChartFixture.DEPUTY;
import static jp.yakuba.organization.ChartFixture.aSmallTownHall;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.ReorganisationFault.Kind;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.organization.api.SuccessionTerms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("機構改革")
class ReorganisationPlanTest {
    private static final LocalDate DAY = LocalDate.of(2028, 4, 1);

    private final Chart chart = aSmallTownHall();

    @Test
    @DisplayName("二つの課が一つになる: 課長職は一つにまとまり、ほかの職はそのまま移り、人は職について行く")
    void twoSectionsBecomeOne() {
        var after = done(merger());

        assertThat(after.sectionsOn(DAY)).extracting(SectionView::code).contains("citizens").doesNotContain("residents", "welfare");
        assertThat(after.sectionsOn(DAY.minusDays(1))).extracting(SectionView::code).contains("residents", "welfare").doesNotContain("citizens");
        assertThat(after.holdersOf("citizens-chief", DAY)).extracting(StaffView::id).containsExactly(CHIEF, CLERK);
        assertThat(after.findPost("welfare-chief", DAY)).map(PostView::code).contains("citizens-chief");
        assertThat(after.rolesOf("citizens-clerk", DAY)).containsExactlyInAnyOrder("staff", "examiner");
        assertThat(after.ancestorsOf("citizens", DAY)).containsExactly("residents", "welfare");
    }

    @Test
    @DisplayName("下の係は、引き継ぐ課の下に移り、係員は前の課のものにも届く")
    void subsectionsGoAlong() {
        var after = done(merger());

        assertThat(after.section("ledger", DAY)).map(SectionView::parent).contains("citizens");
        assertThat(after.reachOf(CHIEF, DAY)).containsExactlyInAnyOrder("citizens", "ledger", "residents", "welfare");
        assertThat(after.reachOf(CHIEF, DAY.minusDays(1))).containsExactlyInAnyOrder("residents", "ledger");
        assertThat(after.postAbove("ledger-head", DAY)).map(PostView::code).contains("citizens-chief");
    }

    @Test
    @DisplayName("専決の表の終わった課の行は、引き継ぐ課として読まれ、決裁も続く")
    void theDelegationTableGoesOn() {
        var after = done(merger());

        assertThat(after.routeFor("child-allowance", 0, "welfare", DAY)).extracting(PostView::code).containsExactly("citizens-chief");
        assertThat(after.routeFor("child-allowance", 0, "ledger", DAY)).extracting(PostView::code)
                .containsExactly("ledger-head", "citizens-chief");
        assertThat(after.ruleFor("plan", 0, "ledger", DAY).posts()).extracting(PostView::code)
                .containsExactly("ledger-head", "citizens-chief", "office-deputy", "treasurer", "mayor");
        assertThat(after.withAncestorPosts(List.of("citizens-chief"), DAY))
                .containsExactlyInAnyOrder("citizens-chief", "residents-chief", "welfare-chief");
        assertThat(after.standInsFor("residents-chief", DAY)).extracting(PostView::code).first().isEqualTo("ledger-head");
    }

    @Test
    @DisplayName("分割: 主に引き継ぐ課に人も職も移り、もう一つは同じ職が空席で始まる。どちらからも前の文書が読める")
    void oneSectionBecomesTwo() {
        var after = done(List.of(
                SuccessionTerms.into("residents", "tax").opening("税務課", "Tax", "税").beside(),
                SuccessionTerms.into("residents", "civil").opening("戸籍課", "Civil", "民")));

        assertThat(after.successorsOf("residents", DAY)).extracting(SectionView::code).containsExactly("civil", "tax");
        assertThat(after.findPost("residents-chief", DAY)).map(PostView::code).contains("civil-chief");
        assertThat(after.vacantPosts(DAY)).extracting(PostView::code).contains("tax-chief").doesNotContain("civil-chief");
        assertThat(after.ancestorsOf("tax", DAY)).containsExactly("residents");
        assertThat(after.section("ledger", DAY)).map(SectionView::parent).contains("civil");
    }

    @Test
    @DisplayName("移動: 同じ名の課が、別の課の下に新しい符号で続く")
    void aSectionMoves() {
        var after = done(List.of(new SuccessionTerms(
                "ledger", "family", true, "戸籍住民係", "Family", "籍", "welfare", null, null)));

        assertThat(after.section("family", DAY)).map(SectionView::parent).contains("welfare");
        assertThat(after.holdersOf("family-head", DAY)).extracting(StaffView::id).containsExactly(DEPUTY);
        assertThat(after.routeFor("child-allowance", 0, "ledger", DAY)).extracting(PostView::code)
                .containsExactly("family-head", "welfare-chief");
    }

    @Test
    @DisplayName("今ある課に入る: 課長はその課の課長に、ほかの職はその課の職として移る")
    void aSectionGoesIntoAnother() {
        var after = done(List.of(SuccessionTerms.into("welfare", "residents")));

        assertThat(after.findPost("welfare-chief", DAY)).map(PostView::code).contains("residents-chief");
        assertThat(after.findPost("welfare-clerk", DAY)).map(PostView::code).contains("residents-clerk");
        assertThat(after.holdersOf("residents-clerk", DAY)).extracting(StaffView::id).containsExactly(CLERK);
    }

    @Test
    @DisplayName("同じ日の予定を書き直すと、前の予定はなかったものとして確かめる")
    void thePlanOfADayIsMadeAnew() {
        var after = done(merger());

        assertThat(new ReorganisationPlan(after, DAY, merger()).faults()).isEmpty();
        assertThat(new ReorganisationPlan(after, DAY, merger()).withPosts().openedPosts()).extracting(Post::code)
                .containsExactlyElementsOf(new ReorganisationPlan(chart, DAY, merger()).withPosts().openedPosts().stream()
                        .map(Post::code).toList());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("意味をなさない予定は、その欄で断る")
    @MethodSource
    void refusesWhatMakesNoSense(Kind kind, int line, List<SuccessionTerms> lines) {
        assertThat(new ReorganisationPlan(chart, DAY, lines).faults())
                .extracting(fault -> fault.line() + " " + fault.kind()).contains(line + " " + kind);
    }

    static Stream<Arguments> refusesWhatMakesNoSense() {
        var into = SuccessionTerms.into("welfare", "residents");
        return Stream.of(
                Arguments.of(Kind.SECTION_UNKNOWN, 1, List.of(SuccessionTerms.into("nowhere", "residents"))),
                Arguments.of(Kind.SECTION_IS_TOP, 1, List.of(SuccessionTerms.into("office", "residents"))),
                Arguments.of(Kind.HEAD_LEFT, 1, List.of(SuccessionTerms.into("welfare", null))),
                Arguments.of(Kind.SUCCESSOR_ENDS, 1, List.of(SuccessionTerms.into("welfare", "welfare"))),
                Arguments.of(Kind.SUCCESSOR_ENDS, 2, List.of(into, SuccessionTerms.into("residents", "welfare"))),
                Arguments.of(Kind.SUCCESSOR_UNREADABLE, 1, List.of(SuccessionTerms.into("welfare", "健康課"))),
                Arguments.of(Kind.SUCCESSOR_UNKNOWN, 1, List.of(SuccessionTerms.into("welfare", "health"))),
                Arguments.of(Kind.TWICE, 2, List.of(into, into)),
                Arguments.of(Kind.MAIN_UNCLEAR, 1, List.of(into, SuccessionTerms.into("welfare", "ledger"))),
                Arguments.of(Kind.MAIN_UNCLEAR, 1, List.of(into.beside(), SuccessionTerms.into("welfare", "ledger").beside())),
                Arguments.of(Kind.DESCRIBED_OTHERWISE, 1, List.of(into.opening("健康課", "Health", "健"))),
                Arguments.of(Kind.DESCRIBED_OTHERWISE, 2, List.of(
                        SuccessionTerms.into("welfare", "one").opening("一課", "One", "一"),
                        SuccessionTerms.into("residents", "one").opening("二課", "One", "一"))),
                Arguments.of(Kind.NAME_UNREADABLE, 1, List.of(SuccessionTerms.into("welfare", "one").opening("一課\u0000", "One", "一"))),
                Arguments.of(Kind.NAME_UNREADABLE, 1, List.of(SuccessionTerms.into("welfare", "one").opening("課".repeat(61), "One", "一"))),
                Arguments.of(Kind.ENGLISH_MISSING, 1, List.of(SuccessionTerms.into("welfare", "one").opening("一課", null, "一"))),
                Arguments.of(Kind.LETTER_MISSING, 1, List.of(SuccessionTerms.into("welfare", "one").opening("一課", "One", null))),
                Arguments.of(Kind.LETTER_TAKEN, 1, List.of(SuccessionTerms.into("welfare", "one").opening("一課", "One", "住"))),
                Arguments.of(Kind.PARENT_UNKNOWN, 1, List.of(
                        new SuccessionTerms("welfare", "one", true, "一課", "One", "一", "nowhere", null, null))));
    }

    @Test
    @DisplayName("別の日に終わると決まった課は、もう終わらせられず、引き継ぐこともできない")
    void plansOfOtherDaysStand() {
        var planned = done(merger());
        var later = new ReorganisationPlan(planned, DAY.plusYears(1), List.of(SuccessionTerms.into("welfare", "ledger")));
        var earlier = new ReorganisationPlan(planned, DAY.minusYears(1), List.of(SuccessionTerms.into("welfare", "ledger")));
        var heir = new ReorganisationPlan(planned, DAY.plusYears(1), List.of(SuccessionTerms.into("ledger", "welfare")));
        var code = new ReorganisationPlan(planned, DAY.plusYears(1), List.of(
                SuccessionTerms.into("ledger", "welfare").opening("福祉課", "Welfare", "福")));

        assertThat(later.faults()).extracting(fault -> fault.kind()).containsExactly(Kind.SECTION_ENDS_ALREADY);
        assertThat(earlier.faults()).extracting(fault -> fault.kind()).containsExactly(Kind.SECTION_ENDS_ALREADY);
        assertThat(heir.faults()).extracting(fault -> fault.kind()).containsExactly(Kind.SUCCESSOR_ENDS);
        assertThat(code.faults()).extracting(fault -> fault.kind()).containsExactly(Kind.CODE_USED);
    }

    @Test
    @DisplayName("CSVは書いたとおりに読め、誤りは行で示す")
    void theFileIsReadAsItWasWritten() {
        var written = ReorganisationFile.write(merger());
        var read = ReorganisationFile.read(written);
        assertThat(read.lines()).isEqualTo(merger());
        assertThat(read.faults(new ReorganisationPlan(chart, DAY, read.lines()))).isEmpty();

        var broken = ReorganisationFile.read(written + "\r\nwelfare,residents,perhaps,,,,,,\r\nledger,,true,,,,,,\r\n\r\nledger\r\n");
        assertThat(broken.faults(new ReorganisationPlan(chart, DAY, broken.lines())))
                .extracting(fault -> fault.line() + " " + fault.kind())
                .containsExactly("5 FLAG_UNREADABLE", "6 HEAD_LEFT", "8 COLUMNS_WRONG");
        assertThat(ReorganisationFile.read("a,b").faults(new ReorganisationPlan(chart, DAY, List.of())))
                .extracting(fault -> fault.kind()).containsExactly(Kind.COLUMNS_WRONG);
    }

    private static List<SuccessionTerms> merger() {
        return List.of(
                SuccessionTerms.into("residents", "citizens").opening("町民課", "Citizens", "町"),
                SuccessionTerms.into("welfare", "citizens"));
    }

    /** The chart once the plan is written down. */
    private Chart done(List<SuccessionTerms> lines) {
        var plan = new ReorganisationPlan(chart, DAY, lines);
        assertThat(plan.faults()).isEmpty();
        plan.withPosts();
        var sections = new ArrayList<>(chart.sections());
        plan.opened().forEach(opened -> sections.add(new Section(opened.view(), Span.from(DAY), opened.sort())));
        var posts = new ArrayList<>(chart.posts());
        posts.addAll(plan.openedPosts());
        plan.sectionSteps().forEach(step -> sections.stream().filter(one -> one.code().equals(step.from())).forEach(one -> one.holdUntil(DAY)));
        plan.postSteps().forEach(step -> posts.stream().filter(one -> one.code().equals(step.from())).forEach(one -> one.holdUntil(DAY)));
        return new Chart(sections, posts, chart.staff(), chart.appointments(), chart.delegations(), chart.consults(), chart.substitutes(),
                new Lineage(plan.sectionSteps()), new Lineage(plan.postSteps()));
    }
}
