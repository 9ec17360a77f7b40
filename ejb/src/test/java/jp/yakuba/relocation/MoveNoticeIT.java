package jp.yakuba.relocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.yakuba.AsPeer;
import jp.yakuba.AsProtectionOfficer;
import jp.yakuba.AsRegistrar;
import jp.yakuba.AsResident;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.document.DocumentFixture;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.exchange.PeerOffice;
import jp.yakuba.exchange.api.ArrivalDesk;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.exchange.api.TransferView;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.house.Deployments;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.relocation.api.EnterNotice;
import jp.yakuba.relocation.api.MoveNoticeDesk;
import jp.yakuba.relocation.api.NoticeSheet;
import jp.yakuba.relocation.api.NoticeState;
import jp.yakuba.relocation.api.RelocationProblem;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.MoveNoticeXml;
import jp.yakuba.resident.api.EnterMoveIn;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.EventLine;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.resident.api.ResidentProblem;
import jp.yakuba.signature.service.SigningFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
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
    private static final String HERE = "北海道河西郡芽室町東二条二丁目14番地5";
    private static final String LOT = "二丁目14番地5";
    private static final String THERE = "試験県試験市中央三丁目930番地";
    private static final LocalDate MOVED = LocalDate.of(2026, 11, 1);
    private static final LocalDate LEFT = LocalDate.of(2026, 11, 20);
    private static final Actor CLERK = DocumentFixture.staff("1017", "係", "residents-clerk-1", "residents", Role.STAFF, Role.REGISTRAR);
    private static final Actor OTHER = DocumentFixture.staff("1019", "別の係", "residents-clerk-2", "residents", Role.STAFF, Role.REGISTRAR);
    private static final Actor CHIEF = DocumentFixture.staff("1015", "長", "residents-chief", "residents", Role.STAFF, Role.PROTECTION_OFFICER);
    private static final Actor GENERAL = DocumentFixture.staff("1005", "小林　七海", "general-clerk-1", "general", Role.STAFF);

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
    private AsPeer peer;

    @Inject
    private AsResident resident;

    @Inject
    private InRequest request;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private SigningFixture keys;

    @Deployment
    static Archive<?> house() {
        return Deployments.ejb();
    }

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
        var event = movedIn("知羅", THERE, "二丁目77番地1", false); // nobody who is protected lives there, in no test
        assertThat(text("SELECT string_agg(p.peer || ' ' || p.service || ' ' || p.title || ' ' || p.mark, ',') FROM yakuba.exc_parcel p JOIN yakuba.rel_sent s"
                + " ON s.record_id = p.record_id WHERE s.event_id = '" + event + "'")).isEqualTo(CODE + " move-notice 転入通知 CONFIDENTIAL");
        var told = told(event);
        assertThat(told.persons()).extracting(MoveNotice.Person::name).containsExactly("知羅　太郎", "知羅　花子", "知羅　次郎", "知羅　一子");
        assertThat(told.movedOn()).isEqualTo(MOVED);
        assertThat(told.previousAddress()).isEqualTo(THERE);
        assertThat(told.newAddress()).isEqualTo("北海道河西郡芽室町東二条二丁目77番地1");

        var record = UUID.fromString(text("SELECT record_id FROM yakuba.rel_sent WHERE event_id = '" + event + "'"));
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
        assertThat(text("SELECT count(*) FROM yakuba.rel_sent WHERE event_id = '" + event + "'")).isEqualTo("0");
        asOwner("UPDATE yakuba.exc_peer SET asked = '{document}' WHERE code = '" + CODE + "'");
        assertThat(text("SELECT count(*) FROM yakuba.rel_sent WHERE event_id = '" + movedIn("未決", THERE, false) + "'")).isEqualTo("0");
    }

    @Test
    @DisplayName("支援措置の申出がある転入では、本登録の時から守られ、通知には印だけが載り、新しい住所はどこにも載らない")
    void aProtectedAddressIsNotTold() throws Exception {
        var event = movedIn("守衛", THERE, true);
        var told = told(event);
        assertThat(told.shielded()).isTrue();
        assertThat(told.newAddress()).isNull();
        assertThat(text("SELECT convert_from(service_content, 'UTF8') FROM yakuba.exc_parcel p JOIN yakuba.rel_sent s ON s.record_id = p.record_id"
                + " WHERE s.event_id = '" + event + "'")).doesNotContain("東二条").doesNotContain("14番地");
        var mother = person("守衛花子");
        assertThat(mother.protectedPerson()).isTrue();
        assertThat(mother.address()).isNull();
    }

    @Test
    @DisplayName("途中で失敗すれば、転入も通知も残らない。やり直せば一度だけ出る")
    void bothStandOrNeitherDoes() throws Exception {
        var event = entered("途中", THERE, LOT);
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
        var id = arrived(said(UUID.randomUUID(), null, "出口　太郎", "1988-04-02", "1"));
        assertThat(as(CLERK, () -> notices.list(new PageRequest(0, 50))).rows()).filteredOn(one -> one.id().equals(id))
                .singleElement().satisfies(line -> assertThat(line.state()).isEqualTo(NoticeState.OPEN));
        var sheet = sheet(id);
        assertThat(sheet.persons().get(0).fitting()).isEqualTo(father.number());
        assertThat(sheet.newAddress()).isEqualTo("試験県試験市本町1番地");
        var numbers = Map.of(0, father.number());
        refused(ResidentProblem.HEAD_NEEDED, () -> enter(id, sheet.version(), numbers, Map.of()));
        assertThat(person("出口太郎").current()).as("nothing of it stands").isTrue();

        var staying = new java.util.HashMap<UUID, String>();
        home.members().stream().filter(one -> !one.id().equals(father.id())).forEach(one -> staying.put(one.id(), "子"));
        staying.put(mother.id(), "世帯主");
        enter(id, sheet.version(), numbers, staying);
        enter(id, sheet.version(), numbers, staying); // the same form again

        assertThat(text("SELECT left_on FROM yakuba.res_person WHERE id = '" + father.id() + "'")).isEqualTo(LEFT.toString());
        assertThat(text("SELECT count(*) FROM yakuba.res_address WHERE person_id = '" + father.id() + "' AND valid_until = '" + LEFT + "'")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM yakuba.res_membership WHERE person_id = '" + father.id() + "' AND valid_until IS NULL")).isEqualTo("0");
        var after = as(CLERK, () -> residents.householdOf(mother.id(), WHY));
        assertThat(after.id()).isEqualTo(home.id());
        assertThat(after.members()).extracting(PersonView::name).containsExactly("出口　花子", "出口　一子", "出口　次郎");
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
        var said = new MoveNotice(UUID.randomUUID(), null, LEFT, HERE, "試験県試験市本町1番地", false, household.members().stream()
                .map(one -> new MoveNotice.Person(one.name(), one.kana(), one.birthDate(), one.sex())).toList());
        var id = arrived(said);
        assertThat(arrived(said)).as("the same notice under another message").isEqualTo(id);
        assertThat(text("SELECT count(*) FROM yakuba.rel_notice WHERE notice = '" + said.id() + "'")).isEqualTo("1");
        var sheet = sheet(id);
        enter(id, sheet.version(), fitting(sheet), Map.of());
        assertThat(text("SELECT dissolved_on FROM yakuba.res_household WHERE id = '" + household.id() + "'")).isEqualTo(LEFT.toString());
        assertThat(arrived(said)).isEqualTo(id);
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.ENTERED);

        var again = arrived(said(UUID.randomUUID(), null, "総出　太郎", "1988-04-02", "1"));
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
        movedIn("双子", THERE, false);
        var id = arrived(said(UUID.randomUUID(), null, "双子　花子", "1990-07-15", "2"));
        var sheet = sheet(id);
        assertThat(sheet.persons().get(0).meant()).hasSize(2);
        assertThat(sheet.persons().get(0).fitting()).isNull();
        refused(RelocationProblem.NOBODY_MEANT, () -> enter(id, sheet.version(), Map.of(), Map.of()));
        refused(RelocationProblem.NOBODY_MEANT, () -> enter(id, sheet.version(), Map.of(0, " "), Map.of()));
        var father = found("双子太郎").get(0).number();
        refused(RelocationProblem.PERSON_DOES_NOT_FIT, () -> enter(id, sheet.version(), Map.of(0, father), Map.of()));
        refused(RelocationProblem.PERSON_DOES_NOT_FIT, () -> enter(id, sheet.version(), Map.of(0, "9999999999"), Map.of()));
        refused(RelocationProblem.CHANGED_MEANWHILE, () -> enter(id, sheet.version() + 1, Map.of(0, father), Map.of()));
        var chosen = sheet.persons().get(0).meant().get(1).person().number();
        enter(id, sheet.version(), Map.of(0, chosen), Map.of());
        assertThat(found("双子花子")).extracting(PersonLine::current).containsExactlyInAnyOrder(true, false);

        var nobody = arrived(said(UUID.randomUUID(), null, "無人　影子", "1970-01-01", "2"));
        assertThat(sheet(nobody).persons().get(0).meant()).isEmpty();
    }

    @Test
    @DisplayName("二人が同時に登録しても、転出は一度だけ入る")
    void twoAtOnceEnterItOnce() throws Exception {
        movedIn("同時", THERE, false);
        var id = arrived(said(UUID.randomUUID(), null, "同時　花子", "1990-07-15", "2"));
        var sheet = sheet(id);
        var two = Executors.newFixedThreadPool(2);
        var done = new ArrayList<Future<?>>();
        for (var who : List.of(CLERK, OTHER)) {
            done.add(two.submit(() -> {
                enter(who, id, sheet.version(), fitting(sheet), Map.of());
                return null;
            }));
        }
        for (var one : done) {
            try {
                one.get();
            } catch (ExecutionException second) {
                assertThat(problemOf(second)).isIn(RelocationProblem.NOT_OPEN, RelocationProblem.CHANGED_MEANWHILE);
            }
        }
        two.shutdown();
        assertThat(text("SELECT count(*) FROM yakuba.res_event WHERE cause_id = '" + id + "'")).isEqualTo("1");
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.ENTERED);
    }

    @Test
    @DisplayName("支援措置の印のある通知が届けば、誰かが見る前に当たる人が守られる。ここで守られている人の新しい住所は、解除された人にだけ見える")
    void whoeverIsProtectedThereIsProtectedHere() throws Exception {
        movedIn("陰山", THERE, false);
        assertThat(person("陰山花子").protectedPerson()).isFalse();
        var said = new MoveNotice(UUID.randomUUID(), null, LEFT, HERE, null, true,
                List.of(new MoveNotice.Person("陰山　花子", "カゲヤマ　ハナコ", LocalDate.of(1990, 7, 15), "2")));
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
        request.as(CHIEF, () -> officer.call(() -> protections.protect(new EnterProtection(List.of(daughter.id()), true, LEFT, null, null))));
        var told = arrived(said(UUID.randomUUID(), null, "日陰　一子", "2018-03-03", "2"));
        assertThat(sheet(told).newAddress()).as("the other town does not know, but this one does").isNull();
        assertThat(sheet(told).previousAddress()).doesNotContain("14番地");
        assertThat(sheet(told).recordId()).as("no link that leads nowhere").isNull();
        var letter = UUID.fromString(text("SELECT record_id FROM yakuba.rel_notice WHERE id = '" + told + "'"));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> asStaff(CLERK, () -> records.get(letter)));
        assertThat(asStaff(CHIEF, () -> records.get(letter)).line().title()).as("the letter says it to protection officers alone").isEqualTo("転入通知");
        var release = as(CLERK, () -> protections.requestRelease(daughter.id(), "通知の確認"));
        request.as(CHIEF, () -> officer.call(() -> {
            protections.grantRelease(release, 0);
            return null;
        }));
        assertThat(sheet(told).newAddress()).isEqualTo("試験県試験市本町1番地");
        assertThat(as(OTHER, () -> notices.get(told)).newAddress()).as("released to one, closed to the other").isNull();
    }

    @Test
    @DisplayName("届いた記録は台帳の係だけが読め、ほかの課、住民、登録の役割のない人には通知も見えない")
    void othersSeeNothing() throws Exception {
        movedIn("内緒", THERE, false);
        var id = arrived(said(UUID.randomUUID(), null, "内緒　太郎", "1988-04-02", "1"));
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
        var first = said(UUID.randomUUID(), null, "訂正　太朗", "1988-04-02", "1");
        var id = arrived(first);
        var correction = arrived(said(UUID.randomUUID(), first.id(), "訂正　太郎", "1988-04-02", "1"));
        assertThat(sheet(id).line().state()).isEqualTo(NoticeState.REPLACED);
        assertThat(sheet(correction).corrected()).isEqualTo(id);
        assertThat(sheet(correction).line().correction()).isTrue();
        refused(RelocationProblem.NOT_OPEN, () -> enter(id, sheet(id).version(), Map.of(0, person("訂正太郎").number()), Map.of()));

        assertThat(deliver(said(first.id(), null, "訂正　別人", "1988-04-02", "1")).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        var tomorrow = new MoveNotice(UUID.randomUUID(), null, LocalDate.of(2099, 1, 1), HERE, "試験県", false, first.persons());
        assertThat(deliver(tomorrow).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        var noise = office().service("転入通知", UUID.randomUUID(), null, new ServicePart("move-notice", 1, "<noise/>".getBytes(StandardCharsets.UTF_8)));
        assertThat(deliver(noise).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
    }

    private static MoveNotice said(UUID id, UUID corrects, String name, String born, String sex) {
        return new MoveNotice(id, corrects, LEFT, HERE, "試験県試験市本町1番地", false, List.of(new MoveNotice.Person(name, "カナ", LocalDate.parse(born), sex)));
    }

    private static Map<Integer, String> fitting(NoticeSheet sheet) {
        var numbers = new java.util.HashMap<Integer, String>();
        sheet.persons().forEach(one -> numbers.put(one.position(), one.fitting()));
        return numbers;
    }

    /** A family that moved in; the id of the event. */
    private UUID movedIn(String surname, String from, boolean asksProtection) throws Exception {
        return movedIn(surname, from, LOT, asksProtection);
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

    private UUID entered(String surname, String from, String lot) throws Exception {
        var family = new EnterMoveIn(UUID.randomUUID(), MOVED, "0820012", "北海道河西郡芽室町東二条", lot, null, from, List.of(
                member(surname + " 太郎", "1988-04-02", "1", "世帯主"), member(surname + " 花子", "1990-07-15", "2", "妻"),
                member(surname + " 次郎", "2021-01-20", "1", "子"), member(surname + " 一子", "2018-03-03", "2", "子")));
        return as(CLERK, () -> moves.enterProvisionally(family));
    }

    private static EnterMoveIn.Member member(String name, String born, String sex, String relationship) {
        return new EnterMoveIn.Member(name, "ミホン カナ", null, LocalDate.parse(born), sex, relationship, "JPN", null);
    }

    private void makeFinal(UUID event) throws Exception {
        as(CLERK, () -> {
            moves.makeFinal(event, moves.get(event).version());
            return null;
        });
    }

    private MoveNotice told(UUID event) throws Exception {
        var xml = text("SELECT convert_from(service_content, 'UTF8') FROM yakuba.exc_parcel p JOIN yakuba.rel_sent s ON s.record_id = p.record_id"
                + " WHERE s.event_id = '" + event + "'");
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
            notices.enter(new EnterNotice(id, version, numbers, relationships));
            return null;
        });
    }

    private void shut(UUID id, long version, String reason) throws Exception {
        as(CLERK, () -> {
            notices.close(id, version, reason);
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

    private static Problem problemOf(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation refusal) {
                return refusal.problem();
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
