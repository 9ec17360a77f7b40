package jp.yakuba.application;

import static jp.yakuba.application.ApplicationFixture.outcomes;
import static jp.yakuba.application.ApplicationFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import jp.yakuba.AsDesk;
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
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;
import org.jboss.arquillian.junit5.ArquillianExtension;
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
    private ApplicationFixture office;

    @Inject
    private OfficeClock clock;

    @Inject
    private AsDesk desk;

    @Resource
    private ManagedExecutorService threads;

    @Test
    @DisplayName("変更すると、席が移り、経過と役場の画面に見え、知らせが出る")
    void isMovedForEverybodyToSee() throws Exception {
        var who = office.account("来庁者");
        var sent = send(who);
        var before = view(who, sent).startsAt();
        var wanted = freeSeat(1);
        move(who, sent, before, wanted);
        assertThat(view(who, sent).startsAt()).isEqualTo(wanted);
        var seen = office.asResident(who, () -> applications.get(idOf(sent)));
        assertThat(seen.answers()).containsEntry("visit.appointment", wanted.toString());
        assertThat(seen.state()).isEqualTo(ApplicationState.VISIT);
        assertThat(seen.history()).last().satisfies(step -> assertThat(step.words()).isEqualTo("@visit-moved " + wanted));
        var clerk = office.staffOf("residents", Role.EXAMINER);
        assertThat(office.asExaminer(clerk, () -> examination.get(idOf(sent))).visitAt()).isEqualTo(wanted);
        assertThat(office.count("SELECT count(*) FROM ntf_notice WHERE account_id = ? AND template = 'visit-moved'", who.id())).isEqualTo(1);
        assertThat(office.count("SELECT count(*) FROM aud_entry WHERE deed = 'application.visit-moved' AND object_id = ?", idOf(sent).toString()))
                .isEqualTo(1);
        refused(() -> move(who, sent, before, freeSeat(2)), ApplicationProblem.CHANGED_MEANWHILE);
    }

    @Test
    @DisplayName("同じ来庁を待つ手続きの一方が補正中でも、動かした時間は両方に入り、補正を答えても残る")
    void isMovedForWhatIsBeingCorrectedToo() throws Exception {
        var who = office.account("来庁者");
        var sent = send(who, List.of("move-in", "seal-registration"));
        var corrected = idOf(sent);
        var clerk = office.staffOf("residents", "examiner");
        office.asExaminer(clerk, () -> {
            var seen = examination.get(corrected).application();
            examination.requestCorrection(new RequestCorrection(
                    corrected, seen.version(), List.of("applicant.phone"), "電話番号を直してください", clock.today().plusDays(10)));
            return null;
        });
        var draft = office.asResident(who, () -> applications.openCorrection(corrected));
        var wanted = freeSeat(6);
        move(who, sent, view(who, sent).startsAt(), wanted);
        office.asResident(who, () -> drafts.submit(draft, "k", null));
        for (var receipt : sent.receipts()) {
            assertThat(office.asResident(who, () -> applications.get(receipt.applicationId())).answers())
                    .as(receipt.procedure()).containsEntry("visit.appointment", wanted.toString());
        }
        assertThat(view(who, sent).startsAt()).isEqualTo(wanted);
    }

    @Test
    @DisplayName("職員が来庁を終えるのと本人が時間を動かすのが同時なら、先の一つだけが行われ、後の一つは言葉で断られる")
    void isEndedOrMovedButNotBoth() throws Exception {
        for (int round = 0; round < 5; round++) {
            var who = office.account("来庁者");
            var sent = send(who, List.of("seal-registration"));
            var booked = view(who, sent).startsAt();
            var wanted = freeSeat(7);
            var clerk = office.staffOf("residents", "examiner");
            var version = office.asResident(who, () -> applications.get(idOf(sent))).version();
            var start = new CountDownLatch(1);
            var ends = threads.submit(() -> {
                start.await();
                return office.asExaminer(clerk, () -> {
                    examination.completeVisit(idOf(sent), version);
                    return "ended";
                });
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
        var people = List.of(office.account("来庁者"), office.account("来庁者"));
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
        assertThat(office.count("SELECT count(*) FROM apl_appointment WHERE starts_at = ?",
                Timestamp.from(wanted.atZone(OfficeClock.ZONE).toInstant()))).isEqualTo(VisitHours.SEATS);
    }

    @Test
    @DisplayName("取り消すと席は返り、手続は来庁を待ったままで、また予約できる")
    void isCancelledAndBookedAgain() throws Exception {
        var who = office.account("来庁者");
        var sent = send(who);
        var before = view(who, sent).startsAt();
        office.asResident(who, () -> {
            visits.cancel(sent.bundleId(), before);
            return null;
        });
        assertThat(view(who, sent).startsAt()).isNull();
        assertThat(office.asResident(who, () -> applications.get(idOf(sent))).state()).isEqualTo(ApplicationState.VISIT);
        move(who, sent, null, freeSeat(4));
        assertThat(view(who, sent).startsAt()).isNotNull();
    }

    @Test
    @DisplayName("期限を過ぎた予約は動かせず、他人の予約はないものと同じに断る")
    void isTooNearOrAnothers() throws Exception {
        var who = office.account("来庁者");
        var sent = send(who);
        var stranger = office.account("来庁者");
        refused(() -> office.asResident(stranger, () -> visits.get(sent.bundleId())), ApplicationProblem.NO_SUCH_APPLICATION);
        office.update("UPDATE apl_appointment SET seat = 90, starts_at = timestamptz '" + clock.today() + " 23:30+09' WHERE bundle_id = ?", sent.bundleId());
        var late = view(who, sent);
        assertThat(late.changeable()).isFalse();
        refused(() -> move(who, sent, late.startsAt(), freeSeat(5)), ApplicationProblem.VISIT_TOO_NEAR);
        office.update("DELETE FROM apl_appointment WHERE bundle_id = ?", sent.bundleId());
    }

    private VisitView view(Actor who, SubmissionView sent) throws Exception {
        return office.asResident(who, () -> visits.get(sent.bundleId()));
    }

    private void move(Actor who, SubmissionView sent, LocalDateTime seen, LocalDateTime wanted) throws Exception {
        office.asResident(who, () -> {
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
        var draft = office.asResident(who, () -> drafts.open(new OpenDraft(procedures, "moving", Map.of(), null)));
        office.asResident(who, () -> drafts.save(draft, answers));
        assertThat(office.asResident(who, () -> drafts.check(draft, null))).isEmpty();
        return office.asResident(who, () -> drafts.submit(draft, "k", null));
    }

    /** A half hour with all its seats, the last but so many of what is offered. */
    private LocalDateTime freeSeat(int beforeLast) throws Exception {
        var now = clock.localNow();
        var offered = desk.call(() -> VisitHours.offered(organization.calendar(), now));
        for (int place = offered.size() - 1 - 20 * beforeLast; place >= 0; place--) {
            var at = Timestamp.from(offered.get(place).atZone(OfficeClock.ZONE).toInstant());
            if (office.count("SELECT count(*) FROM apl_appointment WHERE starts_at = ?", at) == 0) {
                return offered.get(place);
            }
        }
        throw new IllegalStateException("No half hour is free");
    }

    private void occupy(LocalDateTime time, int seat) throws SQLException {
        var bundle = UUID.randomUUID();
        office.update("INSERT INTO apl_bundle (id, owner_id, once_key, language, arrived_at) SELECT i, i, 'seat', 'ja', now() FROM (SELECT ?::uuid AS i) x", bundle);
        office.update("INSERT INTO apl_appointment (id, starts_at, seat, place, bundle_id) VALUES (gen_random_uuid(), timestamp '"
                + time + "' AT TIME ZONE 'Asia/Tokyo', " + seat + ", '窓口', ?)", bundle);
    }

    private static UUID idOf(SubmissionView sent) {
        return sent.receipts().get(0).applicationId();
    }
}
