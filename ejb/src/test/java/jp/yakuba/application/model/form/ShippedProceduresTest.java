package jp.yakuba.application.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.api.VisitRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("配られている手続と様式")
class ShippedProceduresTest {
    private static final Set<String> SECTIONS = Set.of(
            "general", "residents", "tax", "welfare", "child", "health", "school", "water", "environment", "construction",
            "agriculture", "planning", "fire", "council", "election");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static Stream<String> all() {
        return ShippedForms.codes().stream();
    }

    static Stream<String> withForm() {
        return ShippedForms.withForm();
    }

    @Test
    @DisplayName("六十より多く、番号札は一つずつ")
    void thereAreMoreThanSixty() {
        assertThat(ShippedForms.codes()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(ShippedForms.withForm()).hasSizeGreaterThanOrEqualTo(27);
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("三つの言葉がそろい、根拠・担当・読みがある")
    void everyProcedureIsComplete(String code) {
        var procedure = procedure(code);

        assertThat(procedure.code()).isEqualTo(code);
        assertThat(Stream.concat(Stream.of(procedure.name(), procedure.summary(), procedure.whoMay()), procedure.bring().stream()))
                .allSatisfy(ShippedProceduresTest::speaksThreeLanguages);
        assertThat(SECTIONS).contains(procedure.section());
        assertThat(procedure.legalGround()).containsPattern("第[0-9]+条|条例|規則|要綱|要領|第3節");
        assertThat(procedure.kana()).matches("[\\u3041-\\u3096ー・（）]+");
        assertThat(procedure.keywords()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(procedure.lifeEvents()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("届出は決裁を知らず、待つ相手は同じ町の手続")
    void kindsAndDependenciesFit(String code) {
        var procedure = procedure(code);

        if (procedure.kind() == ProcedureKind.NOTIFICATION) {
            assertThat(procedure.matter()).isNull();
        }
        if (procedure.waitsFor() != null) {
            assertThat(ShippedForms.codes()).contains(procedure.waitsFor());
        }
        if (procedure.online() && procedure.kind() == ProcedureKind.APPLICATION && procedure.visit() == VisitRule.NONE) {
            assertThat(procedure.matter()).as("a decision needs a route").isNotBlank();
            assertThat(procedure.standardDays()).as("標準処理期間").isPositive();
        }
        assertThat(procedure.online()).isEqualTo(ShippedForms.procedure(code).containsKey("form"));
    }

    @ParameterizedTest
    @MethodSource("withForm")
    @DisplayName("様式にきずも、訳のぬけもない")
    void everyFormIsFaultless(String code) {
        var reading = FormJson.read(ShippedForms.procedure(code).getJsonObject("form"));

        assertThat(reading.lines()).isEmpty();
        assertThat(FormGaps.of(reading.definition())).isEmpty();
        assertThat(reading.definition().procedure()).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("withForm")
    @DisplayName("書き出したものを読むと同じ様式になる")
    void everyFormSurvivesExport(String code) {
        var form = ShippedForms.form(code);

        assertThat(FormJson.read(FormJson.write(form)).definition()).isEqualTo(form);
    }

    @ParameterizedTest
    @MethodSource("withForm")
    @DisplayName("JSON Schemaは、必ずたずねる問いを必須とする")
    void everyFormHasASchema(String code) {
        var schema = Json.createReader(new StringReader(AnswerSchema.of(ShippedForms.form(code)))).readObject();

        assertThat(schema.getString("$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        var properties = schema.getJsonObject("properties").keySet();
        assertThat(schema.getJsonArray("required")).allSatisfy(path ->
                assertThat(properties).contains(path.toString().replace("\"", "")));
    }

    @ParameterizedTest
    @MethodSource("withForm")
    @DisplayName("空の答えには、どの必須の問いにも直し方を言う")
    void everyFormSaysWhatIsMissing(String code) {
        var bundle = ShippedForms.bundle(List.of(code));
        var problems = new AnswerCheck(bundle, TODAY).problems(Map.of());
        long required = bundle.pages(Map.of()).stream()
                .flatMap(page -> page.questions().stream())
                .filter(question -> question.field().required() && question.field().type() != FieldType.GROUP)
                .count();

        assertThat(problems).hasSize((int) required);
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message().ja()).endsWith("ください"));
    }

    @Test
    @DisplayName("赤ちゃんの手続は、お子さんのことを一度だけたずねる")
    void birthAsksTheChildOnce() {
        var bundle = ShippedForms.bundle(List.of("child-allowance-change", "infant-medical", "nhi-birth", "birth-lump-sum", "pregnancy-support"));

        assertThat(bundle.pages(Map.of()).stream().flatMap(page -> page.questions().stream()).map(question -> question.path()))
                .doesNotHaveDuplicates()
                .contains("child.name", "bank.publicAccount", "applicant.name")
                .doesNotContain("child.member");
    }

    @Test
    @DisplayName("はじめての子の児童手当も、生まれた子のことだけをたずね、世帯はたずねない。出生届を待つ")
    void firstChildIsTheOneThatWasBorn() {
        var bundle = ShippedForms.bundle(List.of("birth-notification", "child-allowance-birth", "infant-medical", "nhi-birth"));

        assertThat(bundle.pages(Map.of()).stream().flatMap(page -> page.questions().stream()).map(question -> question.path()))
                .doesNotHaveDuplicates()
                .contains("child.name", "bank.publicAccount", "applicant.name")
                .noneMatch(path -> path.startsWith("household.") || path.equals("childAllowance.children") || path.equals("child.member"));
        assertThat(procedure("child-allowance-birth").waitsFor()).isEqualTo("birth-notification");
    }

    @Test
    @DisplayName("世帯を書いたなら、お子さんはその中から選ぶだけ")
    void childIsPickedFromTheHousehold() {
        var bundle = ShippedForms.bundle(List.of("child-allowance", "infant-medical"));
        var answers = Map.of(
                "household.members.0.name", "山田　花子", "household.members.1.name", "山田　光", "household.members.1.birthDate", "R8.11.1",
                "child.member", "m1");

        assertThat(bundle.pages(answers).stream().flatMap(page -> page.questions().stream()).map(question -> question.path()))
                .contains("child.member").doesNotContain("child.name", "applicant.name");
        assertThat(FactBook.shareOf(ShippedForms.form("infant-medical"), answers))
                .containsEntry("child.name", "山田　光").containsEntry("child.birthDate", "R8.11.1");
    }

    private static ProcedureView procedure(String code) {
        return ProcedureJson.read(ShippedForms.procedure(code));
    }

    private static void speaksThreeLanguages(Text text) {
        assertThat(text.ja()).isNotBlank();
        assertThat(text.easy()).isNotBlank();
        assertThat(text.en()).isNotBlank().matches(en -> en.codePoints().noneMatch(c -> c >= 0x3041 && c <= 0x30FF), "no kana");
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("ふつうの言葉では「手続き」と書く。「手続」は法令の名前だけ")
    void plainWordsSayTetsuzukiWithItsEnding(String code) {
        assertThat(ShippedForms.procedure(code).toString()).doesNotContainPattern("\"ja\":\"[^\"]*手続(?!き|法|条例)");
    }
}
