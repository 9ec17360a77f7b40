package jp.yakuba.approval.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.application.service.ShippedProcedures;
import jp.yakuba.approval.api.ApprovalProblem;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.approval.model.Stop;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.TownWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("起案者一人では決まらない経路")
class SecondPersonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final String MEMURO = "016373";

    @ParameterizedTest(name = "{0} を {2} が起案 → {3}")
    @DisplayName("専決の表のとおり。ただし起案者のほかにだれもいない経路は、上の職が決める")
    @CsvSource(textBlock = """
            # the table as it stands
            child-allowance, child, child-clerk-1, child-lead-1 child-chief
            # the one who agrees drafted it: the chief decides
            child-allowance, child, child-lead-1, child-lead-1 child-chief
            # the one who decides drafted it, but somebody agrees before
            child-allowance, child, child-chief, child-lead-1 child-chief
            # alone on the route: one stop more
            seal-registration, residents, residents-lead-1, residents-lead-1 residents-chief
            permit, accounting, accounting-chief, accounting-chief office-deputy
            permit, election, election-secretary, election-secretary office-deputy
            # the section in charge counts, not the drafter's main post elsewhere
            permit, construction, construction-chief, construction-chief office-deputy
            permit, construction, construction-clerk-1, construction-chief
            """)
    void theRouteNeverEndsWithItsDrafterAlone(String matter, String section, String drafter, String posts) {
        var town = SampleTown.of(MEMURO);
        var route = laidOut(town, matter, section, town.holderOf(drafter));

        assertThat(route).extracting(Stop::post).containsExactly(posts.split(" "));
        assertThat(route).extracting(Stop::kind).containsOnlyOnce(StopKind.DECIDE).endsWith(StopKind.DECIDE);
        assertThat(route).extracting(Stop::stage).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("すぐ上の職が空いていれば、その上の職が決める")
    void anEmptyPostAboveIsSteppedOver() {
        var town = SampleTown.whileNobodyHolds(MEMURO, "office-deputy");
        assertThat(laidOut(town, "permit", "accounting", town.holderOf("accounting-chief"))).extracting(Stop::post)
                .containsExactly("accounting-chief", "office-head");
    }

    @Test
    @DisplayName("知らせるだけの職は、決める職の後に回る")
    void whoIsOnlyToldComesAfterTheDecision() {
        var town = SampleTown.of(MEMURO);
        var route = List.of(
                new Stop(1, StopKind.DECIDE, "accounting-chief", "会計管理者", "出納室", 40),
                new Stop(2, StopKind.INFORM, "general-chief", "課長", "総務課", 40));
        assertThat(new SecondPerson(town.desk()).on(route, town.holderOf("accounting-chief"), DAY))
                .extracting(Stop::post, Stop::stage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("accounting-chief", 1),
                        org.assertj.core.groups.Tuple.tuple("office-deputy", 2),
                        org.assertj.core.groups.Tuple.tuple("general-chief", 3));
    }

    @Test
    @DisplayName("起案者のほかに決める人がいなければ、言葉で断る")
    void whereNobodyElseCouldDecideNothingIsProposed() {
        var town = SampleTown.whileNobodyHolds(MEMURO, "office-deputy", "office-head");
        assertThatThrownBy(() -> laidOut(town, "permit", "accounting", town.holderOf("accounting-chief")))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(ApprovalProblem.NOBODY_ELSE);
                    assertThat(refusal.details()).containsExactly("出納室", "会計管理者");
                });
    }

    @ParameterizedTest
    @DisplayName("どの手続を、課のだれが起案しても、経路のどの職にも決められる人がいて、起案者一人では決まらない")
    @ValueSource(strings = {"016373", "132209"})
    void everyProcedureCanBeDecidedWhoeverDraftsIt(String code) {
        var town = SampleTown.of(code);
        var desk = town.desk();
        assertThat(ShippedProcedures.list(TownWords.USUAL)).allSatisfy(shipped -> {
            var facts = shipped.facts();
            var matter = facts.matter() == null ? facts.code() : facts.matter();
            for (var drafter : examinersOf(town, facts.section())) {
                var route = laidOut(town, matter, facts.section(), drafter);
                assertThat(route).as(facts.code()).isNotEmpty().allSatisfy(stop -> {
                    assertThat(desk.listHoldersOf(stop.post(), DAY)).isNotEmpty();
                    assertThat(desk.rolesOf(stop.post(), DAY)).as(stop.post()).contains("decider");
                });
                assertThat(route).as(facts.code()).anySatisfy(stop -> assertThat(desk.listHoldersOf(stop.post(), DAY))
                        .anySatisfy(holder -> assertThat(holder.id()).isNotEqualTo(drafter)));
            }
        });
    }

    private static Set<UUID> examinersOf(SampleTown town, String section) {
        return town.chart().staffOf(section, DAY).stream()
                .filter(member -> town.chart().rolesOf(member.id(), DAY).contains("examiner"))
                .map(member -> member.id())
                .collect(Collectors.toSet());
    }

    private static List<Stop> laidOut(SampleTown town, String matter, String section, UUID drafter) {
        var stages = town.desk().decisionRule(matter, 0, section, DAY).stages();
        var stops = new ArrayList<Stop>();
        for (int stage = 0; stage < stages.size(); stage++) {
            for (var asked : stages.get(stage)) {
                var post = asked.post();
                stops.add(new Stop(stage + 1, StopKind.valueOf(asked.kind().name()), post.code(), post.title(),
                        post.sectionName(), post.rank()));
            }
        }
        return new SecondPerson(town.desk()).on(stops, drafter, DAY);
    }
}
