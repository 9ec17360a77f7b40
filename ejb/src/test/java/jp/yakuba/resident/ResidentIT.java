package jp.yakuba.resident;

import static jp.yakuba.resident.ResidentFixture.aFamilyOfFour;
import static jp.yakuba.resident.ResidentFixture.aMotherWhoJoins;
import static jp.yakuba.resident.ResidentFixture.clerk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.yakuba.AsAuditor;
import jp.yakuba.AsDesk;
import jp.yakuba.AsProtectionOfficer;
import jp.yakuba.AsRegistrar;
import jp.yakuba.AsResident;
import jp.yakuba.AsSystem;
import jp.yakuba.kernel.AddressNumber;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.BirthDesk;
import jp.yakuba.resident.api.EnterBirth;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.LedgerDesk;
import jp.yakuba.resident.api.LedgerRequest;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.resident.api.ResidentProblem;
import jp.yakuba.resident.api.ShieldDesk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("住民の窓口(コンテナ内)")
class ResidentIT {
    private static final String WHY = "test";

    @Inject
    private ResidentDesk residents;

    @Inject
    private MoveInDesk moves;

    @Inject
    private BirthDesk births;

    @Inject
    private ProtectionDesk protections;

    @Inject
    private ShieldDesk shield;

    @Inject
    private LedgerDesk ledger;

    @Inject
    private AsDesk desk;

    @Inject
    private AsRegistrar registrar;

    @Inject
    private AsAuditor auditor;

    @Inject
    private AsProtectionOfficer officer;

    @Inject
    private AsResident resident;

    @Inject
    private AsSystem system;

    @Inject
    private CurrentActor actor;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource database;

    @BeforeEach
    void aTownWithOnePlace() throws SQLException {
        execute("INSERT INTO res_place (code, name, postal_code, latitude, longitude, valid_from)"
                + " VALUES ('t1', '東二条二丁目', '0820012', 42.9, 143.0, '1970-01-01') ON CONFLICT DO NOTHING");
        execute("INSERT INTO res_postal_code VALUES ('0820012', '北海道', '河西郡芽室町', '東二条') ON CONFLICT DO NOTHING");
        actor.actAs(clerk("係"), "it");
    }

    @Test
    @DisplayName("仮登録は誰にも見えず、本登録で世帯・番号・履歴ができ、二度目は断る")
    void moveIsInvisibleUntilFinal() throws Exception {
        var cause = UUID.randomUUID();
        var family = aFamilyOfFour("仮登", cause, null);
        var event = desk.call(() -> moves.enterProvisionally(family));
        assertThat(desk.call(() -> moves.enterProvisionally(family))).isEqualTo(event);
        assertThat(search("仮登")).isEmpty();
        assertThat(desk.call(() -> moves.check(event))).isEmpty();

        makeFinal(event);

        var found = search("仮登太郎");
        assertThat(found).hasSize(1);
        assertThat(AddressNumber.isValid(found.get(0).number())).isTrue();
        assertThat(found.get(0).address()).isEqualTo("北海道河西郡芽室町東二条二丁目14番地5");
        var household = registrar.call(() -> residents.householdOf(found.get(0).id(), WHY));
        assertThat(household.members()).extracting(PersonView::name)
                .containsExactly("仮登　太郎", "仮登　花子", "仮登　一子", "仮登　次郎");
        assertThat(registrar.call(() -> residents.listEvents(found.get(0).id(), WHY))).singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("転入"));
        assertRefused(() -> makeFinal(event), ResidentProblem.NOT_PROVISIONAL);
    }

    @Test
    @DisplayName("同じ氏名・生年月日の人がいれば知らせ、存在しない町字なら本登録を断る")
    void tellsOfDuplicatesAndRefusesUnknownPlaces() throws Exception {
        makeFinal(desk.call(() -> moves.enterProvisionally(aFamilyOfFour("二重", UUID.randomUUID(), null))));
        var again = desk.call(() -> moves.enterProvisionally(aFamilyOfFour("二重", UUID.randomUUID(), null)));
        assertThat(desk.call(() -> moves.check(again))).containsExactly("DUPLICATE_PERSON");

        execute("UPDATE res_entry SET place = '無い町字' WHERE event_id = '" + again + "'");
        assertThat(desk.call(() -> moves.check(again))).contains("UNKNOWN_PLACE");
        assertRefused(() -> makeFinal(again), ResidentProblem.ENTRY_INCOMPLETE);
        assertThat(search("二重太郎")).hasSize(1);
    }

    @Test
    @DisplayName("支援措置の住所は本人のほか誰にも出ず、住所からも引けない。二人目の許しで頼んだ人だけに開く")
    void protectedAddressNeedsFourEyes() throws Exception {
        makeFinal(desk.call(() -> moves.enterProvisionally(aFamilyOfFour("守屋", UUID.randomUUID(), null))));
        var mother = search("守屋花子").get(0).id();
        var father = search("守屋太郎").get(0).id();
        officer.call(() -> protections.protect(
                new EnterProtection(List.of(mother), true, LocalDate.of(2026, 11, 2), null, null)));

        assertThat(view(mother).address()).isNull();
        assertThat(view(mother).postalCode()).isNull();
        assertThat(view(father).address()).as("who lives with her").isNull();
        assertThat(search("守屋 東二条")).isEmpty();
        assertThat(desk.call(() -> residents.getSelf(mother)).address()).endsWith("14番地5");

        var release = registrar.call(() -> protections.requestRelease(mother, "証明の申出"));
        assertRefused(() -> officer.call(() -> {
            protections.grantRelease(release, 0);
            return null;
        }), ResidentProblem.SECOND_PERSON_NEEDED);
        actor.actAs(clerk("長"), "it");
        officer.call(() -> {
            protections.grantRelease(release, 0);
            return null;
        });
        assertThat(view(mother).address()).as("to the second person").isNull();
        actor.actAs(clerk("係"), "it");
        assertThat(view(mother).address()).as("to the asker").endsWith("14番地5");
        assertThat(hidden("妻は東2条2丁目14-5にいる")).as("words, to the asker").isEqualTo("妻は東2条2丁目14-5にいる");
        actor.actAs(clerk("他"), "it");
        assertThat(hidden("妻は東2条2丁目14-5にいる")).as("words, to others").isEqualTo("妻は＊＊＊にいる");
        assertThat(desk.call(() -> shield.hideFromAll(List.of("東2条2丁目14-5", "東二条の公園"))))
                .as("to those outside").containsExactly("＊＊＊", "東二条の公園");
        execute("UPDATE res_address SET building = 'コーポ芽室201号室' WHERE person_id = '" + mother + "'");
        assertThat(desk.call(() -> shield.hideFromAll(List.of("ｺｰﾎﾟ芽室201に越した", "コーポ芽室は満室"))))
                .as("a building without its place, written otherwise").containsExactly("＊＊＊に越した", "コーポ芽室は満室");
        actor.actAs(clerk("係"), "it");
        execute("UPDATE res_release SET decided_at = decided_at - interval '1 day', locks_again_at = locks_again_at - interval '1 day'");
        assertThat(view(mother).address()).as("after the time").isNull();
    }

    @Test
    @DisplayName("いまある世帯に入る届は、職員が世帯を選ぶまで本登録できず、選べばその世帯と住所に入る")
    void aMotherJoinsTheHouseholdOfHerSon() throws Exception {
        makeFinal(desk.call(() -> moves.enterProvisionally(aFamilyOfFour("入江", UUID.randomUUID(), null))));
        var son = search("入江太郎").get(0).id();
        var event = desk.call(() -> moves.enterProvisionally(aMotherWhoJoins("入江", "入江太郎")));
        assertThat(desk.call(() -> moves.check(event))).containsExactly("HOUSEHOLD_NOT_FOUND");
        assertRefused(() -> makeFinal(event), ResidentProblem.ENTRY_INCOMPLETE);
        assertRefused(() -> join(event, 7, son), ResidentProblem.CHANGED_MEANWHILE);
        assertRefused(() -> join(event, 0, UUID.randomUUID()), ResidentProblem.NO_SUCH_PERSON);

        join(event, 0, son);

        assertThat(desk.call(() -> moves.check(event))).isEmpty();
        assertThat(desk.call(() -> moves.get(event)).joined()).isNotBlank();
        makeFinal(event);
        var household = registrar.call(() -> residents.householdOf(son, WHY));
        assertThat(household.members()).extracting(PersonView::name).contains("入江　ハル").hasSize(5);
        assertThat(household.members()).extracting(PersonView::address).containsOnly("北海道河西郡芽室町東二条二丁目14番地5");
        assertRefused(() -> join(event, 1, son), ResidentProblem.NOT_PROVISIONAL);
    }

    @Test
    @DisplayName("自分たちで世帯をつくる届は、ほかの世帯に入れられない")
    void aFamilyOfItsOwnJoinsNobody() throws Exception {
        makeFinal(desk.call(() -> moves.enterProvisionally(aFamilyOfFour("先住", UUID.randomUUID(), null))));
        var head = search("先住太郎").get(0).id();
        var event = desk.call(() -> moves.enterProvisionally(aFamilyOfFour("後住", UUID.randomUUID(), null)));
        assertRefused(() -> join(event, 0, head), ResidentProblem.ENTRY_INCOMPLETE);
    }

    private void join(UUID event, long version, UUID person) throws Exception {
        registrar.call(() -> {
            moves.joinHousehold(event, version, person);
            return null;
        });
    }

    @Test
    @DisplayName("生まれた子は親の世帯に続柄と住所を得て入る")
    void childJoinsTheHousehold() throws Exception {
        makeFinal(desk.call(() -> moves.enterProvisionally(aFamilyOfFour("産屋", UUID.randomUUID(), null))));
        var mother = search("産屋花子").get(0).id();
        var event = desk.call(() -> births.enterProvisionally(new EnterBirth(UUID.randomUUID(), mother, "産屋 三郎",
                "ウブヤ サブロウ", LocalDate.of(2026, 11, 10), "1", "JPN")));
        registrar.call(() -> {
            births.makeFinal(event, 0);
            return null;
        });
        var household = registrar.call(() -> residents.householdOf(mother, WHY));
        assertThat(household.members()).hasSize(5);
        assertThat(household.members().get(4).relationship()).isEqualTo("子");
        assertThat(household.members().get(4).address()).isEqualTo(household.members().get(0).address());
    }

    @Test
    @DisplayName("待ち行列からの依頼は仮登録され、答えが出る。二度来ても一度だけ")
    void requestByQueueIsAnswered() throws Exception {
        var cause = UUID.randomUUID();
        var request = new LedgerRequest(UUID.randomUUID(), cause, aFamilyOfFour("列車", cause, null), null, null);
        for (int copy = 0; copy < 2; copy++) {
            system.call(() -> {
                ledger.take(request);
                return null;
            });
        }
        assertThat(count("SELECT count(*) FROM res_event WHERE cause_id = '" + cause + "'")).isOne();
        assertThat(count("SELECT count(*) FROM msg_outbox WHERE destination = 'yakuba.core.ledger.answer'"
                + " AND text LIKE '%" + cause + "%' AND text LIKE '%PROVISIONAL%'")).isPositive();
    }

    @Test
    @DisplayName("取下げの電文で仮登録は消え、同じ届出を直してもう一度入れられる。本登録になれば取り下げられない")
    void withdrawalByQueueMakesRoomForACorrectedEntry() throws Exception {
        var cause = UUID.randomUUID();
        take(new LedgerRequest(UUID.randomUUID(), cause, aFamilyOfFour("直井", cause, null), null, null));
        for (int copy = 0; copy < 2; copy++) {
            take(new LedgerRequest(UUID.randomUUID(), cause, null, null, "application.correct"));
        }
        assertThat(count("SELECT count(*) FROM res_event WHERE cause_id = '" + cause + "' AND state <> 'WITHDRAWN'")).isZero();

        take(new LedgerRequest(UUID.randomUUID(), cause, aFamilyOfFour("直井", cause, null), null, null));
        assertThat(count("SELECT count(*) FROM res_event WHERE cause_id = '" + cause + "' AND state = 'PROVISIONAL'")).isOne();
        makeFinal(desk.call(() -> moves.findByCause(cause)).eventId());
        take(new LedgerRequest(UUID.randomUUID(), cause, null, null, "application.withdraw"));

        assertThat(count("SELECT count(*) FROM res_event WHERE cause_id = '" + cause + "' AND state = 'FINAL'")).isOne();
        assertThat(count("SELECT count(*) FROM msg_outbox WHERE destination = 'yakuba.core.ledger.answer'"
                + " AND text LIKE '%" + cause + "%' AND text LIKE '%ALREADY_FINAL%'")).isOne();
    }

    private void take(LedgerRequest request) throws Exception {
        system.call(() -> {
            ledger.take(request);
            return null;
        });
    }

    @Test
    @DisplayName("住民の役割では台帳を引けない")
    void residentsCannotSearchTheLedger() {
        assertThatThrownBy(() -> resident.call(() -> residents.search(
                new PersonSearch("佐藤", null), new PageRequest(0, 10), WHY))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("監査人は人を名前でさがせるが、開けない。さがしたことは記録に残る")
    void anAuditorFindsAPersonAndOpensNobody() throws Exception {
        var why = "audit " + UUID.randomUUID();
        var person = new PersonSearch("佐", null);
        var found = auditor.call(() -> residents.search(person, new PageRequest(0, 20), why)).rows();

        assertThat(found).isNotEmpty();
        assertThat(count("SELECT count(*) FROM aud_entry WHERE deed = 'resident.listed' AND reason = '" + why + "'")).isEqualTo(found.size());
        var id = found.get(0).id();
        assertThatThrownBy(() -> auditor.call(() -> residents.get(id, why))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> auditor.call(() -> residents.householdOf(id, why))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("検索は、一覧の全員への照会を一つの取引で記録する")
    void aSearchWritesEverybodyItListsDownAtOnce() throws Exception {
        var why = "search " + UUID.randomUUID();
        var listed = registrar.call(() -> residents.search(
                new PersonSearch("佐", null), new PageRequest(0, 20), why)).rows();

        assertThat(listed).hasSizeGreaterThan(1);
        assertThat(count("SELECT count(*) FROM aud_entry WHERE deed = 'resident.listed' AND reason = '" + why + "'"))
                .isEqualTo(listed.size());
        assertThat(count("SELECT count(*) FROM aud_entry WHERE deed = 'resident.search' AND reason = '" + why + "'")).isOne();
        assertThat(count("SELECT count(DISTINCT xmin::text) FROM aud_entry WHERE reason = '" + why + "'"))
                .as("transactions").isOne();
    }

    private String hidden(String words) throws Exception {
        return desk.call(() -> shield.hide(words));
    }

    private void makeFinal(UUID event) throws Exception {
        registrar.call(() -> {
            moves.makeFinal(event, moves.get(event).version());
            return null;
        });
    }

    private List<PersonLine> search(String words) throws Exception {
        return registrar.call(() -> residents.search(new PersonSearch(words, null), new PageRequest(0, 20), WHY)).rows();
    }

    private PersonView view(UUID person) throws Exception {
        return registrar.call(() -> residents.get(person, WHY));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void assertRefused(ThrowingCallable deed, ResidentProblem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
