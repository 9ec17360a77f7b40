package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
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
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsExaminer;
import jp.yakuba.AsResident;
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
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.application.api.InboxOrder;
import jp.yakuba.application.api.OpenDraft;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.application.service.LapsedCorrections;
import jp.yakuba.house.Deployments;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("補正の窓口(コンテナ内、行政手続法7条)")
class CorrectionIT {
    private static final String ITEMS = "bulky-waste.items";
    private static final String PHOTOS = "disaster-certificate.photos";

    @Inject
    private DraftDesk drafts;

    @Inject
    private ApplicationDesk applications;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private LapsedCorrections lapsed;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsResident resident;

    @Inject
    private AsExaminer examiner;

    @Inject
    private AsDesk desk;

    @Inject
    private AsSystem system;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource database;

    private Actor hanako;

    @Deployment
    static Archive<?> house() {
        return Deployments.ejb();
    }

    @BeforeEach
    void hanakoHasAnAccount() throws SQLException {
        hanako = account();
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
        var clerk = examinerOf("environment");
        for (var view : List.of(seen, clerk(clerk, () -> examination.get(id)).application())) {
            assertThat(view.corrections()).singleElement().satisfies(change -> {
                assertThat(change.before()).containsEntry(ITEMS + ".0.item", "たんす");
                assertThat(change.after()).containsEntry(ITEMS + ".0.item", "机");
                assertThat(change.questions()).extracting(question -> question.path()).contains(ITEMS + ".0.item", ITEMS + ".1.item");
            });
        }
        assertThat(text("SELECT typed ->> 'bulky-waste.items.0.item' FROM apl_application WHERE id = ?", id)).isEqualTo("たんす");
        assertThat(text("SELECT count(*) FROM doc_record r JOIN apl_correction c ON c.record_id = r.id WHERE c.application_id = ?", id))
                .isEqualTo("1");
        assertThat(text("SELECT count(*) FROM aud_entry WHERE deed = 'application.correct' AND object_id = ?", id.toString()))
                .isEqualTo("1");
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
        assertThat(text("SELECT count(*) FROM doc_record_file f JOIN apl_correction c ON c.record_id = f.record_id"
                + " WHERE c.application_id = ?", id)).isEqualTo("1");
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
        var clerk = examinerOf("environment");
        assertThat(inbox(clerk, id, true)).isEmpty();
        lapse(id);
        assertThat(inbox(clerk, id, true)).singleElement().satisfies(line -> {
            assertThat(line.lapsed()).isTrue();
            assertThat(line.dueOn()).isEqualTo(clock.today().minusDays(1));
        });
        assertThat(clerk(clerk, () -> examination.counts()).lapsed()).isPositive();
        assertThat(tellAll()).contains(id);
        assertThat(tellAll()).as("told once").doesNotContain(id);
        assertThat(text("SELECT count(*) FROM ntf_notice WHERE once_key LIKE ?", "application:" + id + ":lapsed:%")).isEqualTo("1");
        assertThat(mine(() -> drafts.get(draft)).answerTo().state()).isEqualTo("LAPSED");
        mine(() -> drafts.save(draft, Map.of("bulky-waste.place", "勝手口")));
        mine(() -> drafts.submit(draft, "k", null));
        assertThat(mine(() -> applications.get(id)).answers()).containsEntry("bulky-waste.place", "勝手口");
        assertThat(inbox(clerk, id, true)).isEmpty();
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

    private UUID waste() throws Exception {
        return send("bulky-waste", Map.of(
                ITEMS + ".count", "2", ITEMS + ".0.item", "たんす", ITEMS + ".0.count", "1", ITEMS + ".1.item", "机",
                ITEMS + ".1.count", "1", "bulky-waste.day", clock.today().plusDays(10).toString(), "bulky-waste.place", "玄関前"));
    }

    private UUID disaster() throws Exception {
        return send("disaster-certificate", Map.of(
                "disaster-certificate.cause", "snow", "disaster-certificate.on", clock.today().minusDays(3).toString(),
                "disaster-certificate.place", "芽室町東二条", "disaster-certificate.words", "雪で屋根が壊れました",
                "disaster-certificate.copies", "1"));
    }

    private UUID send(String procedure, Map<String, String> more) throws Exception {
        var answers = new HashMap<>(more);
        answers.putAll(Map.of(
                "applicant.name", "鈴木　花子", "applicant.kana", "スズキ　ハナコ", "applicant.birthDate", "1990-04-01",
                "applicant.address.postal", "0820014", "applicant.address.place", "北海道河西郡芽室町東四条",
                "applicant.address.lot", "１丁目１", "applicant.phone", "0901-234-5678", "applicant.mail", "hanako@example.jp"));
        var draft = mine(() -> drafts.open(new OpenDraft(List.of(procedure), null, answers, null)));
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
        var section = text("SELECT section FROM apl_application WHERE id = ?", id);
        var clerk = examinerOf(section);
        clerk(clerk, () -> {
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
        update("UPDATE apl_correction SET until = DATE '" + clock.today().minusDays(1) + "' WHERE application_id = ?", id);
    }

    private List<UUID> tellAll() throws Exception {
        return request.as(Actor.system("test"), () -> system.call(() -> {
            var untold = lapsed.listUntold();
            untold.forEach(lapsed::tell);
            return untold;
        }));
    }

    private List<InboxLine> inbox(Actor clerk, UUID id, boolean lapsedOnly) throws Exception {
        var receipt = text("SELECT receipt_number FROM apl_application WHERE id = ?", id);
        var filter = new InboxFilter(null, null, null, null, false, lapsedOnly, false, lapsedOnly, receipt, InboxOrder.DUE, false);
        return clerk(clerk, () -> examination.list(filter, new PageRequest(0, 10))).rows();
    }

    private Actor account() throws SQLException {
        var id = UUID.randomUUID();
        update("INSERT INTO acc_account (id, display_name, mail, language, state, created_at)"
                + " VALUES (?, '花子', '" + id + "@example.jp', 'ja', 'OPEN', now())", id);
        return new Actor(Actor.Kind.RESIDENT, id, "account", null, null, Set.of("resident"), Assurance.CARD, "test");
    }

    private Actor examinerOf(String section) throws Exception {
        var today = clock.today();
        var staff = desk.call(() -> organization.listStaffOf(section, today).stream()
                .filter(person -> !organization.listPostsOf(person.id(), today).isEmpty())
                .findFirst().orElseThrow());
        return new Actor(Actor.Kind.STAFF, staff.id(), staff.name(), staff.post(), section, Set.of("staff", "examiner"),
                Assurance.TWO_FACTOR, "test");
    }

    private <T> T mine(Callable<T> deed) throws Exception {
        return request.as(hanako, () -> resident.call(deed));
    }

    private <T> T clerk(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> examiner.call(deed));
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private String text(String sql, Object parameter) throws SQLException {
        try (var connection = database.getConnection(); var query = connection.prepareStatement(sql)) {
            query.setObject(1, parameter);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void update(String sql, UUID id) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }
}
