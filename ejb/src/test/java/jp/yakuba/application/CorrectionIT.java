package jp.yakuba.application;

import static jp.yakuba.application.ApplicationFixture.outcomes;
import static jp.yakuba.application.ApplicationFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import jp.yakuba.AsAuthor;
import jp.yakuba.AsDesk;
import jp.yakuba.AsSystem;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ApplicationView;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.application.api.InboxOrder;
import jp.yakuba.application.api.OpenDraft;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.application.model.form.WrittenDate;
import jp.yakuba.application.service.LapsedCorrections;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("補正の窓口(コンテナ内、行政手続法7条)")
class CorrectionIT {
    private static final String ITEMS = "bulky-waste.items";
    private static final String PHOTOS = "disaster-certificate.photos";
    private static final String GROUPED = "moped-scrapping.things";
    private static final String FILES_IN_A_GROUP = """
            {"procedure": "moped-scrapping", "version": 1, "sections": [{"id": "only", "title": {"ja": "一つ", "easy": "一つ", "en": "One"},
              "fields": [
                {"id": "name", "fact": "applicant.name", "type": "TEXT", "required": true, "label": {"ja": "氏名", "easy": "名前", "en": "Name"}},
                {"id": "things", "type": "GROUP", "maximum": "5", "label": {"ja": "品", "easy": "もの", "en": "Things"}, "fields": [
                  {"id": "what", "type": "TEXT", "label": {"ja": "何", "easy": "何", "en": "What"}},
                  {"id": "photo", "type": "FILE", "label": {"ja": "写真", "easy": "写真", "en": "Photograph"}}]}]}]}
            """;

    @Inject
    private DraftDesk drafts;

    @Inject
    private ApplicationDesk applications;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private FormDesk forms;

    @Inject
    private LapsedCorrections lapsed;

    @Inject
    private ApplicationFixture office;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsSystem system;

    @Inject
    private AsDesk desk;

    @Inject
    private AsAuthor author;

    @Inject
    private Event<RecordsEnded> ended;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService threads;

    private Actor hanako;

    @BeforeEach
    void hanakoHasAnAccount() throws SQLException {
        hanako = office.account("花子");
    }

    @Test
    @DisplayName("品目を足し、変え、減らして答えると、前と後が役場にも本人にも読め、到達の内容は変わらない")
    void anEntryIsAddedAndAnotherRemoved() throws Exception {
        var id = waste();
        ask(id, List.of(ITEMS));
        var draft = begin(id);
        assertThat(mine(() -> drafts.get(draft)).pages()).hasSize(1);
        mine(() -> {
            drafts.removeEntry(draft, ITEMS, 0);
            drafts.addEntry(draft, ITEMS);
            return drafts.save(draft, Map.of(ITEMS + ".1.item", "自転車", ITEMS + ".1.count", "２", "applicant.phone", "000"));
        });
        var sent = mine(() -> drafts.submit(draft, "k", null));
        assertThat(mine(() -> drafts.submit(draft, "k", null))).as("the second press").isEqualTo(sent);

        var seen = mine(() -> applications.get(id));
        assertThat(seen.answers()).containsEntry(ITEMS + ".0.item", "机").containsEntry(ITEMS + ".1.count", "2")
                .containsEntry(ITEMS + ".count", "2").doesNotContainEntry("applicant.phone", "000");
        assertThat(seen.state()).isEqualTo(ApplicationState.EXAMINING);
        var clerk = office.staffOf("environment", Role.EXAMINER);
        for (var view : List.of(seen, office.asExaminer(clerk, () -> examination.get(id)).application())) {
            assertThat(view.corrections()).singleElement().satisfies(change -> {
                assertThat(change.before()).containsEntry(ITEMS + ".0.item", "たんす");
                assertThat(change.after()).containsEntry(ITEMS + ".0.item", "机");
                assertThat(change.questions()).extracting(question -> question.path()).contains(ITEMS + ".0.item", ITEMS + ".1.item");
            });
        }
        assertThat(office.text("SELECT typed ->> 'bulky-waste.items.0.item' FROM apl_application WHERE id = ?", id)).isEqualTo("たんす");
        assertThat(office.text("SELECT count(*) FROM doc_record r JOIN apl_correction c ON c.record_id = r.id WHERE c.application_id = ?", id))
                .isEqualTo("1");
        assertThat(office.text("SELECT count(*) FROM aud_entry WHERE deed = 'application.correct' AND object_id = ?", id.toString()))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("いっしょに出したものがもう先へ進んでいれば、直した内容はそこに入らず、そうと読める")
    void whatWentOnKeepsItsAnswersAndSaysSo() throws Exception {
        var both = new HashMap<>(wasteAnswers());
        both.putAll(disasterAnswers());
        var waste = send(List.of("bulky-waste", "disaster-certificate"), both);
        var disaster = UUID.fromString(office.text("SELECT o.id FROM apl_application o JOIN apl_application w ON w.bundle_id = o.bundle_id "
                + "WHERE o.procedure = 'disaster-certificate' AND w.id = ?", waste));
        var before = mine(() -> applications.get(disaster));
        ask(waste, List.of("applicant.phone"));
        var draft = begin(waste);
        mine(() -> drafts.save(draft, Map.of("applicant.phone", "0155-62-9999")));
        mine(() -> drafts.submit(draft, "k", null));

        assertThat(mine(() -> applications.get(waste)).answers()).containsEntry("applicant.phone", "0155-62-9999");
        var seen = mine(() -> applications.get(disaster));
        assertThat(seen.answers()).isEqualTo(before.answers());
        assertThat(seen.state()).isEqualTo(before.state());
        assertThat(seen.history()).hasSize(before.history().size() + 1).last()
                .satisfies(step -> assertThat(step.words()).isEqualTo("@corrected-elsewhere bulky-waste"));
    }

    @Test
    @DisplayName("写真を取り替えて答えると、新しい写真が届き、前の写真も読める")
    void aFileTakesThePlaceOfAnother() throws Exception {
        var id = disaster();
        ask(id, List.of(PHOTOS));
        var before = mine(() -> applications.get(id)).attachments().get(0);
        var draft = begin(id);
        assertThat(mine(() -> drafts.get(draft)).attachments()).containsExactly(before);
        mine(() -> {
            drafts.detach(draft, before.id());
            return attach(draft, "新しい写真");
        });
        assertThat(mine(() -> drafts.get(draft)).attachments()).hasSize(1).doesNotContain(before);
        assertThat(mine(() -> applications.get(id)).attachments()).as("nothing is sent yet").containsExactly(before);
        mine(() -> drafts.submit(draft, "k", null));
        assertThat(mine(() -> applications.get(id)).attachments()).hasSize(1).doesNotContain(before);
        assertThat(mine(() -> applications.get(id)).corrections().get(0).files()).hasSize(2).contains(before);
        mine(() -> {
            applications.writeAttachment(id, before.id(), OutputStream.nullOutputStream());
            return null;
        });
        assertThat(office.text("SELECT count(*) FROM doc_record_file f JOIN apl_correction c ON c.record_id = f.record_id"
                + " WHERE c.application_id = ?", id)).isEqualTo("1");
        var clerk = office.staffOf(office.text("SELECT section FROM apl_application WHERE id = ?", id), "examiner");
        assertThat(office.asExaminer(clerk, () -> examination.nameFile(id, before.id()))).as("the clerk keeps the old one too").endsWith(".txt");
    }

    @Test
    @DisplayName("くり返しの一件を消すと、後の件の写真はその件に付いて上がり、消した件の写真は放される")
    void filesStayWithTheirEntry() throws Exception {
        publishFilesInAGroup();
        var draft = mine(() -> drafts.open(new OpenDraft(List.of("moped-scrapping"), null, Map.of("applicant.name", "鈴木　花子"), null)));
        for (int entry = 0; entry < 3; entry++) {
            mine(() -> drafts.addEntry(draft, GROUPED));
        }
        var files = List.of(grouped(draft, 0), grouped(draft, 1), grouped(draft, 2));
        remove(draft, 0);
        assertThat(filesByEntry(mine(() -> drafts.get(draft)).attachments()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(photo(0), files.get(1), photo(1), files.get(2)));
        assertThat(office.text("SELECT count(*) FROM apl_attachment WHERE id = ?", files.get(0))).isEqualTo("0");
        assertThat(office.text("SELECT count(*) FROM doc_file_use WHERE id = ?", files.get(0))).isEqualTo("0");
        var added = mine(() -> drafts.addEntry(draft, GROUPED));
        var last = grouped(draft, added);
        mine(() -> {
            drafts.detach(draft, files.get(1));
            return null;
        });
        var id = mine(() -> drafts.submit(draft, "k", null)).receipts().get(0).applicationId();
        assertThat(filesByEntry(mine(() -> applications.get(id)).attachments()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(photo(1), files.get(2), photo(2), last));

        ask(id, List.of(GROUPED));
        var answer = begin(id);
        remove(answer, 0);
        assertThat(filesByEntry(mine(() -> drafts.get(answer)).attachments()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(photo(0), files.get(2), photo(1), last));
        mine(() -> drafts.submit(answer, "k", null));
        assertThat(filesByEntry(mine(() -> applications.get(id)).attachments()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(photo(0), files.get(2), photo(1), last));
    }

    @Test
    @DisplayName("記録が廃棄されると、補正の前後に書いたことも残らない")
    void whatWasCorrectedGoesWithTheRecord() throws Exception {
        var id = waste();
        ask(id, List.of("bulky-waste.place"));
        var draft = begin(id);
        mine(() -> drafts.save(draft, Map.of("bulky-waste.place", "勝手口")));
        mine(() -> drafts.submit(draft, "k", null));
        request.as(Actor.system("test"), () -> desk.call(() -> {
            transaction.begin();
            ended.fire(new RecordsEnded(UUID.randomUUID(), "廃棄第2号", false,
                    List.of(new RecordsEnded.Ended(UUID.randomUUID(), "application", id, true))));
            transaction.commit();
            return null;
        }));
        assertThat(office.text("SELECT to_jsonb(c)::text FROM apl_correction c WHERE application_id = ?", id))
                .contains("廃棄第2号").doesNotContain("花子", "勝手口", "玄関前", "直してください");
    }

    @Test
    @DisplayName("写真を全部外したままでは送れず、何も変わらない")
    void withoutItsFileItIsNotSent() throws Exception {
        var id = disaster();
        ask(id, List.of(PHOTOS));
        var draft = begin(id);
        var before = mine(() -> applications.get(id));
        mine(() -> {
            drafts.detach(draft, before.attachments().get(0).id());
            return null;
        });
        refused(() -> mine(() -> drafts.submit(draft, "k", null)), ApplicationProblem.ANSWERS_INCOMPLETE);
        assertThat(mine(() -> applications.get(id))).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    @DisplayName("答えている間に取り下げられたら、はっきり断り、書いたものは残る")
    void whatWasTypedOutlivesAWithdrawal() throws Exception {
        var id = waste();
        ask(id, List.of("bulky-waste.place"));
        var draft = begin(id);
        mine(() -> drafts.save(draft, Map.of("bulky-waste.place", "勝手口")));
        var version = mine(() -> applications.get(id)).version();
        mine(() -> {
            applications.withdraw(id, version);
            return null;
        });
        refused(() -> mine(() -> drafts.submit(draft, "k", null)), ApplicationProblem.CORRECTION_OVER);
        var left = mine(() -> drafts.get(draft));
        assertThat(left.answerTo().state()).isEqualTo("OVER");
        assertThat(left.answers()).containsEntry("bulky-waste.place", "勝手口");
        refused(() -> begin(id), ApplicationProblem.CORRECTION_OVER);
    }

    @Test
    @DisplayName("期限が過ぎたら一度だけ知らせ、受信箱の先頭に立ち、遅れた答えも役場が進むまで受け取る")
    void aLapsedCorrectionIsToldOnceAndStillAnswered() throws Exception {
        var id = waste();
        ask(id, List.of("bulky-waste.place"));
        var draft = begin(id);
        var clerk = office.staffOf("environment", Role.EXAMINER);
        assertThat(inbox(clerk, id, true)).isEmpty();
        lapse(id);
        assertThat(inbox(clerk, id, true)).singleElement().satisfies(line -> {
            assertThat(line.lapsed()).isTrue();
            assertThat(line.dueOn()).isEqualTo(clock.today().minusDays(1));
        });
        assertThat(office.asExaminer(clerk, () -> examination.counts()).lapsed()).isPositive();
        assertThat(tellAll()).contains(id);
        assertThat(tellAll()).as("told once").doesNotContain(id);
        assertThat(office.text("SELECT count(*) FROM ntf_notice WHERE once_key LIKE ?", "application:" + id + ":lapsed:%")).isEqualTo("1");
        assertThat(office.text("SELECT body FROM ntf_notice WHERE once_key LIKE ?", "application:" + id + ":lapsed:%"))
                .as("the day by era").contains(WrittenDate.inEra(clock.today().minusDays(1)));
        assertThat(mine(() -> drafts.get(draft)).answerTo().state()).isEqualTo("LAPSED");
        mine(() -> drafts.save(draft, Map.of("bulky-waste.place", "勝手口")));
        mine(() -> drafts.submit(draft, "k", null));
        assertThat(mine(() -> applications.get(id)).answers()).containsEntry("bulky-waste.place", "勝手口");
        assertThat(inbox(clerk, id, true)).isEmpty();
    }

    @Test
    @DisplayName("遅れた答えを送るのと、職員が補正なしで進めるのが同時なら、先の一つだけが行われる")
    void isAnsweredOrGoneOnWithoutButNotBoth() throws Exception {
        for (int round = 0; round < 5; round++) {
            var id = waste();
            ask(id, List.of("bulky-waste.place"));
            var draft = begin(id);
            mine(() -> drafts.save(draft, Map.of("bulky-waste.place", "勝手口")));
            lapse(id);
            var clerk = office.staffOf("environment", "examiner");
            var version = mine(() -> applications.get(id)).version();
            var start = new CountDownLatch(1);
            var answers = threads.submit(() -> {
                start.await();
                mine(() -> drafts.submit(draft, "k", null));
                return "done";
            });
            var goesOn = threads.submit(() -> {
                start.await();
                return office.asExaminer(clerk, () -> {
                    examination.accept(id, version);
                    return "done";
                });
            });
            start.countDown();
            assertThat(outcomes(List.of(answers, goesOn))).isIn(List.of("done", "APL-003"), List.of("APL-028", "done"));
        }
    }

    @Test
    @DisplayName("答えを受け取る途中で失敗すれば、文書も知らせも写真も元のままで、もう一度送ると届く")
    void aDeedThatFailsLeavesNothing() throws Exception {
        var id = disaster();
        ask(id, List.of(PHOTOS));
        var draft = begin(id);
        mine(() -> attach(draft, "足した写真"));
        var records = office.text("SELECT count(*) FROM doc_record WHERE cause_type = ?", "correction");
        mine(() -> {
            transaction.begin();
            drafts.submit(draft, "k", null);
            transaction.rollback();
            return null;
        });
        assertThat(office.text("SELECT count(*) FROM doc_record WHERE cause_type = ?", "correction")).isEqualTo(records);
        assertThat(office.text("SELECT count(*) FROM ntf_notice WHERE once_key LIKE ?", "application:" + id + ":corrected:%")).isEqualTo("0");
        assertThat(office.text("SELECT count(*) FROM apl_attachment WHERE draft_id = ?", draft)).isEqualTo("1");
        assertThat(mine(() -> applications.get(id)).correction()).isNotNull();
        mine(() -> drafts.submit(draft, "k", null));
        assertThat(mine(() -> applications.get(id)).attachments()).hasSize(2);
    }

    @Test
    @DisplayName("期限が過ぎたら、もう一度求めることができ、書きかけの答えは次の求めに移る")
    void isAskedAgainAfterItsPeriod() throws Exception {
        var id = waste();
        ask(id, List.of("bulky-waste.place"));
        var draft = begin(id);
        mine(() -> drafts.save(draft, Map.of("bulky-waste.place", "勝手口")));
        refused(() -> ask(id, List.of(ITEMS)), ApplicationProblem.NOT_ITS_TURN);
        lapse(id);
        ask(id, List.of("bulky-waste.place", ITEMS));
        assertThat(begin(id)).isEqualTo(draft);
        var carried = mine(() -> drafts.get(draft));
        assertThat(carried.answerTo().state()).isEqualTo("OPEN");
        assertThat(carried.answers()).containsEntry("bulky-waste.place", "勝手口");
        assertThat(carried.pages().get(0).questions()).extracting(question -> question.path()).contains(ITEMS);
    }

    private void publishFilesInAGroup() throws Exception {
        var writer = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "様式 花子", "clerk", "planning", Set.of("staff", "author"),
                Assurance.TWO_FACTOR, "test");
        request.as(writer, () -> author.call(() -> {
            forms.publish("moped-scrapping", forms.keepWorkingCopy("moped-scrapping", FILES_IN_A_GROUP, FormDesk.NOT_BEGUN));
            return null;
        }));
    }

    private UUID grouped(UUID draft, int entry) throws Exception {
        return mine(() -> drafts.attach(draft, photo(entry), "a.txt", new ByteArrayInputStream(
                ("写真" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)))).id();
    }

    private static String photo(int entry) {
        return GROUPED + "." + entry + ".photo";
    }

    private void remove(UUID draft, int entry) throws Exception {
        mine(() -> {
            drafts.removeEntry(draft, GROUPED, entry);
            return null;
        });
    }

    private static Map<String, UUID> filesByEntry(List<AttachmentView> files) {
        return files.stream().collect(Collectors.toMap(AttachmentView::path, AttachmentView::id));
    }

    private UUID waste() throws Exception {
        return send(List.of("bulky-waste"), wasteAnswers());
    }

    private Map<String, String> wasteAnswers() {
        return Map.of(
                ITEMS + ".count", "2", ITEMS + ".0.item", "たんす", ITEMS + ".0.count", "1", ITEMS + ".1.item", "机",
                ITEMS + ".1.count", "1", "bulky-waste.day", clock.today().plusDays(10).toString(), "bulky-waste.place", "玄関前");
    }

    private UUID disaster() throws Exception {
        return send(List.of("disaster-certificate"), disasterAnswers());
    }

    private Map<String, String> disasterAnswers() {
        return Map.of(
                "disaster-certificate.cause", "snow", "disaster-certificate.on", clock.today().minusDays(3).toString(),
                "disaster-certificate.place", "芽室町東二条", "disaster-certificate.words", "雪で屋根が壊れました",
                "disaster-certificate.copies", "1");
    }

    private UUID send(List<String> procedures, Map<String, String> more) throws Exception {
        var answers = new HashMap<>(more);
        answers.putAll(Map.of(
                "applicant.name", "鈴木　花子", "applicant.kana", "スズキ　ハナコ", "applicant.birthDate", "1990-04-01",
                "applicant.address.postal", "0820014", "applicant.address.place", "北海道河西郡芽室町東四条",
                "applicant.address.lot", "１丁目１", "applicant.phone", "0901-234-5678", "applicant.mail", "hanako@example.jp"));
        var draft = mine(() -> drafts.open(new OpenDraft(procedures, null, answers, null)));
        var asksForFile = mine(() -> drafts.get(draft)).pages().stream().flatMap(page -> page.questions().stream())
                .anyMatch(question -> question.field().type() == FieldType.FILE);
        if (asksForFile) {
            mine(() -> attach(draft, "最初の写真 " + draft));
        }
        assertThat(mine(() -> drafts.check(draft, null))).isEmpty();
        return mine(() -> drafts.submit(draft, UUID.randomUUID().toString(), null)).receipts().get(0).applicationId();
    }

    private AttachmentView attach(UUID draft, String words) {
        return drafts.attach(draft, PHOTOS, "a.txt", new ByteArrayInputStream((words + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)));
    }

    private void ask(UUID id, List<String> paths) throws Exception {
        var section = office.text("SELECT section FROM apl_application WHERE id = ?", id);
        var clerk = office.staffOf(section, Role.EXAMINER);
        office.asExaminer(clerk, () -> {
            ApplicationView seen = examination.get(id).application();
            examination.requestCorrection(new RequestCorrection(id, seen.version(), paths, "直してください", clock.today().plusDays(10)));
            return null;
        });
    }

    private UUID begin(UUID id) throws Exception {
        return mine(() -> applications.openCorrection(id));
    }

    /** Its last day was yesterday. */
    private void lapse(UUID id) throws SQLException {
        office.update("UPDATE apl_correction SET until = DATE '" + clock.today().minusDays(1) + "' WHERE application_id = ?", id);
    }

    private List<UUID> tellAll() throws Exception {
        return request.as(Actor.system("test"), () -> system.call(() -> {
            var untold = lapsed.listUntold();
            untold.forEach(lapsed::tell);
            return untold;
        }));
    }

    private List<InboxLine> inbox(Actor clerk, UUID id, boolean lapsedOnly) throws Exception {
        var receipt = office.text("SELECT receipt_number FROM apl_application WHERE id = ?", id);
        var filter = new InboxFilter(null, null, null, null, false, lapsedOnly, false, lapsedOnly, receipt, InboxOrder.DUE, false);
        return office.asExaminer(clerk, () -> examination.list(filter, new PageRequest(0, 10))).rows();
    }

    private <T> T mine(Callable<T> deed) throws Exception {
        return office.asResident(hanako, deed);
    }
}
