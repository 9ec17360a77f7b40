package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The address of somebody under protection (DV等支援措置) is looked for at every exit that the office has. */
@DisplayName("支援措置の住所は、どの出口からも出ない")
class ProtectedPersonIT extends Journey {
    private static final String HANAKO = SampleAccounts.RESIDENTS.get(0);
    private static final String TARO = SampleAccounts.RESIDENTS.get(1);
    private static final String SOMEBODY = """
            from yakuba.res_person p join yakuba.res_shielded s on s.person_id = p.id
            join yakuba.res_address a on a.person_id = p.id and a.valid_until is null
            where p.left_on is null
            and not exists (select 1 from yakuba.acc_link l where l.person_id = p.id and l.ended_at is null)
            order by p.number limit 1
            """;

    private String person;
    private String name;
    private String line;
    private String lot;

    @BeforeEach
    void findSomebody() {
        person = office().ask("select p.id " + SOMEBODY);
        name = office().ask("select p.name " + SOMEBODY);
        line = office().ask("select a.line " + SOMEBODY);
        lot = line.replaceFirst("^.*?(?=[0-9０-９]+番地|[0-9０-９]+番)", "");
        change("insert into yakuba.acc_link (id, account_id, person_id, how, linked_at) select gen_random_uuid(), id, '" + person
                + "', 'COUNTER', now() from yakuba.acc_account where mail = '" + HANAKO + "'"
                + " and not exists (select 1 from yakuba.acc_link l where l.account_id = acc_account.id and l.ended_at is null)");
    }

    @AfterEach
    void untie() {
        change("update yakuba.acc_link set ended_at = now() where person_id = '" + person + "'");
    }

    @Test
    @DisplayName("台帳では、名で見つかっても住所は出ず、住所では見つからない")
    void theLedgerShowsNoAddressAndIsNotSearchedByIt() {
        var clerk = clerk("registrar", "residents");
        var byName = asks(clerk, "/office/residents", Map.of("words", name, "reason", "窓口の照会"));
        assertThat(byName).contains(name).doesNotContain(lot);
        assertThat(asks(clerk, "/office/residents", Map.of("words", line.replaceAll("\\s", ""), "reason", "窓口の照会")))
                .doesNotContain(person);
        assertThat(asks(clerk, "/office/residents", Map.of("words", lot, "reason", "窓口の照会"))).doesNotContain(person);
        assertThat(asks(clerk, "/office/residents", Map.of("words", "-- ' %", "reason", "窓口の照会"))).doesNotContain(lot)
                .doesNotContain("うまく動きませんでした");
        assertThat(asks(clerk, "/office/residents", Map.of("words", "%", "reason", "窓口の照会"))).doesNotContain(lot);
        assertThat(asks(clerk, "/office/residents", Map.of("words", "' or 1=1 --", "reason", "窓口の照会"))).doesNotContain(lot);

        assertThat(asks(clerk, "/office/resident?id=" + person, Map.of("reason", "窓口の照会"))).contains(name).doesNotContain(lot);
        assertThat(office().ask("select count(*) from yakuba.aud_entry where person_id = '" + person + "' and kind = 'LOOK'"))
                .isNotEqualTo("0");
    }

    @Test
    @DisplayName("申請を調べる画面、控え、受信箱、統計、通知、メール、外への電文、記録にも出ない。本人には見える")
    void anApplicationCarriesTheAddressToNobodyButItsCore() {
        var owner = Intruder.atPortal(office()).signIn(HANAKO);
        var weak = Applicant.begins(owner, "dog-change");
        assertThat(owner.get(weak.draft() + "/applicant").body()).as("a password is not told what the ledger knows")
                .doesNotContain(lot).doesNotContain(name);
        owner = byCard(HANAKO);
        var applicant = Applicant.begins(owner, "dog-change");
        assertThat(owner.get(applicant.draft() + "/applicant").body()).as("the person's own address is there").contains(lot);
        var dog = new HashMap<>(Applicant.DOG);
        dog.put("applicant", Map.of("applicant.phone", "0155-62-0000"));
        var bundle = applicant.answers(dog).sends().orElseThrow().substring("/my/done/".length());
        var application = office().ask("select id from yakuba.apl_application where bundle_id = '" + bundle + "'");
        assertThat(office().ask("select person_id from yakuba.apl_application where id = '" + application + "'"))
                .isEqualTo(person);

        var clerk = clerk("examiner", "environment");
        for (var page : List.of("/office/inbox", "/office/inbox?state=DONE", "/office/application?id=" + application,
                "/office/statistics", "/office")) {
            assertThat(clerk.get(page).body()).as(page).doesNotContain(lot).doesNotContain(line);
        }
        assertThat(clerk.get("/office/application?id=" + application).body()).as("the examiner sees that something is hidden")
                .contains("＊＊＊");
        assertThat(PaperWords.of(clerk, "/office/application.pdf?id=" + application)).contains("ポチ").doesNotContain(lot);
        var register = clerk.get("/office/records.csv");
        assertThat(register.statusCode()).isEqualTo(200);
        assertThat(register.body()).as("the register as a file").contains("犬").doesNotContain(lot).doesNotContain(line);
        var ledger = "/office/resident?id=" + person;
        var refused = clerk.post(ledger, clerk.filled(ledger, Map.of("reason", "調べもの", "show", "on")));
        assertThat(refused.statusCode()).as("a clerk of another section opens no ledger").isGreaterThanOrEqualTo(400);
        assertThat(refused.body()).doesNotContain(lot).doesNotContain(line);
        assertThat(PaperWords.of(owner, "/api/my/applications/" + application + "/form.pdf")).as("the person's own copy")
                .contains("ポチ");

        assertThat(office().ask("select string_agg(subject || body || coalesce(mail_body, ''), ' ') from yakuba.ntf_notice"))
                .doesNotContain(lot);
        assertThat(office().ask("select text from yakuba.msg_outbox where subject_key = 'application:" + application + "'"))
                .as("the register of dogs is told that the address is protected, not which it is")
                .contains("\"protectedPerson\":true").contains("\"address\":\"WITHHELD\"").doesNotContain(lot);
        assertThat(office().ask("select count(*) from yakuba.aud_entry e where e::text like '%" + lot + "%'")).isEqualTo("0");
        assertThat(office().ask("select count(*) from yakuba.sch_entry e where e::text like '%" + lot + "%'")).isEqualTo("0");
        nothingOnDiskHolds(lot);
    }

    @Test
    @DisplayName("ほかの人が自由に書いた言葉の中の住所も、職員の画面、紙、送った本人へのお知らせに出ない。本人には書いたまま見える")
    void wordsOfOthersDoNotCarryItEither() {
        var place = office().ask("select place from yakuba.res_address where valid_until is null and person_id = '" + person + "'");
        var written = "妻の家は" + place + "　" + lot.replaceAll("番地?", "－");
        var other = Intruder.atPortal(office()).signIn(TARO);
        var house = new HashMap<>(Applicant.HOUSE);
        var building = new HashMap<>(house.get("building"));
        building.put("house-demolition.where", written);
        house.put("building", building);
        var bundle = Applicant.begins(other, "house-demolition").answers(house).sends().orElseThrow().substring("/my/done/".length());
        var application = office().ask("select id from yakuba.apl_application where bundle_id = '" + bundle + "'");
        var section = office().ask("select section from yakuba.apl_application where id = '" + application + "'");
        var figures = lot.replaceAll("番地?", "－");

        var clerk = clerk("examiner", section);
        assertThat(clerk.get("/office/application?id=" + application).body()).contains("妻の家は＊＊＊").doesNotContain(figures)
                .doesNotContain(lot);
        assertThat(PaperWords.of(clerk, "/office/application.pdf?id=" + application)).contains("妻の家は＊＊＊").doesNotContain(figures);
        assertThat(clerk.get("/office/inbox").body()).doesNotContain(figures);
        assertThat(other.get("/my/application/" + application).body()).as("nobody learns by trying which address is hidden")
                .contains(figures);
    }

    @Test
    @DisplayName("課の仕事が台帳を要しない職員は、台帳も支援措置も開けず、窓口の用紙からも探せない")
    void whoNeedsNoLedgerSeesNobody() {
        var clerk = clerk("examiner", "fire");
        assertThat(office().ask("select count(*) from yakuba.org_post_role where role = 'ledger-reader'")).isNotEqualTo("0");
        var before = Integer.parseInt(office().ask("select count(*) from yakuba.aud_entry where kind = 'REFUSAL'"));
        assertThat(asks(clerk, "/office/residents", Map.of("words", name, "reason", "調べもの"))).doesNotContain(name + "</a>");
        assertThat(asks(clerk, "/office/resident?id=" + person, Map.of("reason", "調べもの"))).doesNotContain(name);
        for (var page : List.of("/office/protect?id=" + person, "/office/protection", "/office/protection-case?id=" + person)) {
            assertThat(clerk.get(page).statusCode()).as(page).isIn(403, 404);
        }
        var sheet = "/office/counter?procedures=lifesaving-course";
        assertThat(clerk.get(sheet).body()).doesNotContain("findWords");
        assertThat(clerk.post("/office/counter", clerk.filled(sheet, Map.of("procedures", "lifesaving-course", "y_find", "on",
                "findWords", name, "findReason", "調べもの"))).body()).doesNotContain(person);
        assertThat(Integer.parseInt(office().ask("select count(*) from yakuba.aud_entry where kind = 'REFUSAL'"))).isGreaterThan(before);
        var registrar = clerk("registrar", "residents");
        assertThat(registrar.get("/office/protect?id=" + person).statusCode()).as("entered by those who answer for it").isEqualTo(403);
    }

    @Test
    @DisplayName("探した人の名前は、画面のアドレスにも記録にも残らない。よその人のしるしでは何も探されない")
    void namesStandInNoAddress() {
        for (var list : List.of("/office/inbox", "/office/records")) {
            var clerk = clerk("examiner", "environment");
            var token = clerk.filled(list, Map.of()).get("y_token");
            var answer = clerk.post(list, Map.of("y_token", token, "words", name));
            var to = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
            assertThat(to).startsWith(list + "?").contains("asked=").doesNotContain(Intruder.encoded(Map.of("n", name)).substring(2));
            assertThat(clerk.get(to).body()).contains("value=\"" + name);
            assertThat(clerk("examiner", "fire").get(to).body()).doesNotContain("value=\"" + name);
            assertThat(clerk.get(list + "?" + Intruder.encoded(Map.of("words", name))).body()).doesNotContain("value=\"" + name);
        }
    }

    @Test
    @DisplayName("委任を受けた人にも、住所は知らされない")
    void evenAnAgentIsNotToldTheAddress() {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        change("insert into yakuba.acc_mandate (id, principal_account_id, agent_account_id, given_with, valid_from, valid_until,"
                + " state, created_at, changed_at)"
                + " select gen_random_uuid(), h.id, t.id, 'CARD', '" + today.minusDays(1) + "', '" + today.plusDays(9)
                        + "', 'STANDING', now(), now()"
                + " from yakuba.acc_account h, yakuba.acc_account t where h.mail = '" + HANAKO + "' and t.mail = '" + TARO + "'");
        var mandate = office().ask("select id from yakuba.acc_mandate order by created_at desc limit 1");
        var agent = byCard(TARO);

        var page = "/start?procedure=dog-change";
        var opened = agent.post(page, agent.filled(page, Map.of("y_procedure", "dog-change", "y_mandate", mandate)));
        var draft = opened.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");

        var words = agent.get(draft + "/applicant").body();
        assertThat(words).as("acts for the person").contains(name);
        assertThat(words).doesNotContain(lot);
        assertThat(office().ask("select answers::text from yakuba.apl_draft order by created_at desc limit 1"))
                .doesNotContain(lot);
    }

    /** Somebody who came in as surely as by a card; the sample accounts have none, so the session is made one. */
    private Intruder byCard(String mail) {
        var browser = Intruder.atPortal(office()).signIn(mail);
        change("update yakuba.acc_session s set assurance = 'CARD' from yakuba.acc_account a"
                + " where a.id = s.account_id and s.ended_at is null and a.mail = '" + mail + "'");
        return browser;
    }

    private Intruder clerk(String role, String section) {
        return Intruder.atOffice(office()).signInAsStaff(holder(role, section));
    }

    /** What a page shows once its form is sent. */
    private static String asks(Intruder clerk, String page, Map<String, String> typed) {
        var fields = clerk.filled(page, typed);
        var button = java.util.regex.Pattern.compile("<(?:input|button)[^>]*type=\"submit\"[^>]*name=\"([^\"]+)\"")
                .matcher(clerk.get(page).body());
        while (button.find()) {
            fields.putIfAbsent(button.group(1), "on");
        }
        return clerk.post(page, fields).body();
    }

    private void nothingOnDiskHolds(String words) {
        var home = office().running().settings().home();
        for (var folder : List.of("logs", "mail")) {
            try (var files = Files.walk(home.resolve(folder))) {
                assertThat(files.filter(Files::isRegularFile).filter(file -> holds(file, words)).toList()).as(folder).isEmpty();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static boolean holds(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void change(String sql) {
        try (var connection = office().running().database().owner()
                .getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }
}
