package jp.yakuba.relocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsPeer;
import jp.yakuba.AsProtectionOfficer;
import jp.yakuba.AsRecordsManager;
import jp.yakuba.AsRegistrar;
import jp.yakuba.AsResident;
import jp.yakuba.AsStaff;
import jp.yakuba.AsSystem;
import jp.yakuba.InRequest;
import jp.yakuba.document.DocumentFixture;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.exchange.PeerOffice;
import jp.yakuba.exchange.api.ArrivalDesk;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeDesk;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.exchange.api.ServiceLetterArrived;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.exchange.api.TransferView;
import jp.yakuba.exchange.service.ParcelRound;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.relocation.api.CloseNotice;
import jp.yakuba.relocation.api.EnterNotice;
import jp.yakuba.relocation.api.MoveNoticeDesk;
import jp.yakuba.relocation.api.NoticeSheet;
import jp.yakuba.relocation.api.NoticeState;
import jp.yakuba.relocation.api.RelocationProblem;
import jp.yakuba.relocation.api.SentLine;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.MoveNoticeXml;
import jp.yakuba.relocation.service.ReaderRound;
import jp.yakuba.resident.api.EnterMoveIn;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.EventLine;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.resident.api.ResidentProblem;
import jp.yakuba.signature.service.SigningFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("転入通知と転出(コンテナ内)")
class MoveNoticeIT {
    private static final String CODE = "990019";
    private static final String WHY = "test";
    private static final String TOWN = "北海道河西郡芽室町東二条";
    private static final String WENT = "試験県試験市本町1番地";
    private static final String THERE = "試験県試験市中央三丁目930番地";
    private static final LocalDate MOVED = LocalDate.of(2026, 11, 1);
    private static final LocalDate LEFT = LocalDate.of(2026, 11, 20);
    private static final Actor CLERK = DocumentFixture.staff("1017", "係", "residents-clerk-1", "residents", Role.STAFF, Role.REGISTRAR);
    private static final Actor OTHER = DocumentFixture.staff("1019", "別の係", "residents-clerk-2", "residents", Role.STAFF, Role.REGISTRAR);
    private static final Actor CHIEF = DocumentFixture.staff("1015", "長", "residents-chief", "residents", Role.STAFF, Role.PROTECTION_OFFICER);
    private static final Actor MANAGER = DocumentFixture.staff("1005", "小林　七海", "general-clerk-1", "general", Role.STAFF, Role.RECORDS_MANAGER);
    private static final Actor ASIDE = DocumentFixture.staff("1005", "読めない人", "general-clerk-1", "residents", Role.STAFF);
    private static final Actor GENERAL = DocumentFixture.staff("1005", "小林　七海", "general-clerk-1", "general", Role.STAFF);

    /** Families of these tests, each with days of birth, a reading and a lot of its own: what one test protects is not another's. */
    private static final List<String> FAMILIES = new CopyOnWriteArrayList<>();
    private static final String READINGS = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ";

    @Inject
    private MoveInDesk moves;

    @Inject
    private MoveNoticeDesk notices;

    @Inject
    private ResidentDesk residents;

    @Inject
    private ProtectionDesk protections;

    @Inject
    private RecordDesk records;

    @Inject
    private ArrivalDesk arrivals;

    @Inject
    private ContainerPress press;

    @Inject
    private AsRegistrar registrar;

    @Inject
    private AsProtectionOfficer officer;

    @Inject
    private AsStaff staff;

    @Inject
    private ExchangeDesk exchange;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private ReaderRound readers;

    @Inject
    private AsRecordsManager manager;

    @Inject
    private AsSystem system;

    @Inject
    private AsDesk desk;

    @Inject
    private ParcelRound round;

    @Inject
    private MoveOutDesk ledger;

    @Inject
    private AsPeer peer;

    @Inject
    private AsResident resident;

    @Inject
    private InRequest request;

    @Inject
    private Event<ServiceLetterArrived> letters;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private SigningFixture keys;

    @BeforeEach
    void open() throws Exception {
        Path folder = Files.createTempDirectory("relocation");
        keys = new SigningFixture(folder, Instant.now());
        keys.keyOf("016373");
        keys.keyOf(CODE);
        keys.nameKeys();
        System.setProperty("yakuba.exchange.keys", Files.createFile(folder.resolve("line.p12")).toString()); // the line is on; nobody answers
        asOwner("INSERT INTO yakuba.res_municipality VALUES ('" + CODE + "', '試験県', '試験市', 'しけんし') ON CONFLICT DO NOTHING");
        asOwner("INSERT INTO yakuba.res_place (code, name, postal_code, latitude, longitude, valid_from)"
                + " VALUES ('t1', '東二条二丁目', '0820012', 42.9, 143.0, '1970-01-01') ON CONFLICT DO NOTHING");
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + CODE + "', '試験市', 'https://localhost:1/x', now())"
                + " ON CONFLICT (code) DO UPDATE SET state = 'ACTIVE', most_bytes = 2147483648");
        asOwner("UPDATE yakuba.exc_peer SET services = '{document,move-notice}', asked = '{document,move-notice}', per_minute = 600 WHERE code = '" + CODE + "'");
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty("yakuba.exchange.keys");
        asOwner("UPDATE yakuba.exc_peer SET services = '{document}', asked = '{document}' WHERE code = '" + CODE + "'");
        keys.close();
    }

    @Test
    @DisplayName("本登録と同じ取引で、取り決めた前の町へ一度だけ転入通知が出る。根拠の条文と番号が残り、記録は台帳の係だけが読める")
    void theTownBeforeIsToldInTheSameDeed() throws Exception {
        var event = movedIn("知羅", THERE, false);
        assertThat(text("SELECT string_agg(p.peer || ' ' || p.service || ' ' || p.title || ' ' || p.mark, ',') FROM yakuba.exc_parcel p JOIN yakuba.rel_sent s"
                + " ON s.record_id = p.record_id WHERE s.id = '" + event + "'")).isEqualTo(CODE + " move-notice 転入通知 CONFIDENTIAL");
        var told = told(event);
        assertThat(told.persons()).extracting(MoveNotice.Person::name).containsExactly("知羅　太郎", "知羅　花子", "知羅　次郎", "知羅　一子");
        assertThat(told.movedOn()).isEqualTo(MOVED);
        assertThat(told.previousAddress()).isEqualTo(THERE);
        assertThat(told.newAddress()).isEqualTo(here("知羅"));

        var record = UUID.fromString(text("SELECT record_id FROM yakuba.rel_sent WHERE id = '" + event + "'"));
        assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'document.send-by-rule' AND object_id = '" + record
                + "' AND reason LIKE '%住民基本台帳法第9条第1項'")).isEqualTo("1");
        assertThat(text("SELECT number FROM yakuba.doc_record WHERE id = '" + record + "'")).startsWith("芽住第");
        assertThat(asStaff(CLERK, () -> records.get(record)).line().title()).isEqualTo("転入通知");
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(GENERAL, () -> records.get(record)));
        assertThat(text("SELECT count(*) FROM yakuba.exc_service_part WHERE draft_id = '" + event + "'")).isEqualTo("0");
    }

    @Test
    @DisplayName("取り決めのない町から来た人の通知は出ない。転入そのものは登録できる")
    void nobodyElseIsTold() throws Exception {
        var event = movedIn("未知", "東京都東大和市中央三丁目930番地", false);
        assertThat(text("SELECT count(*) FROM yakuba.rel_sent WHERE id = '" + event + "'")).isEqualTo("0");
        asOwner("UPDATE yakuba.exc_peer SET asked = '{document}' WHERE code = '" + CODE + "'");
        assertThat(text("SELECT count(*) FROM yakuba.rel_sent WHERE id = '" + movedIn("未決", THERE, false) + "'")).isEqualTo("0");
    }

    @Test
    @DisplayName("支援措置の申出がある転入では、本登録の時から守られ、通知には印だけが載り、新しい住所はどこにも載らない")
    void aProtectedAddressIsNotTold() throws Exception {
        var event = movedIn("守衛", THERE, true);
        var told = told(event);
        assertThat(told.shielded()).isTrue();
        assertThat(told.newAddress()).isNull();
        assertThat(text("SELECT convert_from(service_content, 'UTF8') FROM yakuba.exc_parcel p JOIN yakuba.rel_sent s ON s.record_id = p.record_id"
                + " WHERE s.id = '" + event + "'")).doesNotContain("東二条").doesNotContain(lot("守衛"));
        var mother = person("守衛花子");
        assertThat(mother.protectedPerson()).isTrue();
        assertThat(mother.address()).isNull();
    }

    @Test
    @DisplayName("途中で失敗すれば、転入も通知も残らない。やり直せば一度だけ出る")
    void bothStandOrNeitherDoes() throws Exception {
        var event = entered("途中", THERE, lot("途中"));
        long parcels = Long.parseLong(text("SELECT count(*) FROM yakuba.exc_parcel"));
        asOwner("ALTER TABLE yakuba.rel_sent ADD CONSTRAINT broken CHECK (event_id <> '" + event + "')");
        try {
            assertThatThrownBy(() -> makeFinal(event)).isInstanceOf(Exception.class);
            assertThat(text("SELECT state FROM yakuba.res_event WHERE id = '" + event + "'")).isEqualTo("PROVISIONAL");
            assertThat(text("SELECT count(*) FROM yakuba.exc_parcel")).isEqualTo(String.valueOf(parcels));
            assertThat(found("途中太郎")).isEmpty();
        } finally {
            asOwner("ALTER TABLE yakuba.rel_sent DROP CONSTRAINT broken");
        }
        makeFinal(event);
        refused(ResidentProblem.NOT_PROVISIONAL, () -> makeFinal(event));
        assertThat(told(event).persons()).hasSize(4);
    }

    @Test
    @DisplayName("届いた通知は記録と仕事になり、職員が確かめると転出が台帳に入る。世帯主が出れば残る人の続柄を改め、前のものは履歴に残る")
    void whatIsToldBecomesAMoveOut() throws Exception {
        movedIn("出口", THERE, false);
        var father = person("出口太郎");
        var mother = person("出口花子");
        var home = as(CLERK, () -> residents.householdOf(father.id(), WHY));
        var id = arrived(said("出口", 0));
        assertThat(as(CLERK, () -> notices.list(new PageRequest(0, 50))).rows()).filteredOn(one -> one.id().equals(id))
                .singleElement().satisfies(line -> assertThat(line.state()).isEqualTo(NoticeState.OPEN));
        var sheet = sheet(id);
        assertThat(sheet.persons().get(0).fitting()).isEqualTo(father.number());
        assertThat(sheet.newAddress()).isEqualTo(WENT);
        var numbers = Map.of(0, father.number());
        refused(ResidentProblem.HEAD_NEEDED, () -> enter(id, sheet.version(), numbers, Map.of()));
        assertThat(person("出口太郎").current()).as("nothing of it stands").isTrue();

        var staying = new HashMap<UUID, String>();
        home.members().stream().filter(one -> !one.id().equals(father.id())).forEach(one -> staying.put(one.id(), "子"));
        staying.put(mother.id(), "世帯主");
        enter(id, sheet.version(), numbers, staying);
        enter(id, sheet.version(), numbers, staying); // the same form again

        assertThat(text("SELECT left_on FROM yakuba.res_person WHERE id = '" + father.id() + "'")).isEqualTo(LEFT.toString());
        assertThat(text("SELECT count(*) FROM yakuba.res_address WHERE person_id = '" + father.id() + "' AND valid_until = '" + LEFT + "'")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM yakuba.res_membership WHERE person_id = '" + father.id() + "' AND valid_until IS NULL")).isEqualTo("0");
        var after = as(CLERK, () -> residents.householdOf(mother.id(), WHY));
        assertThat(after.id()).isEqualTo(home.id());
        assertThat(after.members()).extracting(PersonView::name).containsExactly("出口　花子", "出口　次郎", "出口　一子");
        assertThat(after.members()).extracting(PersonView::relationship).containsExactly("世帯主", "子", "子");
        assertThat(as(CLERK, () -> residents.listEvents(father.id(), WHY))).extracting(EventLine::reason).containsExactly("転出", "転入");
        assertThat(as(CLERK, () -> residents.listEvents(mother.id(), WHY))).extracting(EventLine::reason).containsExactly("世帯主変更", "転入");
        assertThat(text("SELECT count(*) FROM yakuba.msg_outbox WHERE text LIKE '%" + id + "%' AND text LIKE '%FINAL%'")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'resident.move-out' AND person_id = '" + father.id() + "'")).isEqualTo("1");
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.ENTERED);
    }

    @Test
    @DisplayName("世帯の全員が出れば世帯はなくなる。同じ通知が二度届いても仕事は一つで、ほかへ出た人の通知は理由を付けて閉じる")
    void theSameNoticeOnceMoreHasNoEffect() throws Exception {
        movedIn("総出", THERE, false);
        var household = as(CLERK, () -> residents.householdOf(person("総出太郎").id(), WHY));
        var said = new MoveNotice(UUID.randomUUID(), null, LEFT, here("総出"), WENT, false, household.members().stream()
                .map(one -> new MoveNotice.Person(one.name(), one.kana(), one.birthDate(), one.sex())).toList());
        var id = arrived(said);
        assertThat(arrived(said)).as("the same notice under another message").isEqualTo(id);
        assertThat(text("SELECT count(*) FROM yakuba.rel_notice WHERE notice = '" + said.id() + "'")).isEqualTo("1");
        var sheet = sheet(id);
        enter(id, sheet.version(), fitting(sheet), Map.of());
        assertThat(text("SELECT dissolved_on FROM yakuba.res_household WHERE id = '" + household.id() + "'")).isEqualTo(LEFT.toString());
        assertThat(arrived(said)).isEqualTo(id);
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.ENTERED);

        var again = arrived(said("総出", 0));
        var late = sheet(again);
        assertThat(late.persons().get(0).fitting()).as("who has left fits nobody").isNull();
        assertThat(late.persons().get(0).meant()).singleElement().satisfies(one -> assertThat(one.person().current()).isFalse());
        var number = late.persons().get(0).meant().get(0).person().number();
        refused(ResidentProblem.ALREADY_LEFT, () -> enter(again, late.version(), Map.of(0, number), Map.of()));
        refused(RelocationProblem.REASON_NEEDED, () -> shut(again, late.version(), " "));
        shut(again, late.version(), "ほかの市へ転出済み");
        assertThat(sheet(again).line().state()).isEqualTo(NoticeState.CLOSED);
        refused(RelocationProblem.NOT_OPEN, () -> enter(again, late.version() + 1, Map.of(0, number), Map.of()));
        assertThat(text("SELECT left_on FROM yakuba.res_person WHERE number = '" + number + "'")).isEqualTo(LEFT.toString());
    }

    @Test
    @DisplayName("誰にも当たらない、何人にも当たる通知は職員が決める。名も生年月日も違う人は選べない")
    void aClerkDecidesWhoIsMeant() throws Exception {
        movedIn("双子", THERE, false);
        movedIn("双子", THERE, false); // in the same house
        var id = arrived(said("双子", 1));
        var sheet = sheet(id);
        assertThat(sheet.persons().get(0).meant()).hasSize(2);
        assertThat(sheet.persons().get(0).fitting()).isNull();
        refused(RelocationProblem.NOBODY_MEANT, () -> enter(id, sheet.version(), Map.of(), Map.of()));
        refused(RelocationProblem.NOBODY_MEANT, () -> enter(id, sheet.version(), Map.of(0, " "), Map.of()));
        var father = found("双子太郎").get(0).number();
        refused(RelocationProblem.PERSON_DOES_NOT_FIT, () -> enter(id, sheet.version(), Map.of(0, father), Map.of()));
        refused(RelocationProblem.PERSON_DOES_NOT_FIT, () -> enter(id, sheet.version(), Map.of(0, "9999999999"), Map.of()));
        var two = arrived(said(here("双子"), List.of(member("双子", 1), new MoveNotice.Person("双田　花", "フタダ", born("双子", 1), "2"))));
        var mother = sheet.persons().get(0).meant().get(0).person().number();
        refused(RelocationProblem.NUMBER_TWICE, List.of(mother, 1), () -> enter(two, sheet(two).version(), Map.of(0, mother, 1, mother), Map.of()));
        refused(RelocationProblem.PERSON_DOES_NOT_FIT, List.of(father, 1), () -> enter(two, sheet(two).version(), Map.of(0, mother, 1, father), Map.of()));
        refused(RelocationProblem.CHANGED_MEANWHILE, () -> enter(id, sheet.version() + 1, Map.of(0, father), Map.of()));
        var chosen = sheet.persons().get(0).meant().get(1).person().number();
        enter(id, sheet.version(), Map.of(0, chosen), Map.of());
        assertThat(found("双子花子")).extracting(PersonLine::current).containsExactlyInAnyOrder(true, false);

        var nobody = arrived(said(here("無人"), List.of(new MoveNotice.Person("無人　影子", "ムジン　カゲコ", LocalDate.of(1929, 1, 1), "2"))));
        assertThat(sheet(nobody).persons().get(0).meant()).isEmpty();
    }

    @Test
    @DisplayName("二人が同時に登録しても、転出は一度だけ入り、同じ内容の二人目には登録済みと伝える")
    void twoAtOnceEnterItOnce() throws Exception {
        movedIn("同時", THERE, false);
        var id = arrived(said("同時", 1));
        var sheet = sheet(id);
        var two = Executors.newFixedThreadPool(2);
        var done = new ArrayList<Future<?>>();
        for (var who : List.of(CLERK, OTHER)) {
            done.add(two.submit(() -> {
                enter(who, id, sheet.version(), fitting(sheet), Map.of());
                return null;
            }));
        }
        var refused = new ArrayList<Problem>();
        for (var one : done) {
            try {
                one.get();
            } catch (ExecutionException second) {
                refused.add(problemOf(second));
            }
        }
        two.shutdown();
        assertThat(refused).as("the second, who filled in the same, is told the truth").containsExactly(RelocationProblem.NOT_OPEN);
        refused(RelocationProblem.NOT_OPEN, () -> enter(OTHER, id, sheet.version() + 1, fitting(sheet), Map.of()));
        assertThat(text("SELECT count(*) FROM yakuba.res_event WHERE cause_id = '" + id + "'")).isEqualTo("1");
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.ENTERED);
    }

    @Test
    @DisplayName("支援措置の印のある通知が届けば、誰かが見る前に当たる人が守られる。ここで守られている人の新しい住所は、解除された人にだけ見える")
    void whoeverIsProtectedThereIsProtectedHere() throws Exception {
        movedIn("陰山", THERE, false);
        assertThat(person("陰山花子").protectedPerson()).isFalse();
        var said = shielded(null, "陰山", 1);
        var id = arrived(said);
        var mother = person("陰山花子");
        assertThat(mother.protectedPerson()).isTrue();
        assertThat(mother.address()).isNull();
        assertThat(sheet(id).newAddress()).isNull();
        assertThat(sheet(id).line().shielded()).isTrue();
        arrived(said);
        assertThat(text("SELECT count(*) FROM yakuba.res_protected_person WHERE person_id = '" + mother.id() + "'")).as("once").isEqualTo("1");
        enter(id, sheet(id).version(), fitting(sheet(id)), Map.of());
        assertThat(person("陰山花子").protectedPerson()).as("after leaving too").isTrue();

        movedIn("日陰", THERE, false);
        var daughter = person("日陰一子");
        protect(daughter);
        var told = arrived(said("日陰", 3));
        assertThat(sheet(told).newAddress()).as("the other town does not know, but this one does").isNull();
        assertThat(sheet(told).previousAddress()).doesNotContain(lot("日陰"));
        assertThat(sheet(told).recordId()).as("no link that leads nowhere").isNull();
        var letter = UUID.fromString(text("SELECT record_id FROM yakuba.rel_notice WHERE id = '" + told + "'"));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letter)));
        assertThat(asStaff(CHIEF, () -> records.get(letter)).line().title()).as("the letter says it to protection officers alone").isEqualTo("転入通知");
        var release = as(CLERK, () -> protections.requestRelease(daughter.id(), "通知の確認"));
        request.as(CHIEF, () -> officer.call(() -> {
            protections.grantRelease(release, 0);
            return null;
        }));
        assertThat(sheet(told).newAddress()).isEqualTo(WENT);
        assertThat(as(OTHER, () -> notices.get(told)).newAddress()).as("released to one, closed to the other").isNull();
    }

    @Test
    @DisplayName("届いた記録は台帳の係だけが読め、ほかの課、住民、登録の役割のない人には通知も見えない")
    void othersSeeNothing() throws Exception {
        movedIn("内緒", THERE, false);
        var id = arrived(said("内緒", 0));
        var record = sheet(id).recordId();
        assertThat(text("SELECT section FROM yakuba.doc_record WHERE id = '" + record + "'")).isEqualTo("residents");
        assertThat(asStaff(OTHER, () -> records.get(record)).line().id()).isEqualTo(record);
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(GENERAL, () -> records.get(record)));
        refused(RelocationProblem.NO_SUCH_NOTICE, () -> as(GENERAL, () -> notices.get(id)));
        assertThat(as(GENERAL, () -> notices.list(new PageRequest(0, 50))).rows()).noneMatch(one -> one.id().equals(id));
        assertThatThrownBy(() -> asStaff(GENERAL, () -> notices.get(id))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> resident.call(() -> notices.get(id))).isInstanceOf(EJBAccessException.class);
        assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'relocation.view' AND object_id = '" + id + "'")).isNotEqualTo("0");
    }

    @Test
    @DisplayName("訂正の通知は、まだ登録していない前の通知に代わる。様式に合わない、先の日の、同じ番号で別の内容の通知は断る")
    void aCorrectionTakesThePlaceOfWhatIsOpen() throws Exception {
        movedIn("訂正", THERE, false);
        var first = said(here("訂正"), List.of(new MoveNotice.Person("訂正　太朗", "テイセイ", born("訂正", 0), "1")));
        var id = arrived(first);
        var correction = arrived(corrected(first.id(), "訂正", 0));
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.REPLACED);
        assertThat(sheet(correction).corrected()).isEqualTo(id);
        assertThat(sheet(correction).line().correction()).isTrue();
        refused(RelocationProblem.NOT_OPEN, () -> enter(id, sheet(id).version(), Map.of(0, person("訂正太郎").number()), Map.of()));

        var late = said("訂正", 1);
        var early = arrived(corrected(late.id(), "訂正", 1));
        var overtaken = arrived(late);
        assertThat(sheet(overtaken).line().state()).as("its correction was faster").isEqualTo(NoticeState.REPLACED);
        assertThat(sheet(early).line().state()).isEqualTo(NoticeState.OPEN);
        assertThat(sheet(early).corrected()).isEqualTo(overtaken);

        assertThat(deliver(new MoveNotice(first.id(), null, LEFT, here("訂正"), "試験県試験市", false, first.persons())).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        var tomorrow = new MoveNotice(UUID.randomUUID(), null, LocalDate.of(2099, 1, 1), here("訂正"), "試験県", false, first.persons());
        assertThat(deliver(tomorrow).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        var noise = office().service("転入通知", UUID.randomUUID(), null, new ServicePart("move-notice", 1, "<noise/>".getBytes(StandardCharsets.UTF_8)));
        assertThat(deliver(noise).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
    }

    @Test
    @DisplayName("守られている人は、氏名、読み、生年月日、住所の書き方が違っても、新しい住所が届いた側で誰にも見えない")
    void whoeverIsProtectedIsFoundHoweverWritten() throws Exception {
        movedIn("異字", THERE, false);
        var daughter = person("異字一子");
        protect(daughter);
        var kana = "ベツメイ　カナ";
        var other = LocalDate.of(1929, 5, 5);
        var variants = List.of(
                said(here("異字"), List.of(new MoveNotice.Person("いじ　かず子", kana, other, "2"))),
                said(here("異字").replace("二丁目", "２丁目").replace("番地", "－").replace("北海道河西郡芽室町", ""), List.of(new MoveNotice.Person("異宇　一子", kana, other, "2"))),
                said(here("異字の前"), List.of(new MoveNotice.Person("異宇　和子", kana, born("異字", 3), "2"))),
                said(here("異字の前"), List.of(new MoveNotice.Person("異字一子", kana, other, "2"))));
        for (var variant : variants) {
            var id = arrived(variant);
            assertThat(sheet(id).newAddress()).as(variant.toString()).isNull();
            var letter = letterOf(id);
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letter)));
            assertThat(asStaff(CHIEF, () -> records.get(letter)).line().id()).isEqualTo(letter);
        }
        assertThat(sheet(arrived(said("別人", 0))).newAddress()).as("others are not held up").isEqualTo(WENT);
    }

    @Test
    @DisplayName("転出して守られ続けている人が戻れば、申出がなくても本登録の時から守られ、前の町への通知に新しい住所は載らない")
    void whoeverComesBackIsProtectedAgain() throws Exception {
        movedIn("帰来", THERE, false);
        protect(person("帰来花子"));
        var id = arrived(new MoveNotice(UUID.randomUUID(), null, LEFT, here("帰来"), null, true, List.of(member("帰来", 1))));
        var staying = new HashMap<UUID, String>();
        enter(id, sheet(id).version(), fitting(sheet(id)), staying);
        assertThat(found("帰来花子")).extracting(PersonLine::current).containsExactly(false);

        var back = movedIn("帰來", "帰来", lot("帰来の家"), List.of(1));
        assertThat(told(back).shielded()).isTrue();
        assertThat(told(back).newAddress()).isNull();
        var again = found("帰來花子").stream().filter(PersonLine::current).findFirst().orElseThrow();
        assertThat(again.protectedPerson()).isTrue();
        assertThat(again.address()).isNull();
    }

    @Test
    @DisplayName("後から届いた訂正が支援措置を告げれば、前の手紙も、二度届いた手紙も、その前の手紙も閉じる。訂正が先に届いても同じ")
    void aCorrectionThatBringsProtectionClosesWhatCameBefore() throws Exception {
        movedIn("後守", THERE, false);
        var first = said(here("後守の前"), List.of(new MoveNotice.Person("書違　花子", "カキチガイ", LocalDate.of(1929, 6, 6), "2")));
        var id = arrived(first);
        var repeated = recordOf(deliverLetter(first));
        var second = corrected(first.id(), "後守", 1);
        var secondId = arrived(second);
        for (var letter : List.of(letterOf(id), repeated, letterOf(secondId))) {
            assertThat(asStaff(CLERK, () -> records.get(letter)).line().id()).as("open so far").isEqualTo(letter);
        }
        var last = arrived(shielded(second.id(), "後守", 1));
        for (var letter : List.of(letterOf(id), repeated, letterOf(secondId))) {
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letter)));
            assertThat(asStaff(CHIEF, () -> records.get(letter)).line().id()).isEqualTo(letter);
        }
        assertThat(sheet(id).newAddress()).isNull();
        assertThat(sheet(secondId).newAddress()).isNull();
        assertThat(sheet(last).line().state()).isEqualTo(NoticeState.OPEN);
        assertThat(asStaff(CLERK, () -> records.get(letterOf(last))).line().id()).as("it says no address").isEqualTo(letterOf(last));

        var late = said(here("先守"), List.of(new MoveNotice.Person("先守　花子", "サキモリ", LocalDate.of(1929, 7, 7), "2")));
        arrived(new MoveNotice(UUID.randomUUID(), late.id(), LEFT, here("先守"), null, true, late.persons()));
        var overtaken = arrived(late);
        assertThat(sheet(overtaken).newAddress()).isNull();
        assertThat(sheet(overtaken).line().state()).isEqualTo(NoticeState.REPLACED);
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letterOf(overtaken))));
    }

    @Test
    @DisplayName("台帳の係に支援措置の担当がいなければほかの課の担当が、どこにもいなければ誰も読めず、運用の担当に知らせる。担当が決まれば読める")
    void aClosedLetterIsOpenedToNobodyElse() throws Exception {
        movedIn("無担", THERE, false);
        protect(person("無担花子"));
        asOwner("CREATE TABLE yakuba.rel_test_roles AS SELECT * FROM yakuba.org_post_role WHERE role = 'protection-officer'");
        asOwner("UPDATE yakuba.org_staff SET mail = 'operator@example.jp' WHERE id = (SELECT staff FROM yakuba.org_appointment WHERE post = 'planning-lead-2' AND valid_until IS NULL)");
        try {
            asOwner("DELETE FROM yakuba.org_post_role WHERE role = 'protection-officer'");
            asOwner("INSERT INTO yakuba.org_post_role VALUES ('general-clerk-1', 'protection-officer')");
            awaitOfficer("1005", true);
            awaitOfficer("1015", false);
            var elsewhere = letterOf(arrived(said("無担", 1)));
            assertThat(asStaff(GENERAL, () -> records.get(elsewhere)).line().id()).isEqualTo(elsewhere);
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(elsewhere)));

            asOwner("INSERT INTO yakuba.org_post_role SELECT * FROM yakuba.rel_test_roles ON CONFLICT DO NOTHING");
            awaitOfficer("1015", true);
            nameReaders();
            assertThat(asStaff(CHIEF, () -> records.get(elsewhere)).line().id()).as("who holds the office now").isEqualTo(elsewhere);
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(GENERAL, () -> records.get(elsewhere)));

            asOwner("DELETE FROM yakuba.org_post_role WHERE role = 'protection-officer'");
            awaitOfficer("1005", false);
            awaitOfficer("1015", false);
            var mails = "SELECT count(*) FROM yakuba.ntf_notice WHERE once_key LIKE 'move-notice:%unread:%" + LocalDate.now(ZoneId.of("Asia/Tokyo")) + ":%'";
            nameReaders();
            var told = text(mails);
            assertThat(told).as("what was told other towns has lost its last reader").isNotEqualTo("0");
            var id = arrived(said("無担", 1));
            var letter = letterOf(id);
            assertThat(text("SELECT count(*) FROM yakuba.doc_reader WHERE record_id = '" + letter + "'")).isEqualTo("0");
            assertThat(text("SELECT confidential FROM yakuba.doc_life WHERE record_id = '" + letter + "'")).isEqualTo("t");
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(MANAGER, () -> records.get(letter)));
            assertThat(sheet(id).unread()).isTrue();
            assertThat(sheet(id).newAddress()).isNull();
            assertThat(text(mails)).as("one mail on a day, for however many letters").isEqualTo(told);
            nameReaders();
            assertThat(sheet(id).unread()).as("still nobody").isTrue();

            asOwner("INSERT INTO yakuba.org_post_role SELECT * FROM yakuba.rel_test_roles ON CONFLICT DO NOTHING");
            awaitOfficer("1015", true);
            nameReaders();
            assertThat(sheet(id).unread()).isFalse();
            assertThat(asStaff(CHIEF, () -> records.get(letter)).line().id()).isEqualTo(letter);
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letter)));
        } finally {
            asOwner("DELETE FROM yakuba.org_post_role WHERE post = 'general-clerk-1' AND role = 'protection-officer'");
            asOwner("INSERT INTO yakuba.org_post_role SELECT * FROM yakuba.rel_test_roles ON CONFLICT DO NOTHING");
            asOwner("DROP TABLE yakuba.rel_test_roles");
            asOwner("UPDATE yakuba.org_staff SET mail = NULL WHERE mail = 'operator@example.jp'");
            awaitOfficer("1015", true);
        }
    }

    @Test
    @DisplayName("従前の住所がここで守られている住所と似ていても、転入は止まらず、通知に印も伏せ字も付かない")
    void aLikenessStopsNoMoveAndTellsNothing() throws Exception {
        movedIn("似住", THERE, false);
        protect(person("似住花子"));
        var like = "試験県試験市東二条" + lot("似住");
        var event = movedIn("似前", like, false);
        assertThat(told(event).previousAddress()).isEqualTo(like);
        assertThat(told(event).newAddress()).isEqualTo(here("似前"));
        assertThat(told(event).shielded()).isFalse();
    }

    @Test
    @DisplayName("止めている役所への通知も残って待つ。断られた通知、様式に書けない通知は、送ったもののページに残り、台帳の今の内容で一度だけ送り直せる")
    void noNoticeIsLostSilently() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        var event = movedIn("待機", THERE, false);
        assertThat(sent(event, false)).satisfies(line -> {
            assertThat(line.state()).isEqualTo(ParcelState.ORDERED);
            assertThat(line.again()).isFalse();
            assertThat(line.recordId()).isNotNull();
        });
        refused(RelocationProblem.NOT_TO_TELL, () -> tellAgain(CLERK, event));
        asOwner("UPDATE yakuba.exc_parcel SET state = 'REFUSED', next_at = NULL, sha256 = 'x', answer = 'x', fault = 'service-invalid'"
                + " WHERE record_id = (SELECT record_id FROM yakuba.rel_sent WHERE id = '" + event + "')");
        assertThat(sent(event, true).fault()).isEqualTo("service-invalid");
        asOwner("UPDATE yakuba.exc_parcel SET state = 'CANCELLED', sha256 = NULL, answer = NULL, fault = NULL" // no clock meets what was never signed
                + " WHERE record_id = (SELECT record_id FROM yakuba.rel_sent WHERE id = '" + event + "')");
        protect(person("待機花子"));
        refused(RelocationProblem.NO_SUCH_NOTICE, () -> tellAgain(GENERAL, event));
        tellAgain(CLERK, event);
        assertThat(text("SELECT settled FROM yakuba.exc_parcel WHERE id = '" + parcelOf(event) + "'")).as("the exchange lists it no more").isEqualTo("t");
        refused(RelocationProblem.NOT_TO_TELL, () -> tellAgain(OTHER, event));
        assertThat(as(CLERK, () -> notices.listSent(true, new PageRequest(0, 50))).rows()).as("seen to").noneMatch(one -> one.id().equals(event));
        var again = UUID.fromString(text("SELECT id FROM yakuba.rel_sent WHERE instead_of = '" + event + "'"));
        assertThat(told(again).corrects()).isEqualTo(event);
        assertThat(told(again).newAddress()).as("protected since").isNull();
        assertThat(text("SELECT count(*) FROM yakuba.exc_parcel p JOIN yakuba.rel_sent s ON s.record_id = p.record_id WHERE s.event_id = '" + event + "'")).isEqualTo("2");

        var unfit = movedIn("長文", THERE + "あ".repeat(300), false);
        assertThat(text("SELECT state FROM yakuba.res_event WHERE id = '" + unfit + "'")).as("the move stands").isEqualTo("FINAL");
        assertThat(sent(unfit, true)).satisfies(line -> {
            assertThat(line.again()).isTrue();
            assertThat(line.problem()).startsWith("cvc-");
            assertThat(line.state()).isNull();
        });
        asOwner("UPDATE yakuba.res_entry SET previous_address = '" + THERE + "' WHERE event_id = '" + unfit + "'");
        tellAgain(CLERK, unfit);
        var told = told(UUID.fromString(text("SELECT id FROM yakuba.rel_sent WHERE instead_of = '" + unfit + "'")));
        assertThat(told.corrects()).as("nothing left before").isNull();
        assertThat(told.previousAddress()).isEqualTo(THERE);
    }

    @Test
    @DisplayName("法令で出た通知を取り消せるのは、送った課でその記録を読める人だけ。取り消されたものは送り直せる")
    void onlyItsSectionTakesANoticeBack() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        var event = movedIn("取消", THERE, false);
        var parcel = UUID.fromString(text("SELECT p.id FROM yakuba.exc_parcel p JOIN yakuba.rel_sent s ON s.record_id = p.record_id WHERE s.id = '" + event + "'"));
        refused(ExchangeProblem.OF_ITS_SECTION, () -> asStaff(GENERAL, () -> takeBack(parcel)));
        refused(ExchangeProblem.OF_ITS_SECTION, () -> asStaff(ASIDE, () -> takeBack(parcel)));
        refused(ExchangeProblem.OF_ITS_SECTION, () -> request.as(MANAGER, () -> manager.call(() -> takeBack(parcel))));
        asStaff(CLERK, () -> takeBack(parcel));
        assertThat(sent(event, true).state()).isEqualTo(ParcelState.CANCELLED);
        assertThat(sent(event, true).again()).isTrue();
        refused(ExchangeProblem.OF_ITS_SECTION, () -> request.as(MANAGER, () -> manager.call(() -> {
            exchange.orderAgain(parcel, WHY);
            return null;
        })));
        tellAgain(CLERK, event);
    }

    @Test
    @DisplayName("待っている間に守られた人の通知は、封をする前も、封をした後も、置いて待つ時も出ていかない。送り直せば印だけが載る")
    void whatWaitsDoesNotLeaveOnceTheyAreProtected() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        var open = movedIn("待平", THERE, false);
        var ordered = movedIn("待封", THERE, false);
        var sealed = movedIn("待出", THERE, false);
        var heard = movedIn("待着", THERE, false);
        for (var one : List.of(sealed, heard)) {
            asOwner("UPDATE yakuba.exc_parcel SET state = 'SEALED', sha256 = repeat('a', 64), bytes = 10 WHERE id = '" + parcelOf(one) + "'");
        }
        asOwner("UPDATE yakuba.exc_parcel SET offered_at = now() WHERE id = '" + parcelOf(heard) + "'");
        for (var surname : List.of("待封", "待出", "待着")) {
            protect(person(surname + "花子"));
        }
        for (var one : List.of(ordered, sealed, heard)) {
            var parcel = parcelOf(one);
            assertThat(asDesk(() -> round.mayLeave(parcel))).isFalse();
            assertThat(asDesk(() -> round.offer(parcel))).isFalse();
            assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'exchange.withhold' AND reason LIKE '%" + parcel + "'")).as("once").isEqualTo("1");
        }
        assertThat(asDesk(() -> round.mayLeave(parcelOf(open)))).as("others are not held up").isTrue();
        assertThat(sent(open, false).state()).isEqualTo(ParcelState.ORDERED);
        assertThat(sent(heard, false).state()).as("its office is told first").isEqualTo(ParcelState.SEALED);
        assertThat(text("SELECT take_back_at IS NOT NULL FROM yakuba.exc_parcel WHERE id = '" + parcelOf(heard) + "'")).isEqualTo("t");
        for (var one : List.of(ordered, sealed)) {
            assertThat(sent(one, true).state()).isEqualTo(ParcelState.CANCELLED);
            tellAgain(CLERK, one);
            var again = UUID.fromString(text("SELECT id FROM yakuba.rel_sent WHERE instead_of = '" + one + "'"));
            assertThat(told(again).shielded()).isTrue();
            assertThat(asDesk(() -> round.mayLeave(parcelOf(again)))).as("the mark tells nothing").isTrue();
        }
        asOwner("UPDATE yakuba.exc_parcel SET state = 'CANCELLED', next_at = NULL WHERE id = '" + parcelOf(heard) + "'"); // no clock meets what was never signed
    }

    @Test
    @DisplayName("後から守られれば、登録した通知も、理由を付けて閉じた通知も、この町が出した通知の記録も、支援措置の担当のほかは誰も読めなくなる")
    void aLaterProtectionClosesAllThatTells() throws Exception {
        var event = movedIn("後閉", THERE, false);
        var entered = arrived(said("後閉", 1));
        enter(entered, sheet(entered).version(), fitting(sheet(entered)), Map.of());
        var closed = arrived(said(here("後閉の前"), List.of(new MoveNotice.Person("別書　花子", "ベツガキ", born("後閉", 1), "2"))));
        shut(closed, sheet(closed).version(), "ほかの人");
        var atHome = arrived(said(here("後閉").replace("番地", "－"), List.of(new MoveNotice.Person("誰か　知子", "ダレカ", LocalDate.of(1929, 9, 9), "2"))));
        var sent = UUID.fromString(text("SELECT record_id FROM yakuba.rel_sent WHERE id = '" + event + "'"));
        var letters = List.of(letterOf(entered), letterOf(closed), letterOf(atHome), sent);
        for (var letter : letters) {
            assertThat(asStaff(CLERK, () -> records.get(letter)).line().id()).as("open so far").isEqualTo(letter);
        }
        protect(person("後閉太郎")); // they live together; the mother has left
        protect(person("後閉花子"));
        for (var letter : letters) {
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letter)));
            assertThat(asStaff(CHIEF, () -> records.get(letter)).line().id()).isEqualTo(letter);
        }
        for (var notice : List.of(entered, closed, atHome)) {
            assertThat(sheet(notice).newAddress()).isNull();
            assertThat(sheet(notice).recordId()).isNull();
        }
    }

    @Test
    @DisplayName("前の通知が閉じていれば、名も生年月日も住所も違う訂正も閉じる。理由を付けて閉じる時にも、守られている人の手紙は閉じる")
    void aCorrectionOfWhatIsClosedIsClosed() throws Exception {
        movedIn("連閉", THERE, false);
        protect(person("連閉花子"));
        var first = said("連閉", 1);
        arrived(first);
        var other = List.of(new MoveNotice.Person("連べつ　花", "レンベツ", LocalDate.of(1929, 10, 10), "2"));
        var second = new MoveNotice(UUID.randomUUID(), first.id(), LEFT, here("連閉の前"), WENT, false, other);
        var third = new MoveNotice(UUID.randomUUID(), second.id(), LEFT, here("連閉の前"), WENT, false, other);
        for (var said : List.of(second, third)) {
            var letter = letterOf(arrived(said));
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letter)));
            assertThat(asStaff(CHIEF, () -> records.get(letter)).line().id()).isEqualTo(letter);
        }
        var marked = shielded(null, "連印", 1);
        arrived(marked);
        var after = letterOf(arrived(new MoveNotice(UUID.randomUUID(), marked.id(), LEFT, here("連閉の前"), WENT, false,
                List.of(new MoveNotice.Person("連じるし　花", "レンジルシ", LocalDate.of(1929, 11, 11), "2")))));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(after)));
    }

    @Test
    @DisplayName("本登録を始めた後に受けた支援措置の申出も、登録する前なら効く")
    void whatIsAskedWhileItIsMadeFinalCounts() throws Exception {
        var event = entered("同刻", THERE, lot("同刻"));
        transaction.begin();
        try {
            var seen = as(CLERK, () -> moves.get(event)); // the deed has read what was entered
            assertThat(seen.protectionAsked()).isFalse();
            var other = Executors.newSingleThreadExecutor();
            other.submit(() -> { // as askProtection writes it, without the lines of the audit log, for which two deeds wait
                asOwner("UPDATE yakuba.res_entry SET protection_asked = true, protection_answered = true WHERE event_id = '" + event + "'");
                return null;
            }).get();
            other.shutdown();
            as(CLERK, () -> {
                moves.makeFinal(event, seen.version());
                return null;
            });
            transaction.commit();
        } catch (Exception broken) {
            transaction.rollback();
            throw broken;
        }
        assertThat(told(event).shielded()).isTrue();
        assertThat(person("同刻花子").protectedPerson()).isTrue();
    }

    @Test
    @DisplayName("本登録を始めた後に申出の答えが変われば、変わったと伝え、何も登録しない")
    void whatIsAnsweredWhileItIsMadeFinalIsTold() throws Exception {
        var event = entered("同答", THERE, lot("同答"));
        transaction.begin();
        try {
            long seen = as(CLERK, () -> moves.get(event)).version();
            var other = Executors.newSingleThreadExecutor();
            other.submit(() -> { // as askProtection writes it
                asOwner("UPDATE yakuba.res_event SET version = version + 1 WHERE id = '" + event + "'");
                return null;
            }).get();
            other.shutdown();
            refused(ResidentProblem.CHANGED_MEANWHILE, () -> as(CLERK, () -> {
                moves.makeFinal(event, seen);
                return null;
            }));
        } finally {
            transaction.rollback();
        }
        assertThat(text("SELECT state FROM yakuba.res_event WHERE id = '" + event + "'")).isEqualTo("PROVISIONAL");
        makeFinal(event);
    }

    @Test
    @DisplayName("届いた後に守られた人の通知は、印の付いた訂正を送るまで仕事に残る。支援措置が終わっていれば残らない")
    void whatArrivedIsCorrectedOnceTheyAreProtected() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        var event = movedIn("届後", THERE, false);
        asOwner("UPDATE yakuba.exc_parcel SET state = 'RECEIPTED', next_at = NULL, sha256 = 'x', answer = 'x' WHERE id = '" + parcelOf(event) + "'");
        try {
            assertThat(sent(event, false).again()).isFalse();
            refused(RelocationProblem.NOT_TO_TELL, () -> tellAgain(CLERK, event));
            protect(person("届後花子"));
            assertThat(sent(event, true).again()).isTrue();
            asOwner("UPDATE yakuba.res_protection SET ended_at = now(), ended_by = '" + CHIEF.id() + "', end_reason = '試験' WHERE applicant_id = '"
                    + person("届後花子").id() + "'");
            assertThat(sent(event, false).again()).as("nothing is secret any more").isFalse();
            protect(person("届後次郎"));
            tellAgain(CLERK, event);
            refused(RelocationProblem.NOT_TO_TELL, () -> tellAgain(OTHER, event));
            var again = UUID.fromString(text("SELECT id FROM yakuba.rel_sent WHERE instead_of = '" + event + "'"));
            assertThat(told(again).corrects()).isEqualTo(event);
            assertThat(told(again).shielded()).isTrue();
        } finally {
            asOwner("UPDATE yakuba.exc_parcel SET state = 'CANCELLED', sha256 = NULL, answer = NULL WHERE id = '" + parcelOf(event) + "'"); // no clock meets it
        }
    }

    @Test
    @DisplayName("守られている人が姓を変えて戻っても守られる。生年月日だけが同じなら、申出の有無を答えるまで本登録できない")
    void whoeverComesBackUnderAnotherNameIsProtected() throws Exception {
        movedIn("改姓", THERE, false);
        protect(person("改姓花子"));
        var born = born("改姓", 1);
        var back = one("新井　花子", "アライ　ハルコ", born, lot("改姓の家"));
        makeFinal(back);
        assertThat(told(back).shielded()).as("the same given name").isTrue();
        var reading = one("荒井　華子", "アライ　ハナコ", born, lot("改姓の家二"));
        makeFinal(reading);
        assertThat(told(reading).shielded()).as("its reading").isTrue();

        var other = one("荒川　春", "アラカワ　ハル", born, lot("改姓の家三"));
        refused(ResidentProblem.PROTECTION_UNANSWERED, () -> makeFinal(other));
        as(CLERK, () -> {
            moves.askProtection(other, moves.get(other).version(), false);
            return null;
        });
        makeFinal(other);
        assertThat(told(other).shielded()).isFalse();
        assertThat(told(other).newAddress()).isNotNull();
    }

    @Test
    @DisplayName("印のある通知は、姓の変わった人も守る。当たる人がいないと確かめるまで閉じられない")
    void aMarkIsNotClosedUnasked() throws Exception {
        movedIn("印閉", THERE, false);
        var said = new MoveNotice(UUID.randomUUID(), null, LEFT, here("印閉"), null, true,
                List.of(new MoveNotice.Person("別姓花子", "ベッセイハナコ", born("印閉", 1), "2")));
        var id = arrived(said);
        assertThat(person("印閉花子").protectedPerson()).as("written under another surname, and without a space").isTrue();
        var version = sheet(id).version();
        refused(RelocationProblem.NOBODY_UNANSWERED, () -> as(CLERK, () -> {
            notices.close(new CloseNotice(id, version, "いない", false, Set.of()));
            return null;
        }));
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.OPEN);
        shut(id, version, "いない");
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.CLOSED);
    }

    @Test
    @DisplayName("送り直す前に転出した人も、守られていなければ転入した時の住所を伝え、支援措置の印は付かない")
    void whoeverHasLeftIsNotMarked() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        var event = movedIn("再出", THERE, false);
        asOwner("UPDATE yakuba.exc_parcel SET state = 'CANCELLED', next_at = NULL WHERE id = '" + parcelOf(event) + "'");
        asOwner("UPDATE yakuba.exc_peer SET state = 'ACTIVE' WHERE code = '" + CODE + "'");
        var family = as(CLERK, () -> residents.householdOf(person("再出太郎").id(), WHY)).members();
        var id = arrived(said(here("再出"), family.stream().map(one -> new MoveNotice.Person(one.name(), one.kana(), one.birthDate(), one.sex())).toList()));
        enter(id, sheet(id).version(), fitting(sheet(id)), Map.of());
        tellAgain(CLERK, event);
        var again = told(UUID.fromString(text("SELECT id FROM yakuba.rel_sent WHERE instead_of = '" + event + "'")));
        assertThat(again.shielded()).isFalse();
        assertThat(again.newAddress()).isEqualTo(here("再出"));
    }

    @Test
    @DisplayName("印のある通知で守った時は支援措置の担当に知らせ、同じ通知がまた来ても終えた支援措置は始めない。ほかの市区町村の住所の通知は、そうと分かる")
    void aMarkIsLookedAtByOfficers() throws Exception {
        asOwner("UPDATE yakuba.org_staff SET mail = 'officer@example.jp' WHERE id = '" + CHIEF.id() + "'");
        try {
            awaitMail(CHIEF.id());
            movedIn("印報", THERE, false);
            var said = shielded(null, "印報", 1);
            var id = arrived(said);
            assertThat(text("SELECT count(*) FROM yakuba.ntf_notice WHERE once_key = 'move-notice:" + said.id() + ":protected:" + CHIEF.id() + "'")).isEqualTo("1");
            assertThat(sheet(id).elsewhere()).isFalse();
            assertThat(sheet(id).isProtectedHere()).isTrue();
            var mother = person("印報花子").id();
            asOwner("UPDATE yakuba.res_protection SET ended_at = now(), ended_by = '" + CHIEF.id() + "', end_reason = '別人' WHERE id IN"
                    + " (SELECT protection_id FROM yakuba.res_protected_person WHERE person_id = '" + mother + "')");
            deliverLetter(said);
            assertThat(person("印報花子").protectedPerson()).as("an officer has ended it").isFalse();
            assertThat(sheet(id).isProtectedHere()).isFalse();
            movedIn("印入", THERE, false);
            var wrong = arrived(new MoveNotice(UUID.randomUUID(), null, LEFT, here("印入"), null, true,
                    List.of(new MoveNotice.Person("印入花子", "ミホン", LocalDate.of(1928, 3, 3), "2"))));
            assertThat(person("印入花子").protectedPerson()).as("the day of birth is a mistake").isFalse();
            enter(wrong, sheet(wrong).version(), Map.of(0, person("印入花子").number()), Map.of());
            assertThat(person("印入花子").protectedPerson()).isTrue();
            assertThat(text("SELECT count(*) FROM yakuba.ntf_notice WHERE once_key = 'move-notice:" + wrong + ":protected:" + CHIEF.id() + "'"))
                    .as("whom a clerk named is looked at too").isEqualTo("1");
            assertThat(sheet(arrived(said(THERE, List.of(member("印外", 0))))).elsewhere()).isTrue();
        } finally {
            asOwner("UPDATE yakuba.org_staff SET mail = NULL WHERE mail = 'officer@example.jp'");
        }
    }

    @Test
    @DisplayName("家族の何人もの通知では、それぞれに当たる人と、その世帯の全員が出る")
    void allWhoMayBeMeantAreShownAtOnce() throws Exception {
        movedIn("皆出", THERE, false);
        var id = arrived(said(here("皆出"), List.of(member("皆出", 1), new MoveNotice.Person("無縁　影", "ムエン　カゲ", LocalDate.of(1929, 12, 12), "2"), member("皆出", 2))));
        var persons = sheet(id).persons();
        assertThat(persons.get(0).fitting()).isEqualTo(person("皆出花子").number());
        assertThat(persons.get(1).meant()).isEmpty();
        assertThat(persons.get(2).fitting()).isEqualTo(person("皆出次郎").number());
        for (var at : List.of(0, 2)) {
            assertThat(persons.get(at).meant().get(0).household()).extracting(PersonView::name)
                    .containsExactlyInAnyOrder("皆出　太郎", "皆出　花子", "皆出　次郎", "皆出　一子");
        }
    }

    @Test
    @DisplayName("前の住所のヶの書き方が違っても、都道府県がなくても町が分かる。同じ名の町があれば決めず、名が読めれば職員が送り先を確かめて送る")
    void theTownBeforeIsFoundHoweverWritten() throws Exception {
        asOwner("INSERT INTO yakuba.res_municipality VALUES ('990027', '試験県', '龍ヶ試市', 'りゅうがためし'), ('990035', '試験県', '同名市', 'どうめい'),"
                + " ('990043', '別験県', '同名市', 'どうめい') ON CONFLICT DO NOTHING");
        assertThat(asDesk(() -> ledger.townsOf("試験県龍ケ試市一丁目"))).containsExactly("990027");
        assertThat(asDesk(() -> ledger.townsOf("龍が試市一丁目"))).containsExactly("990027");
        assertThat(asDesk(() -> ledger.townsOf("同名市一丁目"))).isEmpty();
        assertThat(asDesk(() -> ledger.townsOf("別験県 同名市一丁目"))).containsExactly("990043");
        assertThat(told(movedIn("無県", "試験市中央三丁目930番地", false)).previousAddress()).isEqualTo("試験市中央三丁目930番地");

        var event = movedIn("不明", "旧試験県内の試験市中央三丁目930番地", false);
        assertThat(sent(event, true)).satisfies(line -> {
            assertThat(line.problem()).isEqualTo("town-unclear");
            assertThat(line.again()).isTrue();
            assertThat(line.recordId()).isNull();
        });
        tellAgain(CLERK, event);
        assertThat(told(UUID.fromString(text("SELECT id FROM yakuba.rel_sent WHERE instead_of = '" + event + "'"))).corrects()).isNull();
        asOwner("DELETE FROM yakuba.res_municipality WHERE code IN ('990027', '990035', '990043')");
    }

    @Test
    @DisplayName("通知の一人を空のままでは登録できない。理由を書けば、その人を除いて登録し、理由が残る")
    void nobodyDropsOutUnseen() throws Exception {
        movedIn("残一", THERE, false);
        var id = arrived(said(here("残一"), List.of(member("残一", 1), new MoveNotice.Person("知らぬ　人", "シラヌ　ヒト", LocalDate.of(1929, 8, 8), "1"))));
        var sheet = sheet(id);
        var numbers = Map.of(0, sheet.persons().get(0).fitting());
        refused(RelocationProblem.REASON_NEEDED, () -> enter(id, sheet.version(), numbers, Map.of()));
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.OPEN);
        assertThat(person("残一花子").current()).isTrue();
        as(CLERK, () -> {
            notices.enter(new EnterNotice(id, sheet.version(), numbers, "台帳にいない人", Map.of()));
            return null;
        });
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.ENTERED);
        assertThat(sheet(id).reason()).isEqualTo("台帳にいない人");
    }

    @Test
    @DisplayName("打たれた宛名番号の人は、登録の前に誰か分かる。誰でもない番号は何も返さない")
    void whoIsTypedIsShown() throws Exception {
        movedIn("番号", THERE, false);
        var id = arrived(said(here("番号"), List.of(new MoveNotice.Person("番合　次郎", "バンゴウ　ジロウ", born("番号", 2), "1"))));
        assertThat(sheet(id).persons().get(0).meant()).isEmpty();
        var number = person("番号次郎").number();
        var seen = as(CLERK, () -> notices.look(id, Set.of(number, "9999999999")));
        assertThat(seen.keySet()).containsExactly(number);
        assertThat(seen.get(number).person().name()).isEqualTo("番号　次郎");
        assertThat(seen.get(number).household()).hasSize(4);
        assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'resident.view' AND person_id = '" + seen.get(number).person().id()
                + "' AND reason = 'move-notice'")).isNotEqualTo("0");
        refused(RelocationProblem.NO_SUCH_NOTICE, () -> as(GENERAL, () -> notices.look(id, Set.of(number))));
    }

    @Test
    @DisplayName("支援措置の申出を二人が同じ画面から答えれば、二人目には変わったと伝え、一人目の答えは残る")
    void anAnswerIsNotOverwrittenUnseen() throws Exception {
        var event = entered("二答", THERE, lot("二答"));
        long seen = as(CLERK, () -> moves.get(event)).version();
        answer(CLERK, event, seen, true);
        refused(ResidentProblem.CHANGED_MEANWHILE, () -> answer(OTHER, event, seen, false));
        assertThat(as(OTHER, () -> moves.get(event)).protectionAsked()).isTrue();
        answer(OTHER, event, as(OTHER, () -> moves.get(event)).version(), false);
        makeFinal(event);
        assertThat(told(event).shielded()).isFalse();
    }

    @Test
    @DisplayName("申出を受けた後に届が補正され、入れ直されても、申出は残る。申出がないという答えは、もう一度聞く")
    void whatWasAskedOutlivesACorrection() throws Exception {
        var cause = UUID.randomUUID();
        var one = member("補正", 1);
        var report = new EnterMoveIn(cause, MOVED, "0820012", TOWN, lot("補正"), null, THERE,
                List.of(new EnterMoveIn.Member(one.name(), one.kana(), null, one.birthDate(), one.sex(), "世帯主", "JPN", null)));
        for (boolean asked : new boolean[] {false, true}) {
            var event = as(CLERK, () -> moves.enterProvisionally(report));
            assertThat(as(CLERK, () -> moves.get(event)).protectionAnswered()).isFalse();
            answer(CLERK, event, 0, asked);
            as(CLERK, () -> {
                moves.withdraw(event, moves.get(event).version(), "補正");
                return null;
            });
        }
        var corrected = as(CLERK, () -> moves.enterProvisionally(report));
        assertThat(as(CLERK, () -> moves.get(corrected)).protectionAsked()).isTrue();
        makeFinal(corrected);
        assertThat(told(corrected).shielded()).isTrue();
    }

    @Test
    @DisplayName("守られた人が先に出た後も、同じ世帯にいた家族の行き先は、支援措置の担当のほか誰にも見えない。先に届いた通知も、守られた時に閉じる")
    void whoeverFollowsAProtectedOneIsClosedToo() throws Exception {
        movedIn("追随", THERE, false);
        var mother = person("追随花子");
        var before = arrived(said("追随", 3));
        enter(before, sheet(before).version(), fitting(sheet(before)), Map.of());
        assertThat(sheet(before).newAddress()).as("open so far").isEqualTo(WENT);
        protect(mother);
        assertThat(sheet(before).newAddress()).as("the daughter has left, but lived with her").isNull();
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letterOf(before))));

        var hers = arrived(said("追随", 1));
        enter(hers, sheet(hers).version(), fitting(sheet(hers)), Map.of());
        assertThat(person("追随太郎").protectedPerson()).as("open here again").isFalse();
        var his = arrived(said("追随", 2));
        assertThat(sheet(his).newAddress()).isNull();
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letterOf(his))));
        var release = as(CLERK, () -> protections.requestRelease(mother.id(), "通知の確認"));
        request.as(CHIEF, () -> officer.call(() -> {
            protections.grantRelease(release, 0);
            return null;
        }));
        assertThat(sheet(his).newAddress()).as("she is released to this clerk").isEqualTo(WENT);
        assertThat(as(OTHER, () -> notices.get(his)).newAddress()).isNull();
    }

    @Test
    @DisplayName("本登録は、異動の行を押さえる前に支援措置の順番を待つ。転出の登録と互いに待つことはない")
    void aMoveTakesItsTurnBeforeAnyRow() throws Exception {
        var event = entered("順番", THERE, lot("順番"));
        var one = Executors.newSingleThreadExecutor();
        try (var turn = owner.getConnection(); var row = owner.getConnection(); var statement = turn.createStatement(); var other = row.createStatement()) {
            turn.setAutoCommit(false);
            row.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('res_protection', 0))");
            var made = one.submit(() -> {
                makeFinal(event);
                return null;
            });
            awaitText("t", "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
            other.execute("SELECT id FROM yakuba.res_event WHERE id = '" + event + "' FOR UPDATE NOWAIT");
            row.rollback();
            turn.commit();
            made.get();
        } finally {
            one.shutdown();
        }
        assertThat(told(event).shielded()).isFalse();
    }

    @Test
    @DisplayName("守られた人と同じ番地のほかの部屋に住む家族に印は付かず、住所を伝える。同じ部屋の家族、部屋を書かない家族には印が付く")
    void anotherRoomAtTheLotIsNotProtected() throws Exception {
        var first = inRoom("部屋", "メゾン芽室203号室");
        protect(person("部屋花子"));
        var next = inRoom("隣室", "メゾン芽室204号室");
        assertThat(told(next).shielded()).isFalse();
        assertThat(told(next).newAddress()).contains("メゾン芽室204号室");
        assertThat(asDesk(() -> round.mayLeave(parcelOf(next)))).as("it leaves").isTrue();
        var same = inRoom("同室", "メゾン芽室　２０３");
        assertThat(told(same).shielded()).as("they share the dwelling").isTrue();
        assertThat(asDesk(() -> round.mayLeave(parcelOf(first)))).isFalse();
        var bare = inRoom("無室", null);
        assertThat(told(bare).shielded()).as("no room is said: it may be the same").isTrue();
        assertThat(asDesk(() -> ledger.listClosed(List.of(first, next, same, bare)))).containsExactlyInAnyOrder(first, same, bare);
    }

    @Test
    @DisplayName("世帯主が替わった後に、それより前の日の転出の通知が届いても登録できる。世帯がなくなるのは、最後の日に出た人の日")
    void anEarlierDayIsEnteredAfterAnotherHead() throws Exception {
        movedIn("早出", THERE, false);
        var home = as(CLERK, () -> residents.householdOf(person("早出太郎").id(), WHY));
        var fathers = arrived(said("早出", 0));
        var staying = new HashMap<UUID, String>();
        home.members().forEach(one -> staying.put(one.id(), one.name().endsWith("花子") ? "世帯主" : "子"));
        staying.remove(person("早出太郎").id());
        enter(fathers, sheet(fathers).version(), fitting(sheet(fathers)), staying);
        var earlier = LEFT.minusDays(3);
        var sons = arrived(new MoveNotice(UUID.randomUUID(), null, earlier, here("早出"), WENT, false, List.of(member("早出", 2))));
        var son = person("早出次郎").id();
        enter(sons, sheet(sons).version(), fitting(sheet(sons)), Map.of());
        assertThat(text("SELECT left_on FROM yakuba.res_person WHERE id = '" + son + "'")).isEqualTo(earlier.toString());
        assertThat(text("SELECT count(*) FROM yakuba.res_membership WHERE person_id = '" + son + "' AND valid_until IS NULL")).isEqualTo("0");
        var rest = arrived(new MoveNotice(UUID.randomUUID(), null, LEFT.minusDays(5), here("早出"), WENT, false, List.of(member("早出", 1), member("早出", 3))));
        var tooEarly = arrived(new MoveNotice(UUID.randomUUID(), null, MOVED.minusDays(1), here("早出"), WENT, false, List.of(member("早出", 3))));
        refused(ResidentProblem.DAY_DOES_NOT_FIT, () -> enter(tooEarly, sheet(tooEarly).version(), fitting(sheet(tooEarly)), Map.of()));
        enter(rest, sheet(rest).version(), fitting(sheet(rest)), Map.of());
        assertThat(text("SELECT dissolved_on FROM yakuba.res_household WHERE id = '" + home.id() + "'")).as("the father left last").isEqualTo(LEFT.toString());
    }

    @Test
    @DisplayName("閉じた通知の理由は、新しい住所を読める人にだけ見える")
    void theReasonOfWhatIsClosedIsNotShown() throws Exception {
        movedIn("理由", THERE, false);
        var id = arrived(said("理由", 1));
        shut(id, sheet(id).version(), "本町の姉の家にいる");
        assertThat(sheet(id).reason()).isEqualTo("本町の姉の家にいる");
        protect(person("理由花子"));
        assertThat(sheet(id).reason()).isNull();
        assertThat(sheet(id).reasonClosed()).isTrue();
    }

    @Test
    @DisplayName("同じ番号で別の内容の二通が同時に判じられても、二通目は入らず、判じ直される")
    void theSecondContentUnderOneIdIsJudgedAgain() throws Exception {
        var first = said("同番", 0);
        arrived(first);
        var other = new MoveNotice(first.id(), null, LEFT, first.previousAddress(), "試験県試験市別町2番地", false, first.persons());
        var line = new ServiceLetterArrived.Line(CODE, "試験市", null, UUID.randomUUID(), UUID.randomUUID(), null);
        var letter = new ServiceLetterArrived(line, UUID.randomUUID(), "residents", "試第1号", "転入通知", LEFT, null, Instant.now(), "move-notice", 1, MoveNoticeXml.write(other));
        transaction.begin();
        try {
            refused(RelocationProblem.CHANGED_MEANWHILE, () -> asDesk(() -> {
                letters.fire(letter);
                return null;
            }));
        } finally {
            transaction.rollback();
        }
        assertThat(text("SELECT count(*) FROM yakuba.rel_repeated WHERE record_id = '" + letter.recordId() + "'")).isEqualTo("0");
    }

    @Test
    @DisplayName("三通の訂正が前後して届き、最後に届いた真ん中の一通が閉じれば、最初の一通も閉じる")
    void aChainOutOfOrderIsClosedWhole() throws Exception {
        var first = said(here("鎖一"), List.of(new MoveNotice.Person("鎖一　花子", "クサリ", LocalDate.of(1928, 1, 1), "2")));
        var second = new MoveNotice(UUID.randomUUID(), first.id(), LEFT, here("鎖二"), WENT, false,
                List.of(new MoveNotice.Person("鎖二　花子", "クサリ", LocalDate.of(1928, 1, 2), "2")));
        arrived(new MoveNotice(UUID.randomUUID(), second.id(), LEFT, here("鎖三"), null, true,
                List.of(new MoveNotice.Person("鎖三　花子", "クサリ", LocalDate.of(1928, 1, 3), "2"))));
        var one = arrived(first);
        assertThat(asStaff(CLERK, () -> records.get(letterOf(one))).line().id()).as("nothing links it yet").isEqualTo(letterOf(one));
        var two = arrived(second);
        for (var id : List.of(one, two)) {
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letterOf(id))));
            assertThat(sheet(id).newAddress()).isNull();
        }
    }

    @Test
    @DisplayName("読める人が変わった記録は、何千通あっても見つかる。二つのノードが同じ記録を直しても、履歴は一行")
    void readersAreNamedPartByPart() throws Exception {
        asOwner("INSERT INTO yakuba.rel_sent (id, event_id, section, peer, peer_name, moved_on, persons, shielded, record_id, number, sent_at)"
                + " SELECT gen_random_uuid(), gen_random_uuid(), 'residents', '" + CODE + "', '試験市', '2026-11-01', 1, true,"
                + " cast(lpad(to_hex(n), 32, '0') AS uuid), '試', now() FROM generate_series(1, 1500) n");
        try {
            var record = UUID.fromString(text("SELECT record_id FROM yakuba.rel_sent WHERE id = '" + movedIn("読替", THERE, false) + "'"));
            asOwner("DELETE FROM yakuba.doc_reader WHERE record_id = '" + record + "'");
            asSystem(() -> {
                assertThat(readers.listMisread(null).misread()).as("the first thousand have ended").doesNotContain(record);
                assertThat(listMisread()).contains(record);
                readers.nameReaders(record);
                return null;
            });
            assertThat(asStaff(CLERK, () -> records.get(record)).line().id()).isEqualTo(record);
            var lines = text("SELECT count(*) FROM yakuba.doc_event WHERE record_id = '" + record + "'");
            asSystem(() -> {
                readers.nameReaders(record);
                return null;
            });
            assertThat(text("SELECT count(*) FROM yakuba.doc_event WHERE record_id = '" + record + "'")).isEqualTo(lines);
        } finally {
            asOwner("DELETE FROM yakuba.rel_sent WHERE number = '試'");
        }
    }

    @Test
    @DisplayName("部屋だけを言う住所の通知も、その部屋の人が守られた時に閉じる。ほかの部屋の通知は閉じない")
    void aRoomWithoutItsLotIsFound() throws Exception {
        inRoom("室名", "コーポ白樺305号室");
        var stranger = List.of(new MoveNotice.Person("誰某　知子", "ダレソレ", LocalDate.of(1928, 2, 1), "2"));
        var said = arrived(said("コーポ白樺３０５", stranger));
        var other = arrived(said("コーポ白樺３０６", stranger));
        protect(person("室名花子"));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letterOf(said))));
        assertThat(asStaff(CLERK, () -> records.get(letterOf(other))).line().id()).isEqualTo(letterOf(other));
    }

    @Test
    @DisplayName("印のある通知に当たるかもしれない人は、一人ずつ守られる。違う人の支援措置を終えても、ほかの人は守られ続ける")
    void eachIsProtectedAlone() throws Exception {
        movedIn("個守", THERE, false);
        var stranger = one("他守　次郎", reading("個守", 2), born("個守", 2), lot("個守の隣"));
        makeFinal(stranger);
        arrived(new MoveNotice(UUID.randomUUID(), null, LEFT, here("個守"), null, true, List.of(member("個守", 1), member("個守", 2))));
        var other = person("他守次郎").id();
        assertThat(person("他守次郎").protectedPerson()).as("the same reading and day of birth").isTrue();
        var his = UUID.fromString(text("SELECT protection_id FROM yakuba.res_protected_person WHERE person_id = '" + other + "'"));
        request.as(CHIEF, () -> officer.call(() -> {
            assertThat(protections.get(his)).satisfies(view -> {
                assertThat(view.applicantId()).isEqualTo(other);
                assertThat(view.persons()).isEqualTo(1);
            });
            protections.end(his, protections.get(his).version(), "別人");
            return null;
        }));
        assertThat(person("他守次郎").protectedPerson()).isFalse();
        for (var name : List.of("個守花子", "個守次郎")) {
            assertThat(text("SELECT count(*) FROM yakuba.res_protected_person l JOIN yakuba.res_protection p ON p.id = l.protection_id WHERE p.ended_at IS NULL"
                    + " AND l.person_id = '" + person(name).id() + "'")).as(name).isEqualTo("1");
        }
    }

    @Test
    @DisplayName("もう転出した人についての印のある訂正は、その人の宛名番号を書けば、守って閉じられる。まだいる人、当たらない人の番号では閉じない")
    void aMarkOfSomebodyWhoHasLeftIsSettled() throws Exception {
        movedIn("印去", THERE, false);
        var first = said("印去", 1);
        var id = arrived(first);
        enter(id, sheet(id).version(), fitting(sheet(id)), Map.of());
        var mother = person("印去花子").number();
        var wrong = new MoveNotice.Person("印去　花子", "ミホン", LocalDate.of(1928, 4, 4), "2");
        var marked = arrived(new MoveNotice(UUID.randomUUID(), first.id(), LEFT, here("印去"), null, true, List.of(wrong, new MoveNotice.Person("別名　次", "ベツ", born("印去", 2), "1"))));
        assertThat(person("印去花子").protectedPerson()).as("written with another day").isFalse();
        long seen = sheet(marked).version();
        refused(ResidentProblem.ALREADY_LEFT, () -> as(CLERK, () -> {
            notices.enter(new EnterNotice(marked, seen, Map.of(0, mother), "ほかはいない", Map.of()));
            return null;
        }));
        refused(RelocationProblem.NOBODY_UNANSWERED, () -> settle(marked, seen, Set.of()));
        refused(RelocationProblem.PERSON_DOES_NOT_FIT, () -> settle(marked, seen, Set.of(person("印去太郎").number())));
        refused(RelocationProblem.NOT_LEFT, () -> settle(marked, seen, Set.of(mother, person("印去次郎").number())));
        assertThat(person("印去花子").protectedPerson()).as("nothing of it stands").isFalse();
        settle(marked, seen, Set.of(mother));
        assertThat(sheet(marked).line().state()).isEqualTo(NoticeState.CLOSED);
        assertThat(person("印去花子").protectedPerson()).isTrue();
    }

    private void settle(UUID notice, long seen, Set<String> left) throws Exception {
        as(CLERK, () -> {
            notices.close(new CloseNotice(notice, seen, "転出を登録済み", false, left));
            return null;
        });
    }

    @Test
    @DisplayName("同じ住まいのほかの世帯の人が守られれば、この町が出した通知の記録も閉じ、届いていれば送り直すものに残る")
    void whoeverSharesTheDwellingIsClosedToo() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        var event = movedIn("同居", THERE, lot("同居"), false);
        var next = movedIn("隣家", THERE, lot("隣家"), false);
        makeFinal(one("間借　花子", "マガリ　ハナコ", LocalDate.of(1928, 5, 5), lot("同居")));
        asOwner("UPDATE yakuba.exc_parcel SET state = 'RECEIPTED', next_at = NULL, sha256 = 'x', answer = 'x' WHERE id = '" + parcelOf(event) + "'");
        try {
            protect(person("間借花子"));
            var letter = UUID.fromString(text("SELECT record_id FROM yakuba.rel_sent WHERE id = '" + event + "'"));
            refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letter)));
            assertThat(asStaff(CHIEF, () -> records.get(letter)).line().id()).isEqualTo(letter);
            assertThat(sent(event, true).again()).isTrue();
            assertThat(text("SELECT closed FROM yakuba.rel_sent WHERE id = '" + next + "'")).as("another lot").isEqualTo("f");
        } finally {
            asOwner("UPDATE yakuba.exc_parcel SET state = 'CANCELLED', sha256 = NULL, answer = NULL WHERE id = '" + parcelOf(event) + "'"); // no clock meets it
        }
    }

    @Test
    @DisplayName("この方法で送れない通知は、ほかの方法で伝えたことを理由と共に記録すれば、送り直すものから消える。二度は記録できない")
    void whatIsToldOnPaperWaitsForNobody() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        var unfit = movedIn("紙長", THERE + "あ".repeat(300), false);
        var taken = movedIn("紙断", THERE, false);
        refused(RelocationProblem.NOT_TO_TELL, () -> tellOtherwise(CLERK, taken, "紙で郵送"));
        asOwner("UPDATE yakuba.exc_parcel SET state = 'CANCELLED', next_at = NULL WHERE id = '" + parcelOf(taken) + "'");
        for (var one : List.of(unfit, taken)) {
            assertThat(sent(one, true).again()).isTrue();
            refused(RelocationProblem.REASON_NEEDED, () -> tellOtherwise(CLERK, one, " "));
            refused(RelocationProblem.NO_SUCH_NOTICE, () -> tellOtherwise(GENERAL, one, "紙で郵送"));
            tellOtherwise(CLERK, one, "紙で郵送");
            assertThat(as(CLERK, () -> notices.listSent(true, new PageRequest(0, 100))).rows()).noneMatch(line -> line.id().equals(one));
            assertThat(sent(one, false).otherwise()).isTrue();
            assertThat(sent(one, false).again()).isFalse();
            refused(RelocationProblem.NOT_TO_TELL, () -> tellOtherwise(OTHER, one, "電話"));
            refused(RelocationProblem.NOT_TO_TELL, () -> tellAgain(CLERK, one));
            assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'relocation.tell-otherwise' AND object_id = '" + one + "' AND reason = '紙で郵送'"))
                    .isEqualTo("1");
        }
        assertThat(text("SELECT settled FROM yakuba.exc_parcel WHERE id = '" + parcelOf(taken) + "'")).isEqualTo("t");
    }

    private void tellOtherwise(Actor who, UUID id, String reason) throws Exception {
        as(who, () -> {
            notices.tellOtherwise(id, reason);
            return null;
        });
    }

    @Test
    @DisplayName("届いた通知は、文書の番号を取る前に支援措置の順番を待つ")
    void anArrivalTakesItsTurnBeforeItsNumber() throws Exception {
        var said = said("順着", 0);
        var one = Executors.newSingleThreadExecutor();
        try (var turn = owner.getConnection(); var row = owner.getConnection(); var statement = turn.createStatement(); var other = row.createStatement()) {
            turn.setAutoCommit(false);
            row.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('res_protection', 0))");
            var letter = one.submit(() -> deliver(said));
            awaitText("t", "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
            other.execute("SELECT last FROM yakuba.doc_counter FOR UPDATE NOWAIT");
            row.rollback();
            turn.commit();
            assertThat(letter.get().state()).isEqualTo(ArrivalState.ACCEPTED);
        } finally {
            one.shutdown();
        }
    }

    @Test
    @DisplayName("届いた開いた手紙も、台帳の係を外れた人は読めなくなり、入った人は読める")
    void readersOfOpenLettersFollowTheOffice() throws Exception {
        var letter = letterOf(arrived(said("読替着", 0)));
        asOwner("DELETE FROM yakuba.doc_reader WHERE record_id = '" + letter + "'");
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letter)));
        nameReaders();
        assertThat(asStaff(CLERK, () -> records.get(letter)).line().id()).isEqualTo(letter);
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(GENERAL, () -> records.get(letter)));
    }

    /** A family that moved into a room of the house at the lot of these tests. */
    private UUID inRoom(String surname, String building) throws Exception {
        var mother = member(surname, 1);
        var event = as(CLERK, () -> moves.enterProvisionally(new EnterMoveIn(UUID.randomUUID(), MOVED, "0820012", TOWN, "二丁目690番地1", building, THERE,
                List.of(new EnterMoveIn.Member(mother.name(), mother.kana(), null, mother.birthDate(), mother.sex(), "世帯主", "JPN", null)))));
        makeFinal(event);
        return event;
    }

    private void answer(Actor who, UUID event, long seen, boolean asked) throws Exception {
        as(who, () -> {
            moves.askProtection(event, seen, asked);
            return null;
        });
    }

    private void asSystem(Callable<Void> deed) throws Exception {
        request.as(Actor.system("test"), () -> system.call(deed));
    }

    private void awaitText(String wanted, String sql) throws Exception {
        for (int attempt = 0; attempt < 150 && !wanted.equals(text(sql)); attempt++) {
            Thread.sleep(100);
        }
        assertThat(text(sql)).isEqualTo(wanted);
    }

    private static MoveNotice said(String surname, int member) {
        return said(here(surname), List.of(member(surname, member)));
    }

    private static MoveNotice said(String before, List<MoveNotice.Person> persons) {
        return new MoveNotice(UUID.randomUUID(), null, LEFT, before, WENT, false, persons);
    }

    private static MoveNotice corrected(UUID earlier, String surname, int member) {
        return new MoveNotice(UUID.randomUUID(), earlier, LEFT, here(surname), WENT, false, List.of(member(surname, member)));
    }

    private static MoveNotice shielded(UUID earlier, String surname, int member) {
        return new MoveNotice(UUID.randomUUID(), earlier, LEFT, here(surname), null, true, List.of(member(surname, member)));
    }

    /** One of a family as another town writes them: father, mother, son, daughter. */
    private static MoveNotice.Person member(String surname, int member) {
        return new MoveNotice.Person(surname + "　" + List.of("太郎", "花子", "次郎", "一子").get(member), reading(surname, member), born(surname, member),
                member % 2 == 0 ? "1" : "2");
    }

    private static LocalDate born(String surname, int member) {
        return LocalDate.of(1930, 1, 1).plusDays(4L * number(surname) + member);
    }

    private static String reading(String surname, int member) {
        return "ミホン" + READINGS.charAt(number(surname) / READINGS.length()) + READINGS.charAt(number(surname) % READINGS.length()) + "　"
                + List.of("タロウ", "ハナコ", "ジロウ", "カズコ").get(member);
    }

    private static String lot(String surname) {
        return "二丁目" + (700 + number(surname)) + "番地1";
    }

    private static String here(String surname) {
        return TOWN + lot(surname);
    }

    private static synchronized int number(String surname) {
        if (!FAMILIES.contains(surname)) {
            FAMILIES.add(surname);
        }
        return FAMILIES.indexOf(surname);
    }

    private void protect(PersonLine person) throws Exception {
        request.as(CHIEF, () -> officer.call(() -> protections.protect(new EnterProtection(List.of(person.id()), true, LEFT, null, null))));
    }

    private UUID parcelOf(UUID sent) throws SQLException {
        return UUID.fromString(text("SELECT p.id FROM yakuba.exc_parcel p JOIN yakuba.rel_sent s ON s.record_id = p.record_id WHERE s.id = '" + sent + "'"));
    }

    private <T> T asDesk(Callable<T> deed) throws Exception {
        return request.as(Actor.system("test"), () -> desk.call(deed));
    }

    private SentLine sent(UUID id, boolean failedOnly) throws Exception {
        return as(CLERK, () -> notices.listSent(failedOnly, new PageRequest(0, 100))).rows().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private void tellAgain(Actor who, UUID id) throws Exception {
        as(who, () -> {
            notices.tellAgain(id);
            return null;
        });
    }

    private Void takeBack(UUID parcel) {
        exchange.takeBack(parcel, WHY);
        return null;
    }

    private void nameReaders() throws Exception {
        asSystem(() -> {
            listMisread().forEach(readers::nameReaders);
            assertThat(listMisread()).isEmpty();
            return null;
        });
    }

    /** All of them, part by part, as the watch goes through them. */
    private List<UUID> listMisread() {
        var found = new ArrayList<UUID>();
        var part = readers.listMisread(null);
        found.addAll(part.misread());
        while (part.last() != null) {
            part = readers.listMisread(part.last());
            found.addAll(part.misread());
        }
        return found;
    }

    /** The chart is read anew after a moment. */
    private void awaitOfficer(String number, boolean holds) throws Exception {
        for (int attempt = 0; attempt < 150; attempt++) {
            var roles = asStaff(CLERK, () -> organization.listRolesOf(DocumentFixture.idOf(number), LocalDate.now()));
            if (roles.contains(Role.PROTECTION_OFFICER) == holds) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The chart does not change");
    }

    private void awaitMail(UUID officer) throws Exception {
        for (int attempt = 0; attempt < 150; attempt++) {
            if (asStaff(CLERK, () -> organization.findMailOf(officer)).isPresent()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The chart does not change");
    }

    private UUID letterOf(UUID notice) throws SQLException {
        return UUID.fromString(text("SELECT record_id FROM yakuba.rel_notice WHERE id = '" + notice + "'"));
    }

    private UUID recordOf(UUID message) throws SQLException {
        return UUID.fromString(text("SELECT record_id FROM yakuba.exc_arrival WHERE peer = '" + CODE + "' AND id = '" + message + "'"));
    }

    /** Delivers it once more; the id of the message. */
    private UUID deliverLetter(MoveNotice said) throws Exception {
        var letter = office().service("転入通知", UUID.randomUUID(), null, new ServicePart("move-notice", 1, MoveNoticeXml.write(said)));
        assertThat(deliver(letter).state()).isEqualTo(ArrivalState.ACCEPTED);
        return letter.id();
    }

    private static Map<Integer, String> fitting(NoticeSheet sheet) {
        var numbers = new HashMap<Integer, String>();
        sheet.persons().forEach(one -> numbers.put(one.position(), one.fitting()));
        return numbers;
    }

    /** A family that moved in; the id of the event. */
    private UUID movedIn(String surname, String from, boolean asksProtection) throws Exception {
        return movedIn(surname, from, lot(surname), asksProtection);
    }

    private UUID movedIn(String surname, String from, String lot, boolean asksProtection) throws Exception {
        var event = entered(surname, from, lot);
        if (asksProtection) {
            as(CLERK, () -> {
                moves.askProtection(event, moves.get(event).version(), true);
                return null;
            });
        }
        makeFinal(event);
        return event;
    }

    /** Some of the family come, under a surname that is written otherwise. */
    private UUID movedIn(String written, String surname, String lot, List<Integer> members) throws Exception {
        var event = entered(written, surname, THERE, lot, members);
        makeFinal(event);
        return event;
    }

    private UUID entered(String surname, String from, String lot) throws Exception {
        return entered(surname, surname, from, lot, List.of(0, 1, 2, 3));
    }

    private UUID entered(String written, String surname, String from, String lot, List<Integer> members) throws Exception {
        var family = new ArrayList<EnterMoveIn.Member>();
        for (int member : members) {
            var one = member(surname, member);
            family.add(new EnterMoveIn.Member(one.name().replace(surname, written), one.kana(), null, one.birthDate(), one.sex(),
                    family.isEmpty() ? "世帯主" : List.of("世帯主", "妻", "子", "子").get(member), "JPN", null));
        }
        return as(CLERK, () -> moves.enterProvisionally(new EnterMoveIn(UUID.randomUUID(), MOVED, "0820012", TOWN, lot, null, from, family)));
    }

    /** Somebody who comes alone and waits for the counter; the id of the event. */
    private UUID one(String name, String kana, LocalDate born, String lot) throws Exception {
        return as(CLERK, () -> moves.enterProvisionally(new EnterMoveIn(UUID.randomUUID(), MOVED, "0820012", TOWN, lot, null, THERE,
                List.of(new EnterMoveIn.Member(name, kana, null, born, "2", "世帯主", "JPN", null)))));
    }

    private void makeFinal(UUID event) throws Exception {
        as(CLERK, () -> {
            moves.makeFinal(event, moves.get(event).version());
            return null;
        });
    }

    private MoveNotice told(UUID event) throws Exception {
        var xml = text("SELECT convert_from(service_content, 'UTF8') FROM yakuba.exc_parcel p JOIN yakuba.rel_sent s ON s.record_id = p.record_id"
                + " WHERE s.id = '" + event + "'");
        return MoveNoticeXml.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private PersonLine person(String name) throws Exception {
        return found(name).get(0);
    }

    private List<PersonLine> found(String name) throws Exception {
        return as(CLERK, () -> residents.search(new PersonSearch(name, null), new PageRequest(0, 20), WHY)).rows();
    }

    private NoticeSheet sheet(UUID id) throws Exception {
        return as(CLERK, () -> notices.get(id));
    }

    private void enter(UUID id, long version, Map<Integer, String> numbers, Map<UUID, String> relationships) throws Exception {
        enter(CLERK, id, version, numbers, relationships);
    }

    private void enter(Actor who, UUID id, long version, Map<Integer, String> numbers, Map<UUID, String> relationships) throws Exception {
        as(who, () -> {
            notices.enter(new EnterNotice(id, version, numbers, null, relationships));
            return null;
        });
    }

    private void shut(UUID id, long version, String reason) throws Exception {
        as(CLERK, () -> {
            notices.close(new CloseNotice(id, version, reason, true, Set.of()));
            return null;
        });
    }

    /** Delivers it in a letter of its own; the id of what became of it. */
    private UUID arrived(MoveNotice said) throws Exception {
        assertThat(deliver(said).state()).isEqualTo(ArrivalState.ACCEPTED);
        return UUID.fromString(text("SELECT id FROM yakuba.rel_notice WHERE notice = '" + said.id() + "'"));
    }

    private TransferView deliver(MoveNotice said) throws Exception {
        return deliver(office().service("転入通知", UUID.randomUUID(), null, new ServicePart("move-notice", 1, MoveNoticeXml.write(said))));
    }

    private PeerOffice office() {
        return new PeerOffice(CODE, keys, press);
    }

    private TransferView deliver(PeerOffice.Message letter) throws Exception {
        return request.as(Actor.peer(CODE, "test"), () -> peer.call(() -> {
            arrivals.take(letter.whole(null), letter.container());
            arrivals.judge(letter.id());
            for (int attempt = 0; attempt < 100 && arrivals.find(letter.id()).state() == ArrivalState.STORED; attempt++) {
                Thread.sleep(100);
            }
            return arrivals.find(letter.id());
        }));
    }

    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> registrar.call(deed));
    }

    private <T> T asStaff(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> staff.call(deed));
    }

    private static void refused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> assertThat(problemOf(thrown)).isEqualTo(problem));
    }

    /** Refused with these details: they say which field is meant. */
    private static void refused(Problem problem, List<Object> details, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> {
            assertThat(refusalOf(thrown).problem()).isEqualTo(problem);
            assertThat(refusalOf(thrown).details()).isEqualTo(details);
        });
    }

    private static Problem problemOf(Throwable thrown) {
        return refusalOf(thrown).problem();
    }

    private static RuleViolation refusalOf(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation refusal) {
                return refusal;
            }
        }
        throw new AssertionError("no refusal", thrown);
    }

    private String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
