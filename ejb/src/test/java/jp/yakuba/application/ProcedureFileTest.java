package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Remedy;
import jp.yakuba.application.api.RemedyWay;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.form.ProcedureFile;
import jp.yakuba.application.model.form.ProcedureInspection;
import jp.yakuba.application.model.form.RemedyInspection;
import jp.yakuba.application.service.ShippedProcedures;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.TownWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("手続の案内のファイルと検査")
class ProcedureFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    @Test
    @DisplayName("どの手続も、書き出して読み込むと同じになり、きずがない")
    void everyProcedureSurvivesTheWayThroughAFile() {
        assertThat(ShippedProcedures.list(TownWords.USUAL)).hasSizeGreaterThan(60).allSatisfy(shipped -> {
            assertThat(ProcedureFile.read(ProcedureFile.write(shipped.facts()))).isEqualTo(shipped.facts());
            assertThat(ProcedureInspection.of(shipped.facts(), true, true, shipped.facts().validFrom())).isEmpty();
        });
    }

    @ParameterizedTest
    @DisplayName("読めないファイルは、言葉で断る")
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"code\": 1}", "{\"code\":\"a\",\"name\":{},\"kana\":\"a\",\"summary\":{\"ja\":\"a\"},"
            + "\"legalGround\":\"a\",\"section\":\"a\",\"whoMay\":{\"ja\":\"a\"},\"kind\":\"APPLICATION\",\"validFrom\":\"2026-04-01\"}"})
    void refusesInWordsWhatCannotBeRead(String file) {
        var refusal = catchThrowableOfType(RuleViolation.class, () -> ProcedureFile.read(file));

        assertThat(refusal.problem()).isEqualTo(ApplicationProblem.PROCEDURE_FAULTY);
    }

    @Test
    @DisplayName("過ぎた日からの版、足りない言葉、ない課を、場所を挙げて言う")
    void namesEveryFaultAtItsPlace() {
        var facts = ShippedProcedures.list(TownWords.USUAL).get(0).facts();
        var broken = new ProcedureView(
                facts.code(), new Text("名前", null, ""), facts.kana(), facts.summary(), " ", facts.section(), facts.whoMay(), facts.bring(), -1,
                facts.standardDays(), facts.identity(), facts.kind(), facts.visit(), facts.online(), facts.coreSystem(), facts.matter(),
                facts.waitsFor(), facts.lifeEvents(), facts.keywords(), TODAY.minusDays(1), TODAY.minusDays(2), null);

        assertThat(ProcedureInspection.of(broken, false, false, TODAY)).extracting(FormFault::place)
                .containsExactlyInAnyOrder("name.easy", "name.en", "section", "legalGround", "fee", "online", "validFrom", "validUntil");
    }

    @Test
    @DisplayName("新しい手続は、使える記号と、申請なら決める事項を求められる")
    void aNewProcedureNeedsACodeOfItsOwnAndWhoDecides() {
        var facts = ShippedProcedures.list(TownWords.USUAL).stream().map(shipped -> shipped.facts()).filter(one -> one.matter() != null).findFirst().orElseThrow();

        assertThat(ProcedureInspection.ofNew(facts, false, true)).isEmpty();
        assertThat(ProcedureInspection.ofNew(facts, true, false)).extracting(FormFault::place).containsExactly("code", "matter");
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("教示のきずは、場所を挙げて言う")
    @MethodSource("faultyRemedies")
    void namesTheFaultsOfARemedy(Remedy remedy, String... places) {
        assertThat(RemedyInspection.of(with(ProcedureKind.APPLICATION, remedy))).extracting(FormFault::place).containsExactly(places);
    }

    private static Stream<Arguments> faultyRemedies() {
        return Stream.of(
                Arguments.of(new Remedy(null, null, null, null, List.of("甲法第1条")), new String[] {"remedy.way"}),
                Arguments.of(new Remedy(RemedyWay.REVIEW_FIRST, null, "甲審査会", null, List.of()), new String[] {"remedy.grounds"}),
                Arguments.of(new Remedy(RemedyWay.SUIT_ONLY, null, "甲審査会", null, List.of("甲法第1条")), new String[] {"remedy.reviewBy"}),
                Arguments.of(new Remedy(RemedyWay.ELSEWHERE, null, null, "甲県", List.of("甲法第1条")),
                        new String[] {"remedy.authority", "remedy.defendant"}),
                Arguments.of(new Remedy(RemedyWay.REVIEW_OR_SUIT, " ", "{道名}知事", null, List.of("甲法第1条")),
                        new String[] {"remedy.authority", "remedy.reviewBy"}));
    }

    @Test
    @DisplayName("届出に教示はない")
    void aNotificationHasNoRemedy() {
        var remedy = new Remedy(RemedyWay.REVIEW_FIRST, null, "甲審査会", null, List.of("甲法第1条"));

        assertThat(RemedyInspection.of(with(ProcedureKind.NOTIFICATION, remedy))).extracting(FormFault::place).containsExactly("remedy.way");
        assertThat(RemedyInspection.of(with(ProcedureKind.NOTIFICATION, null))).isEmpty();
    }

    @Test
    @DisplayName("教示の知らない項目や道すじは、読み込むときに場所を挙げて断る")
    void refusesARemedyItDoesNotKnow() {
        var file = ProcedureFile.write(with(ProcedureKind.APPLICATION, new Remedy(RemedyWay.REVIEW_FIRST, null, "甲審査会", null, List.of("甲法第1条"))));

        for (var faulty : List.of(file.replace("\"reviewBy\"", "\"reveiwBy\""), file.replace("REVIEW_FIRST", "REVIEW_LATER"))) {
            var refusal = catchThrowableOfType(RuleViolation.class, () -> ProcedureFile.read(faulty));
            assertThat(refusal.problem()).isEqualTo(ApplicationProblem.PROCEDURE_FAULTY);
            assertThat((String) refusal.details().get(0)).containsAnyOf("remedy.reveiwBy", "remedy.way");
        }
    }

    private static ProcedureView with(ProcedureKind kind, Remedy remedy) {
        var facts = ShippedProcedures.list(TownWords.USUAL).get(0).facts();
        return new ProcedureView(
                facts.code(), facts.name(), facts.kana(), facts.summary(), facts.legalGround(), facts.section(), facts.whoMay(), facts.bring(),
                facts.fee(), facts.standardDays(), facts.identity(), kind, facts.visit(), facts.online(), facts.coreSystem(), null,
                facts.waitsFor(), facts.lifeEvents(), facts.keywords(), TODAY, null, remedy);
    }
}
