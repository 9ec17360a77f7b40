package jp.yakuba.document;

import static jp.yakuba.document.DisposalFixture.ARCHIVIST;
import static jp.yakuba.document.DisposalFixture.HEAD;
import static jp.yakuba.document.DisposalFixture.MANAGER;
import static jp.yakuba.document.DisposalFixture.OFFICER;
import static jp.yakuba.document.DisposalFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import jp.yakuba.document.api.CalendarLine;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.HoldDesk;
import jp.yakuba.document.api.HoldGround;
import jp.yakuba.document.api.HoldView;
import jp.yakuba.document.api.PlaceHold;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.api.RetentionDesk;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("保存期間・廃棄の停止・廃棄予定表(コンテナ内)")
class DisposalIT {
    @Inject
    private DisposalFixture office;

    @Inject
    private HoldDesk holds;

    @Inject
    private RetentionDesk retention;

    @Inject
    private FilingDesk filing;

    @Inject
    private RecordDesk records;

    @Inject
    private RecordHistory history;

    @Inject
    private OfficeClock clock;

    @Test
    @DisplayName("データベースの見込む日は、どの保存期間でも、決まりの数える日と同じ")
    void theDayThatTheDatabaseForeseesIsTheOneOfTheRule() throws Exception {
        for (var kept : DisposalFixture.counted().toList()) {
            var id = office.open(2024, kept, null);
            assertThat(office.ask("SELECT due_on FROM yakuba.doc_dossier WHERE id = ?", id)).as(kept.name())
                    .isEqualTo(new FiscalYear(office.get(id).disposalYear()).firstDay().toString());

            var closed = office.as(MANAGER, () -> filing.close(id, filing.get(id).version()));
            assertThat(office.ask("SELECT due_on FROM yakuba.doc_dossier WHERE id = ?", id)).as(kept.name())
                    .isEqualTo(closed.keptUntil().plusDays(1).toString());
        }
    }

    @Test
    @DisplayName("常用は課が閉じるまで予定表に現れず、閉じた年度の次から数える")
    void regularUseIsNotInTheCalendarUntilItIsClosed() throws Exception {
        var id = office.open(2021, RetentionClass.STANDING, RetentionClass.Y3);
        assertThat(office.ask("SELECT due_on FROM yakuba.doc_dossier WHERE id = ?", id)).isNull();

        var closed = office.as(MANAGER, () -> filing.close(id, filing.get(id).version()));

        var end = new FiscalYear(FiscalYear.of(clock.today()).year() + 3).lastDay();
        assertThat(closed.keptUntil()).isEqualTo(end);
        assertThat(calendar(end.plusDays(1)).stream().filter(line -> line.id().equals(id))).singleElement()
                .satisfies(line -> assertThat(line.retention()).isEqualTo(RetentionClass.Y3));
    }

    @Test
    @DisplayName("延長は理由とともに履歴に残り、予定表の年度が移る。開いたファイルや数の外れた年数は断る")
    void anExtensionMovesTheYearAndStaysInTheHistory() throws Exception {
        var id = office.due(2020);
        var before = office.get(id);
        refused(DocumentProblem.REASON_MISSING, () -> extend(OFFICER, id, 2, " "));
        refused(DocumentProblem.EXTENSION_STRANGE, () -> extend(OFFICER, id, 31, "長すぎる"));
        refused(DocumentProblem.NOT_YOUR_SECTION, () -> office.asOfficer(STRANGER, () ->
                retention.extend(id, before.version(), 2, "他課の者")));
        assertThatThrownBy(() -> extend(ARCHIVIST, id, 2, "役割のない者")).isInstanceOf(EJBAccessException.class);

        var after = extend(OFFICER, id, 25, "係争の見込み");

        assertThat(after.keptUntil()).isEqualTo(LocalDate.of(before.keptUntil().getYear() + 25, 3, 31));
        assertThat(kinds(id)).endsWith(RecordEventKind.EXTENDED);
        assertThat(calendar(after.keptUntil().plusDays(1))).filteredOn(line -> line.id().equals(id))
                .singleElement().satisfies(line -> assertThat(line.extended()).isTrue());
        refused(DocumentProblem.CHANGED_MEANWHILE, () -> office.as(OFFICER, () ->
                retention.extend(id, before.version(), 1, "古い画面から")));
    }

    @Test
    @DisplayName("停止は、だれが・なぜ・いつからと、解除の理由を残す。停止中のファイルから文書を抜くこともできない")
    void aHoldSaysWhoAndWhyUntilItIsLifted() throws Exception {
        var id = office.due(2021, "停止の試験");
        var other = office.open(2021, RetentionClass.Y5, null);
        var record = UUID.fromString(office.ask("SELECT record_id FROM yakuba.doc_filing WHERE dossier_id = ? AND until IS NULL", id));
        refused(DocumentProblem.HOLD_AHEAD, () -> hold(OFFICER, id, clock.today().plusDays(1)));
        refused(DocumentProblem.NOT_YOUR_SECTION, () -> office.asOfficer(STRANGER, () -> holds.place(on(id, clock.today()))));
        assertThatThrownBy(() -> hold(ARCHIVIST, id, clock.today())).isInstanceOf(EJBAccessException.class);

        var hold = hold(OFFICER, id, clock.today().minusDays(3));
        assertThat(hold(OFFICER, id, clock.today().minusDays(3))).isEqualTo(hold);

        assertThat(office.as(OFFICER, () -> holds.listOf(id))).singleElement().satisfies(line -> {
            assertThat(line.stands()).isTrue();
            assertThat(line.placedBy()).isEqualTo(OFFICER.name());
            assertThat(line.reference()).isEqualTo("開示第12号");
        });
        assertThat(standing()).contains(hold);
        refused(DocumentProblem.HELD, () -> office.as(MANAGER, () -> {
            records.file(record, records.get(record).version(), other);
            return null;
        }));
        assertThatThrownBy(() -> office.asOwner("UPDATE yakuba.doc_filing SET until = now() WHERE record_id = ? AND until IS NULL", record))
                .isInstanceOf(SQLException.class).hasMessageContaining("held");
        assertThatThrownBy(() -> office.asOwner("UPDATE yakuba.doc_dossier SET state = 'DESTROYED' WHERE id = ?", id))
                .isInstanceOf(SQLException.class).hasMessageContaining("held");
        assertThatThrownBy(() -> office.asOwner("DELETE FROM yakuba.doc_hold WHERE id = ?", hold)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> office.asOwner("UPDATE yakuba.doc_hold SET reason = '別の理由' WHERE id = ?", hold))
                .isInstanceOf(SQLException.class);

        refused(DocumentProblem.REASON_MISSING, () -> lift(OFFICER, hold, ""));
        lift(OFFICER, hold, "開示を終えた");
        refused(DocumentProblem.HOLD_LIFTED, () -> lift(OFFICER, hold, "もう一度"));

        assertThat(standing()).doesNotContain(hold);
        assertThat(kinds(id)).endsWith(RecordEventKind.HELD, RecordEventKind.RELEASED);
        assertThat(history.verify(id)).isEmpty();
    }

    @Test
    @DisplayName("一件の文書の停止は、その文書のあるファイルごと止め、文書の履歴に残る")
    void aHoldOnARecordHoldsItsFile() throws Exception {
        var id = office.due(2021, "一件の停止");
        var record = UUID.fromString(office.ask("SELECT record_id FROM yakuba.doc_filing WHERE dossier_id = ? AND until IS NULL", id));

        office.as(OFFICER, () -> holds.place(PlaceHold.onRecord(record, HoldGround.SUIT, null, "係属中", clock.today())));

        assertThat(office.ask("SELECT yakuba.doc_is_held(?)", id)).isEqualTo("t");
        assertThat(kinds(record)).endsWith(RecordEventKind.HELD);
        assertThat(office.as(OFFICER, () -> holds.listOf(id))).extracting(HoldView::recordId).containsExactly(record);
        assertThat(calendar(office.get(id).keptUntil().plusDays(1))).filteredOn(line -> line.id().equals(id))
                .singleElement().satisfies(line -> assertThat(line.held()).isTrue());
    }

    @Test
    @DisplayName("予定表は続きから続きへ欠けも重なりもなく進み、CSVは式を式として渡さない")
    void theCalendarGoesOnWithoutGapOrDouble() throws Exception {
        for (int i = 0; i < 5; i++) {
            office.due(2022);
        }
        office.asOwner("UPDATE yakuba.doc_dossier SET title = '=1+1' WHERE id = ?", office.due(2022));
        int year = FiscalYear.of(clock.today()).year();
        var whole = office.as(OFFICER, () -> retention.calendar("general", year, null, 200));
        var parts = new ArrayList<CalendarLine>();
        for (var part = part(year, null); !part.isEmpty(); part = part(year, parts.get(parts.size() - 1).id())) {
            parts.addAll(part);
        }

        assertThat(parts).isEqualTo(whole).hasSizeGreaterThanOrEqualTo(6);
        var csv = new StringWriter();
        office.as(OFFICER, () -> {
            retention.export("general", year, csv);
            return null;
        });
        assertThat(csv.toString().lines()).hasSize(whole.size() + 1);
        assertThat(csv.toString()).contains("'=1+1").doesNotContain(",=1+1");
        assertThat(office.as(OFFICER, () -> retention.years("general"))).filteredOn(one -> one.fiscalYear() == year)
                .singleElement().satisfies(one -> assertThat(one.dossiers()).isEqualTo(whole.size()));
    }

    private java.util.List<CalendarLine> part(int year, UUID after) throws Exception {
        return office.as(OFFICER, () -> retention.calendar("general", year, after, 2));
    }

    private java.util.List<CalendarLine> calendar(LocalDate due) throws Exception {
        int present = FiscalYear.of(clock.today()).year();
        return office.as(OFFICER, () -> retention.calendar("general", Math.max(present, FiscalYear.of(due).year()), null, 200));
    }

    private jp.yakuba.document.api.DossierView extend(Actor who, UUID id, int years, String reason) throws Exception {
        long version = office.get(id).version();
        return office.as(who, () -> retention.extend(id, version, years, reason));
    }

    private UUID hold(Actor who, UUID dossier, LocalDate from) throws Exception {
        return office.as(who, () -> holds.place(on(dossier, from)));
    }

    private static PlaceHold on(UUID dossier, LocalDate from) {
        return PlaceHold.onDossier(dossier, HoldGround.DISCLOSURE, "開示第12号", "開示請求があったため", from);
    }

    private void lift(Actor who, UUID hold, String reason) throws Exception {
        office.as(who, () -> {
            holds.lift(hold, reason);
            return null;
        });
    }

    private java.util.List<UUID> standing() throws Exception {
        var ids = new ArrayList<UUID>();
        for (var part = standing(null); !part.isEmpty(); part = standing(ids.get(ids.size() - 1))) {
            part.forEach(line -> ids.add(line.id()));
        }
        return ids;
    }

    private java.util.List<HoldView> standing(UUID after) throws Exception {
        return office.asOfficer(HEAD, () -> holds.listStanding(after, 3));
    }

    private java.util.List<RecordEventKind> kinds(UUID id) {
        return history.of(id).stream().map(RecordEventLine::kind).toList();
    }

    private static void refused(DocumentProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
