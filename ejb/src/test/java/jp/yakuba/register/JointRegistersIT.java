package jp.yakuba.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsProtectionOfficer;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.exchange.PublishingOffice;
import jp.yakuba.exchange.service.CopyFetcher;
import jp.yakuba.exchange.service.CopyRound;
import jp.yakuba.exchange.service.container.PublicationXml;
import jp.yakuba.exchange.store.CopyStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.register.api.EntryChange;
import jp.yakuba.register.api.EntryDeed;
import jp.yakuba.register.api.EntryLine;
import jp.yakuba.register.api.EntryState;
import jp.yakuba.register.api.JointRegisterDesk;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.api.RegisterProblem;
import jp.yakuba.register.api.Suspension;
import jp.yakuba.register.api.VendorCategory;
import jp.yakuba.register.api.WriteEntry;
import jp.yakuba.register.service.RegisterPublishing;
import jp.yakuba.resident.ResidentFixture;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.signature.service.SigningFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("共同名簿(コンテナ内)")
class JointRegistersIT {
    private static final String HERE = "016373";
    private static final String CODE = "990035";
    private static final Actor CONTRACTS = clerk("契約 係", "general");
    private static final Actor SPORTS = clerk("体育 係", "school");
    private static final Actor TAX = clerk("税務 係", "tax");

    @Inject
    private JointRegisterDesk desk;

    @Inject
    private RegisterPublishing publishing;

    @Inject
    private ProtectionDesk protections;

    @Inject
    private CopyRound round;

    @Inject
    private PublicationXml xml;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private AsStaff staff;

    @Inject
    private AsDesk asDesk;

    @Inject
    private AsProtectionOfficer officer;

    @Inject
    private InRequest request;

    @Resource
    private ManagedExecutorService executor;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private SigningFixture keys;

    private static Actor clerk(String name, String section) {
        return new Actor(Actor.Kind.STAFF, UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), name, "clerk", section,
                Set.of(Role.STAFF), Assurance.TWO_FACTOR, "test");
    }

    @BeforeEach
    void open() throws Exception {
        keys = new SigningFixture(Files.createTempDirectory("registers"), Instant.now());
        keys.keyOf(HERE);
        keys.keyOf(CODE);
        keys.nameKeys();
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + CODE + "', '試験広域市', 'https://localhost:1/x', now())"
                + " ON CONFLICT (code) DO UPDATE SET state = 'ACTIVE'");
        asOwner("UPDATE yakuba.exc_peer SET services = '{vendor-register,facility-user-register}', asked = '{vendor-register,facility-user-register}'"
                + " WHERE code = '" + CODE + "'");
        asOwner("DELETE FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "'; DELETE FROM yakuba.exc_copy WHERE peer = '" + CODE
                + "'; DELETE FROM yakuba.reg_entry");
    }

    @AfterEach
    void close() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET services = '{document}', asked = '{document}' WHERE code = '" + CODE + "'");
        keys.close();
    }

    @Test
    @DisplayName("業者を登録し、直し、指名停止にして解き、取り消す。どれも公開簿に同じ時に載り、古い画面からは直せない")
    void aVendorFromRegistrationToWithdrawal() throws Exception {
        var words = vendor("7000012050002", "東1条1丁目");
        var number = as(CONTRACTS, () -> desk.write(words));
        assertThat(as(CONTRACTS, () -> desk.write(words))).as("the same form once more").isEqualTo(number);
        assertThat(published("vendor-register", number)).contains("青葉建設", "東1条1丁目");
        assertThat(state(number)).isEqualTo(EntryState.VALID);

        as(CONTRACTS, () -> desk.write(changed(words, number, 1, "東2条2丁目")));
        refused(RegisterProblem.CHANGED_MEANWHILE, () -> as(CONTRACTS, () -> desk.write(changed(words, number, 1, "西3条"))));
        var today = clock.today();
        as(CONTRACTS, () -> done(() -> desk.suspend(number, 2, new Suspension(today, today.plusDays(30), "粗雑工事"))));
        assertThat(state(number)).isEqualTo(EntryState.SUSPENDED);
        assertThat(published("vendor-register", number)).contains("粗雑工事", "東2条2丁目");
        refused(RegisterProblem.SUSPENSION_WRONG, () -> as(CONTRACTS, () -> done(() -> desk.suspend(number, 3, new Suspension(today, today.minusDays(1), "逆")))));
        refused(RegisterProblem.REASON_MISSING, () -> as(CONTRACTS, () -> done(() -> desk.lift(number, 3, 0, " "))));
        refused(RegisterProblem.SUSPENSION_WRONG, () -> as(CONTRACTS, () -> done(() -> desk.lift(number, 3, 7, "誤り"))));
        as(CONTRACTS, () -> done(() -> desk.lift(number, 3, 0, "再調査の結果")));
        assertThat(state(number)).isEqualTo(EntryState.VALID);
        as(CONTRACTS, () -> done(() -> desk.withdraw(Register.VENDOR, number, 4, "廃業の届")));
        assertThat(state(number)).isEqualTo(EntryState.WITHDRAWN);
        assertThat(published("vendor-register", number)).isEqualTo("withdrawn");
        refused(RegisterProblem.WITHDRAWN_ALREADY, () -> as(CONTRACTS, () -> desk.write(changed(words, number, 5, "西3条"))));
        assertThat(as(CONTRACTS, () -> desk.get(Register.VENDOR, HERE, number)).changes()).extracting(EntryChange::deed).containsExactly(EntryDeed.WITHDRAWN,
                EntryDeed.LIFTED, EntryDeed.SUSPENDED, EntryDeed.CHANGED, EntryDeed.ENTERED);
        assertThat(text("SELECT string_agg(deed, ' ' ORDER BY occurred_at) FROM yakuba.aud_entry WHERE object_id = 'vendor-register/" + HERE + "/" + number
                + "' AND kind = 'CHANGE'")).isEqualTo("register.enter register.change register.suspend register.lift register.withdraw");
    }

    @Test
    @DisplayName("同じ法人を二人が同時に登録しても、一つだけが載る。ほかの課は登録できず、断ったことが残る")
    void oneCorporationStandsOnce() throws Exception {
        var hands = new ArrayList<Future<Object>>();
        for (int hand = 0; hand < 2; hand++) {
            hands.add(executor.submit(() -> tried(() -> as(CONTRACTS, () -> desk.write(vendor("7000012050002", "東1条"))))));
        }
        assertThat(List.of(hands.get(0).get(), hands.get(1).get())).contains(RegisterProblem.ALREADY_REGISTERED);
        assertThat(text("SELECT count(*) FROM yakuba.reg_entry WHERE corporate_number = '7000012050002'")).isEqualTo("1");

        var before = Integer.parseInt(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'register.keep'"));
        refused(RegisterProblem.OTHER_SECTION, () -> as(TAX, () -> desk.write(vendor("", "東1条"))));
        refused(RegisterProblem.OTHER_SECTION, () -> as(CONTRACTS, () -> desk.list(Register.FACILITY_USER, "山田", new PageRequest(0, 50))));
        assertThat(Integer.parseInt(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'register.keep'"))).isEqualTo(before + 2);
        assertThat(list(TAX, Register.VENDOR, "青葉")).as("all staff look at vendors").hasSize(1);
        refused(RegisterProblem.ENTRY_WRONG, () -> as(CONTRACTS, () -> desk.write(vendor("123", ""))));
    }

    @Test
    @DisplayName("守られた住所は公開簿の言葉に残らず、後から守られたものも、時計が消す")
    void aProtectedAddressDoesNotLeave() throws Exception {
        var place = """
                FROM yakuba.res_address a WHERE a.lot ~ '^[0-9]+番地[0-9]+$' AND a.valid_until IS NULL
                AND NOT EXISTS (SELECT 1 FROM yakuba.res_shielded s JOIN yakuba.res_address o ON o.person_id = s.person_id
                    WHERE o.place = a.place AND o.lot = a.lot) ORDER BY a.person_id DESC LIMIT 1
                """;
        var person = UUID.fromString(text("SELECT a.person_id " + place));
        var address = text("SELECT a.place || a.lot " + place);
        var number = as(CONTRACTS, () -> desk.write(vendor("", address)));
        assertThat(published("vendor-register", number)).contains(address);
        var other = as(CONTRACTS, () -> desk.write(vendor("", address + "の隣")));

        var begun = request.as(ResidentFixture.clerk("係"), () -> officer.call(() -> protections.protect(
                new EnterProtection(List.of(person), true, clock.today(), null, null))));
        try {
            inDesk(() -> done(() -> publishing.publishAlone(Register.VENDOR, number)));
            assertThat(published("vendor-register", number)).contains("＊＊＊").doesNotContain(address);
            var seen = as(TAX, () -> desk.get(Register.VENDOR, HERE, number));
            assertThat(seen.seat()).isEqualTo("＊＊＊");
            as(CONTRACTS, () -> desk.write(changed(vendor("", ""), number, 1, "＊＊＊")));
            assertThat(text("SELECT convert_from(content, 'UTF8') FROM yakuba.reg_entry WHERE number = '" + number + "'"))
                    .as("what was shown hidden is not written over").contains(address);
            refused(RegisterProblem.HIDDEN_WORDS, () -> as(CONTRACTS, () -> desk.write(changed(vendor("", ""), number, 2, "＊＊＊の隣"))));
            as(CONTRACTS, () -> desk.write(changed(vendor("", ""), number, 2, "大通9")));
            assertThat(as(CONTRACTS, () -> desk.get(Register.VENDOR, HERE, number)).changes().toString()).contains("＊＊＊", "大通9").doesNotContain(address);
            var late = as(CONTRACTS, () -> desk.write(vendor("", address + "の隣")));
            assertThat(published("vendor-register", late)).doesNotContain(address);
            assertThat(as(CONTRACTS, () -> desk.get(Register.VENDOR, HERE, other)).seat()).isEqualTo("＊＊＊の隣");
        } finally {
            request.as(ResidentFixture.clerk("係"), () -> officer.call(() -> done(() -> protections.end(begun, 0, "試験の終わり"))));
        }
        refused(RegisterProblem.HIDDEN_WORDS, () -> as(CONTRACTS, () -> desk.write(changed(vendor("", ""), other, 1, "＊＊＊の隣"))));
        assertThat(as(CONTRACTS, () -> desk.get(Register.VENDOR, HERE, other)).seat()).as("a form opened while it was hidden writes over nothing")
                .isEqualTo(address + "の隣");
    }

    @Test
    @DisplayName("利用者は番号、名前、期限、町だけを知らせ、知らせないと決めれば取り消される。見るには言葉がいり、見た人は一人ずつ残る")
    void ofAUserLittleIsToldAndEachLookStays() throws Exception {
        var words = user("山田　花子", HERE, false, null, null);
        var number = as(SPORTS, () -> desk.write(words));
        assertThat(published("facility-user-register", number)).isEqualTo("{\"version\":1,\"number\":\"" + number
                + "\",\"name\":\"山田　花子\",\"town\":\"016373\",\"validUntil\":\"2099-03-31\"}");
        refused(RegisterProblem.ENTRY_WRONG, () -> as(SPORTS, () -> desk.write(user("山田　次郎", "131016", false, null, null))));
        as(SPORTS, () -> desk.write(user("山田　次郎", CODE, false, null, null)));

        refused(RegisterProblem.WORDS_MISSING, () -> list(SPORTS, Register.FACILITY_USER, "山"));
        for (var few : List.of("\u0000 　", "山 田", "F-", "--")) {
            refused(RegisterProblem.WORDS_MISSING, () -> list(SPORTS, Register.FACILITY_USER, few));
        }
        assertThat(list(SPORTS, Register.FACILITY_USER, "00")).as("numbers of persons are asked for whole").isEmpty();
        assertThat(list(SPORTS, Register.FACILITY_USER, number.toLowerCase(java.util.Locale.ROOT))).hasSize(1);
        var other = new PublishingOffice(keys, xml, "facility-user-register", CODE);
        other.put("f-0007", "{\"version\":1,\"number\":\"f-0007\",\"name\":\"𠮷野　太郎\",\"town\":\"" + CODE + "\",\"validUntil\":\"2099-03-31\"}");
        fetch(other, "facility-user-register");
        assertThat(list(SPORTS, Register.FACILITY_USER, "F-0007")).as("another office may number in small letters").hasSize(1);
        assertThat(list(SPORTS, Register.FACILITY_USER, "𠮷野")).extracting(EntryLine::number).containsExactly("f-0007");
        assertThat(list(SPORTS, Register.FACILITY_USER, "ﾔﾏﾀﾞ")).extracting(EntryLine::name).containsExactlyInAnyOrder("山田　花子", "山田　次郎");
        assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'register.list' AND object_id = 'facility-user-register/" + HERE + "/" + number + "'"))
                .as("each of two lists with this person").isEqualTo("2");
        as(SPORTS, () -> desk.get(Register.FACILITY_USER, HERE, number));
        assertThat(text("SELECT kind FROM yakuba.aud_entry WHERE deed = 'register.look' AND object_id = 'facility-user-register/" + HERE + "/" + number + "'"))
                .isEqualTo("LOOK");

        as(SPORTS, () -> desk.write(user("山田　花子", HERE, true, number, 1L)));
        assertThat(published("facility-user-register", number)).isEqualTo("withdrawn");
        assertThat(as(SPORTS, () -> desk.get(Register.FACILITY_USER, HERE, number)).withheld()).isTrue();
        inDesk(() -> done(() -> publishing.publishAlone(Register.FACILITY_USER, number)));
        assertThat(published("facility-user-register", number)).isEqualTo("withdrawn");
    }

    @Test
    @DisplayName("ほかの役所の業者は写しで見え、変わったところが履歴になり、取り消しも残る。読めない記載は写しを止める")
    void aCopiedVendorHasStateAndHistory() throws Exception {
        var other = new PublishingOffice(keys, xml, "vendor-register", CODE);
        other.put("V-9", file("若葉土木", "2099-03-31", ""));
        fetch(other, "vendor-register");
        assertThat(list(TAX, Register.VENDOR, "若葉")).singleElement().satisfies(line -> {
            assertThat(line.officeName()).isEqualTo("試験広域市");
            assertThat(line.state()).isEqualTo(EntryState.VALID);
        });
        other.put("V-9", file("若葉土木", "2099-03-31", "{\"from\":\"2020-01-01\",\"until\":\"2098-01-01\",\"ground\":\"談合\"}"));
        fetch(other, "vendor-register");
        assertThat(list(TAX, Register.VENDOR, "V-9")).singleElement().satisfies(line -> assertThat(line.state()).isEqualTo(EntryState.SUSPENDED));
        var sheet = as(TAX, () -> desk.get(Register.VENDOR, CODE, "V-9"));
        assertThat(sheet.keeping()).isFalse();
        assertThat(sheet.copy().asOf()).isNotNull();
        assertThat(sheet.changes()).hasSize(2).first().satisfies(change -> assertThat(change.differences()).singleElement()
                .satisfies(one -> assertThat(one.after()).contains("談合")));

        other.put("V-10", file("x", "2099-03-31", "").replace("\"V-9\"", "\"V-11\""));
        fetch(other, "vendor-register");
        assertThat(text("SELECT problem FROM yakuba.exc_copy WHERE peer = '" + CODE + "' AND name = 'vendor-register'")).isEqualTo("NOT-UNDERSTOOD");
        other.remove("V-10");
        other.remove("V-9");
        fetch(other, "vendor-register");
        assertThat(as(TAX, () -> desk.get(Register.VENDOR, CODE, "V-9"))).satisfies(gone -> {
            assertThat(gone.line().state()).isEqualTo(EntryState.WITHDRAWN);
            assertThat(gone.changes()).hasSize(3);
        });
        refused(RegisterProblem.NO_SUCH_ENTRY, () -> as(CONTRACTS, () -> done(() -> desk.withdraw(Register.VENDOR, "V-9", 3, "ほかの町のもの"))));
    }

    @Test
    @DisplayName("ほかの役所が取り消した利用者は、記載も履歴も署名された頁も残らない")
    void ofAWithdrawnUserNothingStays() throws Exception {
        var other = new PublishingOffice(keys, xml, "facility-user-register", CODE);
        other.put("F-1", "{\"version\":1,\"number\":\"F-1\",\"name\":\"佐藤　太郎\",\"town\":\"" + CODE + "\",\"validUntil\":\"2099-03-31\"}");
        other.put("F-2", "{\"version\":1,\"number\":\"F-2\",\"name\":\"佐藤　次郎\",\"town\":\"" + CODE + "\",\"validUntil\":\"2020-03-31\"}");
        fetch(other, "facility-user-register");
        assertThat(list(SPORTS, Register.FACILITY_USER, "佐藤")).extracting(EntryLine::state).containsExactlyInAnyOrder(EntryState.VALID, EntryState.EXPIRED);

        var told = java.util.Base64.getEncoder().encodeToString("{\"version\":1,\"number\":\"F-1\"".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var pages = "SELECT count(*) FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "' AND position('" + told + "' IN convert_from(content, 'UTF8')) > 0";
        assertThat(text(pages)).isEqualTo("1");
        other.remove("F-1");
        fetch(other, "facility-user-register");
        fetch(other, "facility-user-register");
        assertThat(list(SPORTS, Register.FACILITY_USER, "佐藤")).extracting(EntryLine::number).containsExactly("F-2");
        assertThat(text("SELECT count(*) FROM yakuba.reg_change WHERE number = 'F-1'")).isEqualTo("0");
        assertThat(text(pages)).as("signed pages that tell of it").isEqualTo("0");
        assertThat(text("SELECT count(*) > 0 FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "'")).isEqualTo("t");
        assertThat(text("SELECT state <> '0' AND problem IS NULL FROM yakuba.exc_copy WHERE peer = '" + CODE + "' AND name = 'facility-user-register'"))
                .isEqualTo("t");
    }

    @Test
    @DisplayName("住所が後から隠された業者は、前の状態も、それを伝えた頁も残さず、ほかの業者の証拠は残る")
    void whatIsHiddenSinceIsForgotten() throws Exception {
        var other = new PublishingOffice(keys, xml, "vendor-register", CODE);
        other.put("V-8", file("白樺土木", "2099-03-31", "").replace("V-9", "V-8"));
        fetch(other, "vendor-register");
        other.put("V-9", file("若葉土木", "2099-03-31", ""));
        fetch(other, "vendor-register");
        other.put("V-9", file("若葉土木", "2098-03-31", ""));
        fetch(other, "vendor-register");
        var pages = "SELECT count(*) FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "' AND told @> ";
        assertThat(text(pages + "'{V-9}'")).isEqualTo("2");
        var state = text("SELECT state FROM yakuba.exc_copy WHERE peer = '" + CODE + "' AND name = 'vendor-register'");

        other.put("V-9", file("若葉土木", "2098-03-31", "").replace("大通1", "＊＊＊"));
        fetch(other, "vendor-register");
        assertThat(as(TAX, () -> desk.get(Register.VENDOR, CODE, "V-9"))).satisfies(sheet -> {
            assertThat(sheet.seat()).isEqualTo("＊＊＊");
            assertThat(sheet.changes()).hasSize(1);
            assertThat(sheet.toString()).doesNotContain("大通1");
        });
        assertThat(text(pages + "'{V-9}'")).as("the one that says it hidden").isEqualTo("1");
        assertThat(text(pages + "'{V-8}'")).isEqualTo("1");
        assertThat(text("SELECT state FROM yakuba.exc_copy WHERE peer = '" + CODE + "' AND name = 'vendor-register'")).isNotIn(state, "0");
    }

    @Test
    @DisplayName("指名停止は100件まで。見えない文字だけの理由は断る。どちらも記載は読めるままである")
    void whatCouldNotBeReadAgainIsNotKept() throws Exception {
        var number = as(CONTRACTS, () -> desk.write(vendor("", "東1条")));
        var today = clock.today();
        refused(RegisterProblem.SUSPENSION_WRONG, () -> as(CONTRACTS, () -> done(() -> desk.suspend(number, 1, new Suspension(today, today, "\u200b")))));
        var early = LocalDate.of(1999, 12, 31);
        refused(RegisterProblem.SUSPENSION_WRONG, () -> as(CONTRACTS, () -> done(() -> desk.suspend(number, 1, new Suspension(early, today, "粗雑工事")))));
        for (int i = 0; i < 100; i++) {
            int version = i + 1;
            as(CONTRACTS, () -> done(() -> desk.suspend(number, version, new Suspension(today, today, "粗雑工事"))));
        }
        refused(RegisterProblem.TOO_MANY_SUSPENSIONS, () -> as(CONTRACTS, () -> done(() -> desk.suspend(number, 101, new Suspension(today, today, "粗雑工事")))));
        assertThat(as(CONTRACTS, () -> desk.get(Register.VENDOR, HERE, number))).satisfies(sheet -> {
            assertThat(sheet.suspensions()).hasSize(100);
            assertThat(sheet.changes()).hasSize(100).allSatisfy(one -> assertThat(one.differences()).hasSize(1));
            assertThat(sheet.more()).as("that it was entered is not shown").isTrue();
        });
    }

    @Test
    @DisplayName("取り決めが終わった町の利用者も、町を変えずに直せる。ほかの課には写しの様子も見せない")
    void anEndedTownMayStay() throws Exception {
        var number = as(SPORTS, () -> desk.write(user("山田　花子", CODE, false, null, null)));
        asOwner("UPDATE yakuba.exc_peer SET services = '{document}' WHERE code = '" + CODE + "'");
        as(SPORTS, () -> desk.write(user("山田　花代", CODE, false, number, 1L)));
        assertThat(as(SPORTS, () -> desk.get(Register.FACILITY_USER, HERE, number))).satisfies(sheet -> {
            assertThat(sheet.town()).isEqualTo(CODE);
            assertThat(sheet.townName()).isEqualTo("試験広域市");
        });
        refused(RegisterProblem.ENTRY_WRONG, () -> as(SPORTS, () -> desk.write(user("山田　次郎", CODE, false, null, null))));
        refused(RegisterProblem.OTHER_SECTION, () -> as(TAX, () -> desk.listCopies(Register.FACILITY_USER)));
        refused(RegisterProblem.OTHER_SECTION, () -> as(TAX, () -> desk.listReaders(Register.FACILITY_USER)));
        refused(RegisterProblem.OTHER_SECTION, () -> as(TAX, () -> done(() -> desk.refresh(Register.FACILITY_USER))));
    }

    @Test
    @DisplayName("時計は一つのノードだけが回り、前と違って知らせるものだけを載せ直す")
    void oneNodeLooksThroughTheRegister() throws Exception {
        var number = as(CONTRACTS, () -> desk.write(vendor("", "東1条")));
        asOwner("DELETE FROM yakuba.reg_round");
        inDesk(() -> {
            assertThat(publishing.claim()).isTrue();
            assertThat(publishing.claim()).as("another node").isFalse();
            assertThat(publishing.look(Register.VENDOR, "")).satisfies(looked -> {
                assertThat(looked.next()).isNull();
                assertThat(looked.others()).isEmpty();
            });
            asOwner("UPDATE yakuba.exc_published SET content = 'x' WHERE item = '" + number + "' AND name = 'vendor-register'");
            assertThat(publishing.look(Register.VENDOR, "").others()).containsExactly(number);
            publishing.publishAlone(Register.VENDOR, number);
            assertThat(publishing.look(Register.VENDOR, "").others()).isEmpty();
            return null;
        });
        asOwner("DELETE FROM yakuba.reg_round");
    }

    @Test
    @DisplayName("利用者は、期限から一年たてば記載も履歴も頁も残らず、取り決めが終わった町のものもすぐに残らない")
    void personsAreNotKeptForEver() throws Exception {
        var other = new PublishingOffice(keys, xml, "facility-user-register", CODE);
        var entry = "{\"version\":1,\"number\":\"F-1\",\"name\":\"佐藤　太郎\",\"town\":\"" + CODE + "\",\"validUntil\":\"2099-03-31\"}";
        other.put("F-1", entry);
        fetch(other, "facility-user-register");
        other.put("F-2", entry.replace("F-1", "F-2").replace("2099", "2020"));
        fetch(other, "facility-user-register");
        var own = as(SPORTS, () -> desk.write(user("山田　花子", HERE, false, null, null)));
        var copies = "SELECT coalesce(string_agg(number, ' ' ORDER BY number), '') FROM yakuba.reg_entry WHERE NOT own";
        var pages = "SELECT count(*) FROM yakuba.exc_copy_page WHERE NOT empty AND peer = '" + CODE + "'";
        asOwner("UPDATE yakuba.reg_entry SET valid_until = current_date - 400 WHERE number = '" + own + "'");
        inDesk(() -> {
            publishing.forgetUnasked(Register.FACILITY_USER);
            assertThat(forgetEnded()).isFalse();
            return null;
        });
        assertThat(text(copies)).isEqualTo("F-1");
        assertThat(text(pages)).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM yakuba.reg_change WHERE number IN ('F-2', '" + own + "')")).isEqualTo("0");
        assertThat(published("facility-user-register", own)).isEqualTo("withdrawn");

        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        inDesk(() -> done(() -> publishing.forgetUnasked(Register.FACILITY_USER)));
        assertThat(text(copies)).as("suspended for a while").isEqualTo("F-1");
        asOwner("UPDATE yakuba.exc_peer SET state = 'ACTIVE', asked = '{document}' WHERE code = '" + CODE + "'");
        inDesk(() -> done(() -> publishing.forgetUnasked(Register.FACILITY_USER)));
        assertThat(text(copies)).isEmpty();
        assertThat(text(pages)).isEqualTo("0");
        assertThat(text("SELECT count(*) FROM yakuba.exc_copy WHERE name = 'facility-user-register' AND peer = '" + CODE + "'")).isEqualTo("0");
    }

    @Test
    @DisplayName("相手が見ることを認めなくなれば、利用者の写しは残らない。業者の写しは残る")
    void personsOfARefusingTownAreForgotten() throws Exception {
        var users = new PublishingOffice(keys, xml, "facility-user-register", CODE);
        users.put("F-1", "{\"version\":1,\"number\":\"F-1\",\"name\":\"佐藤　太郎\",\"town\":\"" + CODE + "\",\"validUntil\":\"2099-03-31\"}");
        fetch(users, "facility-user-register");
        var vendors = new PublishingOffice(keys, xml, "vendor-register", CODE);
        vendors.put("V-9", file("若葉土木", "2099-03-31", ""));
        fetch(vendors, "vendor-register");
        asOwner("UPDATE yakuba.exc_copy SET problem = 'EXC-003' WHERE peer = '" + CODE + "'");
        inDesk(() -> done(() -> publishing.forgetUnasked(Register.FACILITY_USER)));
        assertThat(text("SELECT count(*) FROM yakuba.reg_entry")).as("suspended there").isEqualTo("2");
        asOwner("UPDATE yakuba.exc_copy SET problem = 'EXC-004' WHERE peer = '" + CODE + "'");
        inDesk(() -> done(() -> publishing.forgetUnasked(Register.FACILITY_USER)));
        assertThat(text("SELECT string_agg(number, ' ') FROM yakuba.reg_entry")).isEqualTo("V-9");
        assertThat(text("SELECT string_agg(DISTINCT name, ' ') FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "'")).isEqualTo("vendor-register");
    }

    @Test
    @DisplayName("期限を延ばしている人がいる間、時計はその利用者を消さず、延びたものは残る")
    void whatIsInHandIsNotForgotten() throws Exception {
        var number = as(SPORTS, () -> desk.write(user("山田　花子", HERE, false, null, null)));
        asOwner("UPDATE yakuba.reg_entry SET valid_until = current_date - 400 WHERE number = '" + number + "'");
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE yakuba.reg_entry SET valid_until = current_date + 1 WHERE number = '" + number + "'");
            inDesk(() -> {
                assertThat(forgetEnded()).isFalse();
                return null;
            });
            connection.commit();
        }
        inDesk(this::forgetEnded);
        assertThat(text("SELECT count(*) FROM yakuba.reg_entry WHERE number = '" + number + "'")).isEqualTo("1");
        assertThat(published("facility-user-register", number)).contains("山田");
    }

    @Test
    @DisplayName("写しが取り込まれている間、時計は待たずに次の回に回し、自分の公開簿も止めない")
    void aCopyInHandHoldsNobodyUp() throws Exception {
        var other = new PublishingOffice(keys, xml, "facility-user-register", CODE);
        other.put("F-1", person("F-1", "2020-03-31"));
        fetch(other, "facility-user-register");
        var own = as(SPORTS, () -> desk.write(user("山田　花子", HERE, false, null, null)));
        asOwner("UPDATE yakuba.reg_entry SET valid_until = current_date - 400 WHERE number = '" + own + "'");
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM yakuba.exc_copy WHERE peer = '" + CODE + "' FOR UPDATE");
            inDesk(this::forgetEnded);
            assertThat(text("SELECT string_agg(number, ' ') FROM yakuba.reg_entry")).as("the copy is in hand, the own one is not").isEqualTo("F-1");
            connection.rollback();
        }
        inDesk(this::forgetEnded);
        assertThat(text("SELECT count(*) FROM yakuba.reg_entry")).isEqualTo("0");
    }

    @Test
    @DisplayName("利用者を伝える頁は、終わりの頁を一日しか待たず、消えた人を伝えるものはすぐに消える")
    void pagesOfPersonsDoNotWaitForEver() throws Exception {
        var other = new PublishingOffice(keys, xml, "facility-user-register", CODE);
        other.put("F-1", person("F-1", "2099-03-31"));
        fetch(other, "facility-user-register");
        other.put("F-1", person("F-1", "2098-03-31"));
        other.put("F-2", person("F-2", "2099-03-31"));
        var waiting = "SELECT count(*) FROM yakuba.exc_copy_page WHERE place IS NOT NULL AND peer = '" + CODE + "'";
        var begin = "UPDATE yakuba.exc_copy_page SET taken_at = now() - interval '25 hours' WHERE place IS NOT NULL AND peer = '" + CODE + "'";
        other.tellSlowly(1, 1);
        fetch(other, "facility-user-register");
        inDesk(() -> done(() -> publishing.dropReadings(Register.FACILITY_USER)));
        assertThat(text(waiting)).as("read just now").isEqualTo("1");
        asOwner(begin);
        inDesk(() -> done(() -> publishing.dropReadings(Register.FACILITY_USER)));
        assertThat(text(waiting)).as("a day ago").isEqualTo("0");

        other.tellSlowly(1, 1);
        fetch(other, "facility-user-register");
        assertThat(text(waiting)).isEqualTo("1");
        asOwner("UPDATE yakuba.reg_entry SET valid_until = current_date - 400 WHERE number = 'F-1'");
        inDesk(this::forgetEnded);
        assertThat(text(waiting)).as("it told of who is forgotten").isEqualTo("0");
        assertThat(text("SELECT kept = (SELECT coalesce(sum(length(p.content)), 0) FROM yakuba.exc_copy_page p WHERE p.peer = c.peer AND p.name = c.name)"
                + " FROM yakuba.exc_copy c WHERE c.peer = '" + CODE + "' AND c.name = 'facility-user-register'")).isEqualTo("t");
        other.tellSlowly(100, 100);
        fetch(other, "facility-user-register");
        assertThat(text("SELECT string_agg(number, ' ' ORDER BY number) FROM yakuba.reg_entry")).isEqualTo("F-1 F-2");
    }

    @Test
    @DisplayName("一度に読んだ中で何度変わっても、履歴には一つだけが残る")
    void aReadingLeavesOneState() throws Exception {
        var other = new PublishingOffice(keys, xml, "vendor-register", CODE);
        other.put("V-9", file("若葉土木", "2099-03-31", ""));
        other.put("V-8", file("白樺土木", "2099-03-31", "").replace("V-9", "V-8"));
        other.tellSlowly(1, 1);
        fetch(other, "vendor-register");
        other.put("V-9", file("若葉土木", "2098-03-31", ""));
        other.tellSlowly(1, 100);
        fetch(other, "vendor-register");
        assertThat(as(TAX, () -> desk.get(Register.VENDOR, CODE, "V-9"))).satisfies(sheet -> {
            assertThat(sheet.changes()).hasSize(1);
            assertThat(sheet.line().validUntil()).isEqualTo(LocalDate.of(2098, 3, 31));
        });
        assertThat(text("SELECT count(*) FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "' AND told @> '{V-9}'")).as("both are provable").isEqualTo("2");
        other.put("V-9", file("若葉土木", "2097-03-31", ""));
        fetch(other, "vendor-register");
        assertThat(as(TAX, () -> desk.get(Register.VENDOR, CODE, "V-9")).changes()).hasSize(2);
    }

    @Test
    @DisplayName("住所が隠された後にまた変わっても、取り消されても、読む前のことであれば、前の状態も頁も残さない")
    void whatWasHiddenBeforeTheLastChangeIsForgotten() throws Exception {
        var other = new PublishingOffice(keys, xml, "vendor-register", CODE);
        var pages = "SELECT count(*) FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "' AND told @> ";
        for (var number : List.of("V-7", "V-8", "V-9")) {
            other.put(number, file("若葉土木", "2099-03-31", "").replace("V-9", number));
            fetch(other, "vendor-register");
        }
        other.forget("V-9", file("若葉土木", "2099-03-31", "").replace("大通1", "＊＊＊"));
        other.put("V-9", file("若葉土木", "2099-03-31", "").replace("大通1", "西5条"));
        other.forget("V-8", null);
        other.remove("V-7");
        fetch(other, "vendor-register");
        assertThat(as(TAX, () -> desk.get(Register.VENDOR, CODE, "V-9"))).satisfies(sheet -> {
            assertThat(sheet.changes()).hasSize(1);
            assertThat(sheet.toString()).contains("西5条").doesNotContain("大通1");
        });
        assertThat(text(pages + "'{V-9}'")).isEqualTo("1");
        refused(RegisterProblem.NO_SUCH_ENTRY, () -> as(TAX, () -> desk.get(Register.VENDOR, CODE, "V-8")));
        assertThat(text(pages + "'{V-8}'")).isEqualTo("0");
        assertThat(as(TAX, () -> desk.get(Register.VENDOR, CODE, "V-7")).line().state()).as("withdrawn as any").isEqualTo(EntryState.WITHDRAWN);

        other.put("V-9", file("若葉土木", "2098-03-31", "").replace("大通1", "西5条"));
        fetch(other, "vendor-register");
        other.remove("V-9");
        fetch(other, "vendor-register");
        assertThat(as(TAX, () -> desk.get(Register.VENDOR, CODE, "V-9")).changes()).as("what was said since is kept").hasSize(3);
    }

    @Test
    @DisplayName("守られた住所を伝えていた業者を、時計より先に直しても、取り消しても、前のことを忘れるように伝える")
    void readersHearThatAnAddressIsProtectedSince() throws Exception {
        var place = """
                FROM yakuba.res_address a WHERE a.lot ~ '^[0-9]+番地[0-9]+$' AND a.valid_until IS NULL
                AND NOT EXISTS (SELECT 1 FROM yakuba.res_shielded s JOIN yakuba.res_address o ON o.person_id = s.person_id
                    WHERE o.place = a.place AND o.lot = a.lot) ORDER BY a.person_id DESC LIMIT 1
                """;
        var person = UUID.fromString(text("SELECT a.person_id " + place));
        var address = text("SELECT a.place || a.lot " + place);
        var moved = as(CONTRACTS, () -> desk.write(vendor("", address)));
        var gone = as(CONTRACTS, () -> desk.write(vendor("", address)));
        var plain = as(CONTRACTS, () -> desk.write(vendor("", "東1条")));
        var forget = "SELECT coalesce(serial - forget, -1) FROM yakuba.exc_published WHERE name = 'vendor-register' AND item = '";
        var begun = request.as(ResidentFixture.clerk("係"), () -> officer.call(() -> protections.protect(
                new EnterProtection(List.of(person), true, clock.today(), null, null))));
        try {
            as(CONTRACTS, () -> desk.write(changed(vendor("", ""), moved, 1, "大通9")));
            assertThat(text(forget + moved + "'")).isEqualTo("0");
            as(CONTRACTS, () -> desk.write(changed(vendor("", ""), plain, 1, "東2条")));
            as(CONTRACTS, () -> desk.write(changed(vendor("", ""), moved, 2, "大通10")));
            assertThat(Integer.parseInt(text(forget + moved + "'"))).as("told with what follows, too").isPositive();
            as(CONTRACTS, () -> done(() -> desk.withdraw(Register.VENDOR, gone, 1, "廃業の届")));
            assertThat(published("vendor-register", gone)).isEqualTo("withdrawn");
            assertThat(text(forget + gone + "'")).isEqualTo("0");
            assertThat(text(forget + plain + "'")).isEqualTo("-1");
        } finally {
            request.as(ResidentFixture.clerk("係"), () -> officer.call(() -> done(() -> protections.end(begun, 0, "試験の終わり"))));
        }
    }

    private boolean forgetEnded() {
        boolean more = false;
        for (var office : publishing.listEnded(Register.FACILITY_USER)) {
            more |= publishing.forgetEnded(Register.FACILITY_USER, office);
        }
        return more;
    }

    private static String person(String number, String until) {
        return "{\"version\":1,\"number\":\"" + number + "\",\"name\":\"佐藤　太郎\",\"town\":\"" + CODE + "\",\"validUntil\":\"" + until + "\"}";
    }

    private static String file(String name, String until, String suspension) {
        return "{\"version\":1,\"number\":\"V-9\",\"name\":\"" + name + "\",\"seat\":\"大通1\",\"categories\":[\"GOODS\"],\"validFrom\":\"2020-04-01\",\"suspensions\":["
                + suspension + "],\"validUntil\":\"" + until + "\"}";
    }

    private static WriteEntry vendor(String corporateNumber, String seat) {
        return new WriteEntry(Register.VENDOR, UUID.randomUUID(), null, null, "青葉建設株式会社", "あおばけんせつ", corporateNumber, seat,
                Set.of(VendorCategory.CONSTRUCTION), LocalDate.of(2025, 4, 1), LocalDate.of(2099, 3, 31), null, false);
    }

    private static WriteEntry changed(WriteEntry words, String number, long version, String seat) {
        return new WriteEntry(Register.VENDOR, words.once(), number, version, words.name(), words.kana(), words.corporateNumber(), seat, words.categories(),
                words.validFrom(), words.validUntil(), null, false);
    }

    private static WriteEntry user(String name, String town, boolean withheld, String number, Long version) {
        return new WriteEntry(Register.FACILITY_USER, UUID.randomUUID(), number, version, name, "やまだ", "", "", Set.of(), null, LocalDate.of(2099, 3, 31), town,
                withheld);
    }

    private EntryState state(String number) throws Exception {
        return as(TAX, () -> desk.get(Register.VENDOR, HERE, number)).line().state();
    }

    private List<EntryLine> list(Actor who, Register register, String words) throws Exception {
        return as(who, () -> desk.list(register, words, new PageRequest(0, 50))).rows();
    }

    private String published(String name, String number) throws SQLException {
        return text("SELECT coalesce(convert_from(content, 'UTF8'), 'withdrawn') FROM yakuba.exc_published WHERE name = '" + name + "' AND item = '" + number + "'");
    }

    private void fetch(PublishingOffice other, String name) throws Exception {
        inDesk(() -> {
            round.enlist();
            new CopyFetcher(other, round, xml, organization).fetch(new CopyStore.Copy(CODE, name, text("SELECT state FROM yakuba.exc_copy WHERE peer = '" + CODE
                    + "' AND name = '" + name + "'"), null, 0));
            return null;
        });
    }

    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> staff.call(deed));
    }

    private <T> T inDesk(Callable<T> deed) throws Exception {
        return request.as(Actor.system("test"), () -> asDesk.call(deed));
    }

    private static Object done(Runnable deed) {
        deed.run();
        return null;
    }

    private static Object tried(Callable<?> deed) {
        try {
            return deed.call();
        } catch (Exception refused) {
            return problemOf(refused);
        }
    }

    private static void refused(Object problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> assertThat(problemOf(thrown)).isEqualTo(problem));
    }

    private static Object problemOf(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation violation) {
                return violation.problem();
            }
        }
        throw new AssertionError("another failure", thrown);
    }

    private String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "none";
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
