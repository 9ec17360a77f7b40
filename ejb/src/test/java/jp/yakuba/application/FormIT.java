package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.yakuba.AsAuthor;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.FormVersionLine;
import jp.yakuba.application.api.ProcedureDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.portal.api.GuideDesk;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("手続一覧と様式の窓口(コンテナ内)")
class FormIT {
    private static final Actor AUTHOR = new Actor(
            Actor.Kind.STAFF, UUID.randomUUID(), "様式 花子", "clerk", "planning", Set.of(Role.STAFF, Role.AUTHOR), Assurance.TWO_FACTOR, "test");
    private static final String ONE_QUESTION = """
            {"procedure": "%s", "version": 1, "sections": [{"id": "only", "title": {"ja": "一つ", "easy": "一つ", "en": "One"},
              "fields": [{"id": "wish", "type": "TEXT", "required": true, "label": {"ja": "希望", "easy": "希望", "en": "Wish"}}]}]}
            """;

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private FormDesk forms;

    @Inject
    private ProcedureDesk procedures;

    @Inject
    private OfficeClock clock;

    @Inject
    private GuideDesk guides;

    @Inject
    private AsAuthor author;

    @Inject
    private InRequest request;

    @Test
    @DisplayName("だれでも、漢字・かな・やさしい言葉・英語で手続を見つける")
    void everybodyFindsProcedures() {
        assertThat(catalogue.list()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(codes(catalogue.find("印鑑"))).contains("seal-registration");
        assertThat(codes(catalogue.find("いんかん"))).contains("seal-registration", "seal-certificate");
        assertThat(codes(catalogue.find("ハンコ"))).contains("seal-registration");
        assertThat(codes(catalogue.find("赤ちゃん"))).contains("birth-notification", "child-allowance-change");
        assertThat(codes(catalogue.find("water"))).contains("water-start");
        assertThat(catalogue.find("存在しない言葉ぬぬぬ")).isEmpty();
        assertThat(codes(catalogue.listByLifeEvent("moving"))).contains("move-in", "water-start");
        assertThat(catalogue.listLifeEvents()).isNotEmpty();
    }

    @Test
    @DisplayName("作りかけは作者だけのもの。公開すると前の版は退き、届いた申請のために残る")
    void aFormLivesFromWorkingCopyToRetirement() throws Exception {
        var code = "open-fire";
        int first = forms.published(code).version();
        int next = asAuthor(() -> forms.keepWorkingCopy(code, ONE_QUESTION.formatted(code), FormDesk.NOT_BEGUN));

        assertThat(next).isEqualTo(first + 1);
        assertThat(forms.published(code).version()).isEqualTo(first);
        assertThat(asAuthor(() -> forms.tryOut(code, next, Map.of()))).hasSize(1);
        assertThat(asAuthor(() -> forms.tryOut(code, next, Map.of("open-fire.wish", "早く")))).isEmpty();
        assertThat(asAuthor(() -> forms.export(code, next))).contains("希望");

        asAuthor(() -> {
            forms.publish(code, next);
            return null;
        });
        assertThat(forms.published(code).version()).isEqualTo(next);
        assertThat(asAuthor(() -> forms.listVersions(code))).extracting(FormVersionLine::state).startsWith("PUBLISHED", "RETIRED");
        assertThat(asAuthor(() -> forms.version(code, first)).sections()).isNotEmpty();
    }

    @Test
    @DisplayName("二人が同時に書くと、後の人は断られ、先の人のものは消えない")
    void theSecondAuthorDoesNotOverwriteTheFirst() throws Exception {
        var code = "bulky-waste";
        asAuthor(() -> forms.keepWorkingCopy(code, ONE_QUESTION.formatted(code), FormDesk.NOT_BEGUN));
        var seen = asAuthor(() -> forms.listVersions(code)).get(0).edition();
        asAuthor(() -> forms.keepWorkingCopy(code, ONE_QUESTION.formatted(code).replace("希望", "先の人"), seen));

        for (var late : List.of(seen, FormDesk.NOT_BEGUN)) {
            var refusal = catchThrowableOfType(RuleViolation.class,
                    () -> asAuthor(() -> forms.keepWorkingCopy(code, ONE_QUESTION.formatted(code).replace("希望", "後の人"), late)));
            assertThat(refusal.problem()).isEqualTo(ApplicationProblem.CHANGED_MEANWHILE);
        }
        int number = asAuthor(() -> forms.listVersions(code)).get(0).version();
        assertThat(asAuthor(() -> forms.export(code, number))).contains("先の人").doesNotContain("後の人");
        asAuthor(() -> {
            forms.discardWorkingCopy(code, number);
            return null;
        });
    }

    @Test
    @DisplayName("案内の次の版は決めた日から始まり、取り消すと前の版が続く。過ぎた日の版は変えられない")
    void theCatalogueIsWrittenVersionByVersion() throws Exception {
        var code = "elderly-taxi";
        var now = asAuthor(() -> procedures.listVersions(code)).get(0);
        var from = clock.today().plusDays(10);
        var next = withFee(now.facts(), 300, from);

        asAuthor(() -> plan(next, 0));
        assertThat(asAuthor(() -> procedures.listVersions(code))).extracting(version -> version.facts().validUntil())
                .containsExactly(null, from.minusDays(1));
        assertThat(catalogue.findByCode(code).orElseThrow().fee()).isEqualTo(now.facts().fee());
        assertThat(asAuthor(() -> procedures.read(code, procedures.export(code, from))).fee()).isEqualTo(300);

        var planned = asAuthor(() -> procedures.listVersions(code)).get(0);
        asAuthor(() -> plan(withFee(now.facts(), 500, from), planned.edition()));
        var tooLate = catchThrowableOfType(RuleViolation.class, () -> asAuthor(() -> plan(next, planned.edition())));
        assertThat(tooLate.problem()).isEqualTo(ApplicationProblem.CHANGED_MEANWHILE);
        var past = catchThrowableOfType(RuleViolation.class,
                () -> asAuthor(() -> plan(withFee(now.facts(), 1, clock.today().minusDays(1)), 0)));
        assertThat(past.problem()).isEqualTo(ApplicationProblem.PROCEDURE_FAULTY);

        asAuthor(() -> {
            procedures.takeBack(code, from, procedures.listVersions(code).get(0).edition());
            return null;
        });
        assertThat(asAuthor(() -> procedures.listVersions(code))).singleElement()
                .satisfies(version -> assertThat(version.facts().validUntil()).isNull());
    }

    @Test
    @DisplayName("作者は新しい手続を始められる。オンラインの受け付けは、様式を公開してから")
    void anAuthorBeginsAProcedure() throws Exception {
        var like = catalogue.findByCode("elderly-taxi").orElseThrow();
        var facts = called("snow-path", like, false);

        asAuthor(() -> begin(facts));
        assertThat(codes(catalogue.list())).contains("snow-path");
        var taken = catchThrowableOfType(RuleViolation.class, () -> asAuthor(() -> begin(facts)));
        assertThat(taken.problem()).isEqualTo(ApplicationProblem.PROCEDURE_FAULTY);
        assertThat((String) taken.details().get(0)).startsWith("code");

        var online = called("snow-path", like, true);
        assertThat(asAuthor(() -> procedures.inspect(online))).extracting(FormFault::place).containsExactly("online");
        asAuthor(() -> {
            forms.publish("snow-path", forms.keepWorkingCopy("snow-path", ONE_QUESTION.formatted("snow-path"), FormDesk.NOT_BEGUN));
            return plan(online, procedures.listVersions("snow-path").get(0).edition());
        });
        assertThat(catalogue.findByCode("snow-path").orElseThrow().online()).isTrue();
    }

    private Void begin(ProcedureView facts) {
        procedures.begin(facts);
        return null;
    }

    private ProcedureView called(String code, ProcedureView like, boolean online) {
        return new ProcedureView(code, like.name(), like.kana(), like.summary(), like.legalGround(), like.section(), like.whoMay(), like.bring(),
                0, 5, like.identity(), like.kind(), like.visit(), online, null, like.matter(), null, List.of(), List.of(), clock.today(), null, null);
    }

    private Void plan(ProcedureView facts, long seen) {
        procedures.plan(facts, seen);
        return null;
    }

    private static ProcedureView withFee(ProcedureView facts, int fee, LocalDate from) {
        return new ProcedureView(facts.code(), facts.name(), facts.kana(), facts.summary(), facts.legalGround(), facts.section(),
                facts.whoMay(), facts.bring(), fee, facts.standardDays(), facts.identity(), facts.kind(), facts.visit(), facts.online(),
                facts.coreSystem(), facts.matter(), facts.waitsFor(), facts.lifeEvents(), facts.keywords(), from, null, facts.remedy());
    }

    @Test
    @DisplayName("きずのある様式は、きずを一行ずつ挙げて断る")
    void faultyFormsAreRefusedLineByLine() throws Exception {
        var broken = ONE_QUESTION.formatted("bulky-waste").replace("\"TEXT\"", "\"TXET\"").replace("\"only\"", "\"1 only\"");
        var refusal = catchThrowableOfType(RuleViolation.class, () -> asAuthor(() -> forms.keepWorkingCopy("bulky-waste", broken, FormDesk.NOT_BEGUN)));

        assertThat(refusal.problem()).isEqualTo(ApplicationProblem.FORM_FAULTY);
        assertThat((String) refusal.details().get(0)).contains("sections[0].fields[0].type", "TXET", "sections[0].id");
    }

    @Test
    @DisplayName("白紙の様式は、町と課の名を入れて刷れる")
    void emptyFormsArePrinted() {
        var out = new ByteArrayOutputStream();
        forms.writeBlankPdf("move-in", "ja", out);

        assertThat(out.toByteArray()).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).hasSizeGreaterThan(10_000);
        var again = new ByteArrayOutputStream();
        forms.writeBlankPdf("move-in", "ja", again);
        assertThat(again.toByteArray()).as("not drawn anew for everybody who asks").isEqualTo(out.toByteArray());
    }

    @Test
    @DisplayName("引っ越しのガイドは七つの手続で終わる")
    void theGuideEndsInTheCatalogue() {
        var step = guides.next("moving-in", Map.of(
                "from", "domestic", "children", "under18,pupil", "publicServant", "no", "insurance", "yes", "water", "yes", "dog", "yes",
                "seal", "yes"));

        assertThat(step.question()).isNull();
        assertThat(step.procedures()).hasSize(7);
        assertThat(forms.pages(codes(step.procedures()), step.facts())).hasSize(11);
    }

    private <T> T asAuthor(Callable<T> deed) throws Exception {
        return request.as(AUTHOR, () -> author.call(deed));
    }

    private static List<String> codes(List<ProcedureView> procedures) {
        return procedures.stream().map(ProcedureView::code).toList();
    }
}
