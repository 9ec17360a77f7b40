package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsExaminer;
import jp.yakuba.AsResident;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.OpenDraft;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.api.VisitDesk;
import jp.yakuba.application.api.VisitView;
import jp.yakuba.application.model.VisitHours;
import jp.yakuba.application.model.form.MovingFamily;
import jp.yakuba.house.Deployments;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("来庁予約の変更と取消し(コンテナ内)")
class VisitIT {
    @Inject
    private DraftDesk drafts;

    @Inject
    private ApplicationDesk applications;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private VisitDesk visits;

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

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource database;

    @Resource
    private ManagedExecutorService threads;

    @Deployment
    static Archive<?> house() {
        return Deployments.ejb();
    }

    @Test
    @DisplayName("変更すると、席が移り、経過と役場の画面に見え、知らせが出る")
    void isMovedForEverybodyToSee() throws Exception {
        var who = account();
        var sent = send(who);
        var before = view(who, sent).startsAt();
        var wanted = freeSeat(1);
        move(who, sent, before, wanted);
        assertThat(view(who, sent).startsAt()).isEqualTo(wanted);
        var seen = as(who, () -> applications.get(idOf(sent)));
        assertThat(seen.answers()).containsEntry("visit.appointment", wanted.toString());
        assertThat(seen.state()).isEqualTo(ApplicationState.VISIT);
        assertThat(seen.history()).last().satisfies(step -> assertThat(step.words()).isEqualTo("@visit-moved " + wanted));
        var clerk = examinerOf("residents");
        assertThat(request.as(clerk, () -> examiner.call(() -> examination.get(idOf(sent)))).visitAt()).isEqualTo(wanted);
        assertThat(count("SELECT count(*) FROM ntf_notice WHERE account_id = ? AND template = 'visit-moved'", who.id())).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM aud_entry WHERE deed = 'application.visit-moved' AND object_id = ?", idOf(sent).toString()))
                .isEqualTo(1);
        refused(() -> move(who, sent, before, freeSeat(2)), ApplicationProblem.CHANGED_MEANWHILE);
    }

    @Test
    @DisplayName("同じ来庁を待つ手続きの一方が補正中でも、動かした時間は両方に入り、補正を答えても残る")
    void isMovedForWhatIsBeingCorrectedToo() throws Exception {
        var who = account();
        var sent = send(who, List.of("move-in", "seal-registration"));
        var corrected = idOf(sent);
        var clerk = examinerOf("residents");
        request.as(clerk, () -> examiner.call(() -> {
            var seen = examination.get(corrected).application();
            examination.requestCorrection(new RequestCorrection(
                    corrected, seen.version(), List.of("applicant.phone"), "電話番号を直してください", clock.today().plusDays(10)));
            return null;
        }));
        var draft = as(who, () -> applications.openCorrection(corrected));
        var wanted = freeSeat(6);
        move(who, sent, view(who, sent).startsAt(), wanted);
        as(who, () -> drafts.submit(draft, "k", null));
        for (var receipt : sent.receipts()) {
            assertThat(as(who, () -> applications.get(receipt.applicationId())).answers())
                    .as(receipt.procedure()).containsEntry("visit.appointment", wanted.toString());
        }
        assertThat(view(who, sent).startsAt()).isEqualTo(wanted);
    }

    @Test
    @DisplayName("職員が来庁を終えるのと本人が時間を動かすのが同時なら、先の一つだけが行われ、後の一つは言葉で断られる")
    void isEndedOrMovedButNotBoth() throws Exception {
        for (int round = 0; round < 5; round++) {
            var who = account();
            var sent = send(who, List.of("seal-registration"));
            var booked = view(who, sent).startsAt();
            var wanted = freeSeat(7);
            var clerk = examinerOf("residents");
            var version = as(who, () -> applications.get(idOf(sent))).version();
            var start = new CountDownLatch(1);
            var ends = threads.submit(() -> {
                start.await();
                return request.as(clerk, () -> examiner.call(() -> {
                    examination.completeVisit(idOf(sent), version);
                    return "ended";
                }));
            });
            var moves = threads.submit(() -> {
                start.await();
                move(who, sent, booked, wanted);
                return "moved";
            });
            start.countDown();
            assertThat(outcomes(List.of(ends, moves))).isIn(List.of("ended", "APL-002"), List.of("APL-003", "moved"));
        }
    }

    @Test
    @DisplayName("最後の一席を二人が同時に望めば、一人だけが移り、もう一人の予約は元のまま残る")
    void theLastSeatGoesToOne() throws Exception {
        var wanted = freeSeat(3);
        for (int seat = 1; seat < VisitHours.SEATS; seat++) {
            occupy(wanted, seat);
        }
        var people = List.of(account(), account());
        var sent = List.of(send(people.get(0)), send(people.get(1)));
        var before = List.of(view(people.get(0), sent.get(0)).startsAt(), view(people.get(1), sent.get(1)).startsAt());
        var start = new CountDownLatch(1);
        var futures = new ArrayList<Future<String>>();
        for (int one = 0; one < 2; one++) {
            var place = one;
            futures.add(threads.submit(() -> {
                start.await();
                move(people.get(place), sent.get(place), before.get(place), wanted);
                return "moved";
            }));
        }
        start.countDown();
        var outcomes = outcomes(futures);
        assertThat(outcomes).containsExactlyInAnyOrder("moved", "APL-012");
        var loser = outcomes.indexOf("APL-012");
        assertThat(view(people.get(loser), sent.get(loser)).startsAt()).isEqualTo(before.get(loser));
        assertThat(count("SELECT count(*) FROM apl_appointment WHERE starts_at = ?",
                Timestamp.from(wanted.atZone(OfficeClock.ZONE).toInstant()))).isEqualTo(VisitHours.SEATS);
    }

    @Test
    @DisplayName("取り消すと席は返り、手続は来庁を待ったままで、また予約できる")
    void isCancelledAndBookedAgain() throws Exception {
        var who = account();
        var sent = send(who);
        var before = view(who, sent).startsAt();
        as(who, () -> {
            visits.cancel(sent.bundleId(), before);
            return null;
        });
        assertThat(view(who, sent).startsAt()).isNull();
        assertThat(as(who, () -> applications.get(idOf(sent))).state()).isEqualTo(ApplicationState.VISIT);
        move(who, sent, null, freeSeat(4));
        assertThat(view(who, sent).startsAt()).isNotNull();
    }

    @Test
    @DisplayName("期限を過ぎた予約は動かせず、他人の予約はないものと同じに断る")
    void isTooNearOrAnothers() throws Exception {
        var who = account();
        var sent = send(who);
        var stranger = account();
        refused(() -> as(stranger, () -> visits.get(sent.bundleId())), ApplicationProblem.NO_SUCH_APPLICATION);
        update("UPDATE apl_appointment SET seat = 90, starts_at = timestamptz '" + clock.today() + " 23:30+09' WHERE bundle_id = ?", sent.bundleId());
        var late = view(who, sent);
        assertThat(late.changeable()).isFalse();
        refused(() -> move(who, sent, late.startsAt(), freeSeat(5)), ApplicationProblem.VISIT_TOO_NEAR);
        update("DELETE FROM apl_appointment WHERE bundle_id = ?", sent.bundleId());
    }

    private VisitView view(Actor who, SubmissionView sent) throws Exception {
        return as(who, () -> visits.get(sent.bundleId()));
    }

    private void move(Actor who, SubmissionView sent, LocalDateTime seen, LocalDateTime wanted) throws Exception {
        as(who, () -> {
            visits.book(sent.bundleId(), seen, wanted);
            return null;
        });
    }

    private SubmissionView send(Actor who) throws Exception {
        return send(who, List.of("move-in"));
    }

    private SubmissionView send(Actor who, List<String> procedures) throws Exception {
        var answers = new LinkedHashMap<>(MovingFamily.answers());
        answers.put("visit.appointment", freeSeat(0).toString());
        var draft = as(who, () -> drafts.open(new OpenDraft(procedures, "moving", Map.of(), null)));
        as(who, () -> drafts.save(draft, answers));
        assertThat(as(who, () -> drafts.check(draft, null))).isEmpty();
        return as(who, () -> drafts.submit(draft, "k", null));
    }

    /** A half hour with all its seats, the last but so many of what is offered. */
    private LocalDateTime freeSeat(int beforeLast) throws Exception {
        var now = clock.localNow();
        var offered = desk.call(() -> VisitHours.offered(organization.calendar(), now));
        for (int place = offered.size() - 1 - 20 * beforeLast; place >= 0; place--) {
            var at = Timestamp.from(offered.get(place).atZone(OfficeClock.ZONE).toInstant());
            if (count("SELECT count(*) FROM apl_appointment WHERE starts_at = ?", at) == 0) {
                return offered.get(place);
            }
        }
        throw new IllegalStateException("No half hour is free");
    }

    private void occupy(LocalDateTime time, int seat) throws SQLException {
        var bundle = UUID.randomUUID();
        update("INSERT INTO apl_bundle (id, owner_id, once_key, language, arrived_at) SELECT i, i, 'seat', 'ja', now() FROM (SELECT ?::uuid AS i) x", bundle);
        update("INSERT INTO apl_appointment (id, starts_at, seat, place, bundle_id) VALUES (gen_random_uuid(), timestamp '"
                + time + "' AT TIME ZONE 'Asia/Tokyo', " + seat + ", '窓口', ?)", bundle);
    }

    private static List<String> outcomes(List<Future<String>> futures) throws Exception {
        var outcomes = new ArrayList<String>();
        for (var future : futures) {
            try {
                outcomes.add(future.get());
            } catch (ExecutionException failed) {
                assertThat(failed).cause().isInstanceOf(RuleViolation.class);
                outcomes.add(((RuleViolation) failed.getCause()).problem().code());
            }
        }
        return outcomes;
    }

    private static UUID idOf(SubmissionView sent) {
        return sent.receipts().get(0).applicationId();
    }

    private Actor account() throws SQLException {
        var id = UUID.randomUUID();
        update("INSERT INTO acc_account (id, display_name, mail, language, state, created_at)"
                + " VALUES (?, '来庁者', '" + id + "@example.jp', 'ja', 'OPEN', now())", id);
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

    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> resident.call(deed));
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private long count(String sql, Object parameter) throws SQLException {
        try (var connection = database.getConnection(); var query = connection.prepareStatement(sql)) {
            query.setObject(1, parameter);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
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
