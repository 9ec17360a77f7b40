package jp.yakuba.application;

import static jp.yakuba.application.ApplicationFixture.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.yakuba.AsAuthor;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.ProcedureDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Remedy;
import jp.yakuba.application.api.RemedyWay;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("教示は手続ごと。出した通知書の言葉は変わらない(コンテナ内)")
class RemedyIT {
    private static final String NOTICE = "SELECT body || coalesce(mail_body, '') FROM ntf_notice"
            + " WHERE once_key = 'application:' || (?::uuid)::text || ':decided'";

    @Inject
    private ApplicationDesk applications;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private ProcedureDesk procedures;

    @Inject
    private ApplicationFixture office;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsAuthor author;

    private Actor hanako;

    @BeforeEach
    void hanakoHasAnAccount() throws SQLException {
        hanako = office.account("教示　花子");
    }

    @Test
    @DisplayName("国保の却下: ポータル、通知書、お知らせが国民健康保険審査会を告げ、裁決が先と言う")
    void aRefusalOfTheInsuranceNamesItsBoard() throws Exception {
        var id = office.send(hanako, "nhi-limit", answers(limit()));
        decided("health", id, false, "保険料の納付が確認できないため");

        var seen = office.asResident(hanako, () -> applications.get(id));
        assertThat(seen.decisionText()).contains("保険料の納付").doesNotContain("審査請求");
        assertThat(seen.instruction()).contains("北海道国民健康保険審査会に対して審査請求", "裁決を経た後でなければ", "国民健康保険法第103条")
                .doesNotContain("芽室町長に対して審査請求");
        assertThat(paper(id)).contains("却下通知書", "北海道国民健康保険審査会に対して審査請求", "裁決を経た後でなければ", "芽室町長見本太郎");
        assertThat(office.text(NOTICE, id)).contains("不服があるときに申し立てる先: 北海道国民健康保険審査会");
    }

    @Test
    @DisplayName("進達: 決定とは言わず、決める機関を告げる")
    void whatIsHandedOnSaysWhoDecides() throws Exception {
        var id = office.send(hanako, "pension-exemption", answers(Map.of("pension-exemption.number", "1234-567890",
                "pension-exemption.year", "2026", "pension-exemption.unemployed", "no")));
        decided("residents", id, true, "年金事務所へ送ります");

        assertThat(office.asResident(hanako, () -> applications.get(id)).instruction())
                .contains("厚生労働大臣（日本年金機構）へ送ったこと", "処分ではありません").doesNotContain("芽室町長に対して");
        assertThat(paper(id)).contains("進達通知書", "厚生労働大臣（日本年金機構）へ送りました").doesNotContain("決定通知書");
        assertThat(office.text(NOTICE, id)).contains("送り先: 厚生労働大臣（日本年金機構）").doesNotContain("申請のとおり決定しました");
    }

    @Test
    @DisplayName("教育委員会が決めたものは、教育委員会の名で出る。その後で案内の版が変わっても、出した通知書は変わらない")
    void whatWasIssuedKeepsItsWords() throws Exception {
        var before = office.send(hanako, "school-aid", answers(aid()));
        decided("school", before, false, "所得の基準を超えるため");
        var issued = paper(before);
        assertThat(issued).contains("芽室町教育委員会に対して審査請求", "芽室町（代表者芽室町教育委員会）を被告").doesNotContain("芽室町長");

        var facts = inForce("school-aid");
        try {
            plan(with(facts, "別の条例第1条", new Remedy(RemedyWay.REVIEW_FIRST, "別の機関", "別の審査会", null, List.of("別の法律第1条"))));
            var after = office.send(hanako, "school-aid", answers(aid()));
            decided("school", after, false, "所得の基準を超えるため");

            assertThat(paper(before)).isEqualTo(issued);
            assertThat(office.asResident(hanako, () -> applications.get(before)).instruction()).doesNotContain("別の");
            assertThat(paper(after)).contains("別の審査会に対して審査請求", "別の条例第1条", "別の法律第1条");
        } finally {
            plan(with(facts, facts.legalGround(), facts.remedy()));
        }
    }

    @Test
    @DisplayName("アカウントのない人の通知書は、担当の課だけが刷る。決まる前は刷れず、刷れば監査に残る")
    void theSectionPrintsTheNoticeOfWhoeverHasNoAccount() throws Exception {
        var clerk = office.staffOf("health", Role.EXAMINER);
        var id = office.enter(clerk, "nhi-limit", answers(limit()));
        ApplicationFixture.refused(() -> printed(clerk, id), ApplicationProblem.NO_NOTICE_YET);

        decided("health", id, false, "保険料の納付が確認できないため");

        assertThat(printed(clerk, id)).contains("却下通知書", "北海道国民健康保険審査会に対して審査請求");
        assertThat(office.count("SELECT count(*) FROM aud_entry WHERE deed = 'application.print-notice' AND object_id = (?::uuid)::text", id))
                .isEqualTo(1);
        ApplicationFixture.refused(() -> printed(office.staffOf("water", Role.EXAMINER), id), ApplicationProblem.NO_SUCH_APPLICATION);
    }

    private String printed(Actor clerk, UUID id) throws Exception {
        var out = new ByteArrayOutputStream();
        office.asExaminer(clerk, () -> {
            examination.writeNoticePdf(id, out);
            return null;
        });
        return words(out);
    }

    @Test
    @DisplayName("出した通知書の言葉は、表に手を入れても変えられない")
    void nobodyRewritesWhatWentOut() throws Exception {
        var id = office.send(hanako, "nhi-limit", answers(limit()));
        decided("health", id, false, "保険料の納付が確認できないため");

        for (var column : List.of("decision_instruction", "decision_issuer", "decision_ground", "decision_number", "decision_forwarded_to")) {
            assertThatThrownBy(() -> office.update("UPDATE apl_application SET " + column + " = 'x' WHERE id = ?", id))
                    .as(column).isInstanceOf(SQLException.class).hasMessageContaining("keeps its words");
        }
    }

    private Map<String, String> limit() {
        return Map.of("nhi-limit.person", "教示　花子", "nhi-limit.personBirth", "1990-07-09", "nhi-limit.since", clock.today().toString());
    }

    private static Map<String, String> aid() {
        return Map.of("child.name", "教示　健", "child.kana", "キョウジ　ケン", "child.birthDate", "2017-05-20", "child.sex", "1",
                "school-aid.school", "芽室小学校", "school-aid.reason", "収入が減った", "bank.publicAccount", "yes");
    }

    private void decided(String section, UUID id, boolean grant, String words) throws Exception {
        var clerk = office.staffOf(section, Role.EXAMINER);
        office.asExaminer(clerk, () -> {
            var version = examination.get(id).application().version();
            if (grant) {
                examination.proposeGrant(id, version, words);
            } else {
                examination.proposeRefusal(id, version, words);
            }
            return null;
        });
        office.decide(id);
    }

    private String paper(UUID id) throws Exception {
        var out = new ByteArrayOutputStream();
        office.asResident(hanako, () -> {
            applications.writeNoticePdf(id, out);
            return null;
        });
        return words(out);
    }

    private static String words(ByteArrayOutputStream out) throws IOException {
        try (var document = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s　]", "");
        }
    }

    private ProcedureView inForce(String code) throws Exception {
        return asAuthor(() -> procedures.listVersions(code)).stream().filter(one -> one.begun() && !one.past()).findFirst().orElseThrow().facts();
    }

    private void plan(ProcedureView facts) throws Exception {
        asAuthor(() -> {
            var seen = procedures.listVersions(facts.code()).stream().filter(one -> one.facts().validFrom().equals(facts.validFrom()))
                    .mapToLong(one -> one.edition()).findFirst().orElse(0);
            procedures.plan(facts, seen);
            return null;
        });
    }

    private <T> T asAuthor(Callable<T> deed) throws Exception {
        return request.as(office.holderOf("general-lead-1", Role.AUTHOR), () -> author.call(deed));
    }

    private ProcedureView with(ProcedureView facts, String ground, Remedy remedy) {
        LocalDate today = clock.today();
        return new ProcedureView(facts.code(), facts.name(), facts.kana(), facts.summary(), ground, facts.section(), facts.whoMay(),
                facts.bring(), facts.fee(), facts.standardDays(), facts.identity(), facts.kind(), facts.visit(), facts.online(),
                facts.coreSystem(), facts.matter(), facts.waitsFor(), facts.lifeEvents(), facts.keywords(), today, null, remedy);
    }
}
