package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.ExaminationView;
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.application.model.form.MovingFamily;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("支援措置の住所は、ほかの人の書いた言葉の中にあっても出ない(コンテナ内)")
class ShieldedWordsIT {
    private static final String SHIELDED = """
            FROM res_shielded s JOIN res_address a ON a.person_id = s.person_id AND a.valid_until IS NULL
            WHERE a.lot ~ '^[0-9]+番地[0-9]+$' AND ?::uuid IS NOT NULL ORDER BY a.line, s.person_id LIMIT 1
            """;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private ApplicationFixture office;

    @Inject
    private OfficeClock clock;

    private String place;
    private String lot;
    private String written;

    @BeforeEach
    void somebodyIsProtected() throws SQLException {
        place = office.text("SELECT a.place " + SHIELDED, UUID.randomUUID());
        lot = office.text("SELECT a.lot " + SHIELDED, UUID.randomUUID());
        written = place + " " + lot.replace("番地", "－");
    }

    @Test
    @DisplayName("答え、メモ、補正の言葉: 画面、受信箱、PDF、お知らせとメール")
    void wordsOfOthersDoNotCarryIt() throws Exception {
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER);
        var application = enter(clerk, "lifesaving-course", Map.of(
                "lifesaving-course.people", "5", "lifesaving-course.wish", "妻は" + written + "にいる", "applicant.mail", "it@words.example"));
        office.asExaminer(clerk, () -> {
            examination.note(application, UUID.randomUUID(), "本人の話では" + place + lot);
            return null;
        });

        var seen = office.asExaminer(clerk, () -> examination.get(application));
        assertThat(seen.application().answers()).containsEntry("lifesaving-course.wish", "妻は＊＊＊にいる");
        assertThat(seen.notes()).extracting(ExaminationView.Note::words).containsExactly("本人の話では＊＊＊");
        assertThat(office.asExaminer(clerk, () -> examination.list(InboxFilter.everything(), new PageRequest(0, 200))).rows())
                .filteredOn(line -> line.id().equals(application)).singleElement()
                .satisfies(line -> assertThat(line.lastNote()).isEqualTo("本人の話では＊＊＊"));
        assertThat(paper(clerk, application)).contains("妻は＊＊＊にいる");

        office.asExaminer(clerk, () -> {
            examination.requestCorrection(new RequestCorrection(application, seen.application().version(),
                    List.of("lifesaving-course.wish"), "住所（" + place + lot + "）は要りません", clock.today().plusDays(9)));
            return null;
        });
        assertThat(office.asExaminer(clerk, () -> examination.get(application)).application().correction().words()).isEqualTo("住所（＊＊＊）は要りません");
        assertThat(office.text("SELECT string_agg(subject || body || coalesce(mail_body, ''), ' ') FROM ntf_notice"
                + " WHERE once_key LIKE 'application:' || (?::uuid)::text || ':correction%'", application))
                .contains("住所（＊＊＊）").doesNotContain(lot);
    }

    @Test
    @DisplayName("他人が住所欄に書いた支援措置の住所は、欄ごと隠れる。町字だけなら隠れない")
    void addressFieldsOfOthersAreHidden() throws Exception {
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER);
        var course = Map.of("lifesaving-course.people", "5", "lifesaving-course.wish", place + "の集会所で");
        var same = enter(clerk, "lifesaving-course", with(course, "applicant.address", place, lot));
        assertThat(office.asExaminer(clerk, () -> examination.get(same)).application().answers())
                .containsEntry("applicant.address.lot", "＊＊＊").containsEntry("applicant.address.place", "＊＊＊")
                .containsEntry("lifesaving-course.wish", place + "の集会所で");
        var next = enter(clerk, "lifesaving-course", with(course, "applicant.address", place, lot + "9"));
        assertThat(office.asExaminer(clerk, () -> examination.get(next)).application().answers())
                .containsEntry("applicant.address.lot", lot + "9");
    }

    @Test
    @DisplayName("業務システムには、要ると定めたところにだけ住所が行き、支援措置の住所を送れば監査に残る")
    void coreSystemsAreToldOnlyWhatTheyNeed() throws Exception {
        var clerk = office.holderOf("water-clerk-1", Role.EXAMINER);
        var water = enter(clerk, "water-start", with(Map.of(), "move.new", place, lot));
        assertThat(message(water)).contains("\"protectedPerson\":true").contains("\"address\":\"GIVEN\"").contains(lot);
        assertThat(sent(water)).isEqualTo("1");

        var dog = enter(office.holderOf("environment-clerk-1", Role.EXAMINER), "dog-change", with(Map.of(), "applicant.address", place, lot));
        assertThat(message(dog)).contains("\"protectedPerson\":true").contains("\"address\":\"WITHHELD\"").doesNotContain(lot)
                .doesNotContain(place);
        assertThat(sent(dog)).isEqualTo("0");

        var ordinary = enter(office.holderOf("environment-clerk-1", Role.EXAMINER), "dog-change", Map.of());
        assertThat(message(ordinary)).contains("\"protectedPerson\":false").contains("\"address\":\"GIVEN\"");
        assertThat(sent(ordinary)).isEqualTo("0");
    }

    private String message(UUID application) throws SQLException {
        return office.text("SELECT text FROM msg_outbox WHERE subject_key = 'application:' || ?", application);
    }

    private String sent(UUID application) throws SQLException {
        return office.text("SELECT count(*)::text FROM aud_entry WHERE deed = 'application.protected-address-sent'"
                + " AND object_id = (?::uuid)::text", application);
    }

    private static Map<String, String> with(Map<String, String> answers, String path, String place, String lot) {
        var all = new LinkedHashMap<>(answers);
        all.put(path + ".place", "北海道河西郡芽室町" + place);
        all.put(path + ".lot", lot);
        return all;
    }

    private UUID enter(Actor clerk, String procedure, Map<String, String> more) throws Exception {
        var answers = new LinkedHashMap<>(MovingFamily.answers());
        answers.putAll(ApplicationFixture.answers(more));
        return office.enter(clerk, procedure, answers);
    }

    private String paper(Actor clerk, UUID application) throws Exception {
        var out = new ByteArrayOutputStream();
        office.asExaminer(clerk, () -> {
            examination.writePdf(application, out);
            return null;
        });
        try (var document = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
