package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import jp.yakuba.launcher.OfficeSettings;
import jp.yakuba.launcher.RunningOffice;
import jp.yakuba.launcher.TwoTowns;
import jp.yakuba.server.Folders;
import jp.yakuba.server.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@DisplayName("二つの町のあいだで文書を送り、受け取り、答える")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExchangeJourneyIT {
    private static final int FIRST_OFFSET = 2500;
    private static final int APART = 700;
    private static final int POPULATION = 300;
    private static final String MEMURO = OfficeSettings.DEFAULT_TOWN;
    private static final String HIGASHIYAMATO = OfficeSettings.NEIGHBOUR;
    private static final int HEIGHT = 844;

    private static TwoTowns towns;
    private static Chromium chromium;
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        var root = Path.of(System.getProperty("yakuba.root", "../..")).toAbsolutePath().normalize();
        var home = root.resolve("config/journeys/target/exchange-towns");
        Folders.delete(home);
        var first = Ports.freeFrom(FIRST_OFFSET);
        var second = Ports.freeFrom(first.offset() + APART);
        chromium = Chromium.launch();
        towns = TwoTowns.open(new OfficeSettings(root, home.resolve(MEMURO), first, MEMURO, POPULATION),
                new OfficeSettings(root, home.resolve(HIGASHIYAMATO), second, HIGASHIYAMATO, POPULATION), line -> System.out.println("  " + line));
    }

    @AfterAll
    static void close() {
        if (towns != null) {
            towns.close();
        }
        chromium.close();
    }

    @AfterEach
    void everybodyLeaves() {
        visitors.forEach(Visitor::leave);
    }

    @Test
    @Order(1)
    @DisplayName("決裁した照会が文書交換で出て、隣の市で収受され、受領通知が戻る。返事は同じ会話で帰り、証拠は外で確かめられる")
    void aLetterGoesAndTheReplyComesBack() throws Exception {
        var memuro = at(towns.first());
        var neighbour = at(towns.second());
        var clerk = staff(memuro, Staff.holding(towns.first().database().owner(), "general-clerk-1"));
        var record = send(memuro, clerk, null, "水道台帳の照会について", HIGASHIYAMATO);
        awaitReceipt(memuro, record);
        var theirs = neighbour.ask("select record_id::text from yakuba.exc_arrival order by opened_at desc limit 1");
        assertThat(neighbour.ask("select title from yakuba.doc_record where id = ?::uuid", theirs)).isEqualTo("水道台帳の照会について");
        assertThat(memuro.ask("select their_number from yakuba.exc_parcel where record_id = ?::uuid", record))
                .isEqualTo(neighbour.ask("select number from yakuba.doc_record where id = ?::uuid", theirs)).startsWith("東総");

        look(clerk, "/office/record?id=" + record);
        assertThat(clerk.page().locator("#exchange")).containsText("受領通知あり");
        var officer = staff(neighbour, Staff.with(towns.second().database().owner(), "records-officer", "general"));
        look(officer, "/office/record?id=" + theirs);
        assertThat(officer.page().locator("#exchange")).containsText("芽室町から文書交換で届きました");
        evidenceHolds(officer, neighbour, theirs);

        var reply = send(neighbour, officer, theirs, "水道台帳の照会について（回答）", MEMURO);
        awaitReceipt(neighbour, reply);
        assertThat(memuro.ask("select count(*) from yakuba.exc_arrival a join yakuba.exc_parcel p on p.conversation = a.conversation"
                + " and p.id = a.reply_to where p.record_id = ?::uuid", record)).isEqualTo("1");
        var manager = staff(memuro, Staff.with(towns.first().database().owner(), "records-manager", null));
        look(manager, "/office/exchange");
        assertThat(manager.page().locator("main")).containsText("東大和市");
        look(manager, "/office/exchange?view=arrivals");
        look(manager, "/office/exchange?view=arrivals&open=on");
        assertThat(findings).isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("相手の市が落ちているあいだ文書は待ち、画面がそう言い、戻れば一度だけ届く")
    void aLetterWaitsForAnOfficeThatIsAway() throws Exception {
        var memuro = at(towns.first());
        var clerk = staff(memuro, Staff.holding(towns.first().database().owner(), "general-clerk-1"));
        towns.kill(towns.second());
        var record = send(memuro, clerk, null, "停電のあいだの通知", HIGASHIYAMATO);
        Until.holds("the letter waits", () -> "PEER_AWAY".equals(memuro.ask(
                "select coalesce(problem, '') from yakuba.exc_parcel where record_id = ?::uuid", record)));
        var manager = staff(memuro, Staff.with(towns.first().database().owner(), "records-manager", null));
        look(manager, "/office/exchange?open=on");
        assertThat(manager.page().locator("main")).containsText("相手方につながりません");
        towns.restart(towns.second());
        awaitReceipt(memuro, record);
        assertThat(at(towns.second()).ask("select count(*) from yakuba.doc_record where title = ?", "停電のあいだの通知")).isEqualTo("1");
        look(manager, "/office/exchange?open=on");
        assertThat(findings).isEmpty();
    }

    private static void evidenceHolds(Visitor officer, OpenOffice office, String record) throws Exception {
        var address = officer.page().locator("#exchange a[href^='/office/exchange-file']").getAttribute("href");
        var files = unzip(officer.context().request().get(office.office(address)).body());
        assertThat(files.keySet()).contains("answer.xml", "report.xml", "README.txt");
        var container = files.entrySet().stream().filter(file -> file.getKey().endsWith(".asice")).findFirst().orElseThrow();
        assertThat(new String(files.get("answer.xml"), java.nio.charset.StandardCharsets.UTF_8))
                .contains(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(container.getValue())));
        assertThat(unzip(container.getValue()).keySet()).contains("mimetype", "head.xml", "document.pdf", "META-INF/signatures.xml");
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws Exception {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** Drafts, decides and sends a letter to the office; the id of the record that left. */
    private String send(OpenOffice office, Visitor clerk, String cause, String title, String to) {
        var page = clerk.page();
        var draft = Drafter.of(clerk).begin(cause, "notify");
        Drafter.of(clerk).write(draft, title, "次のとおり照会します。");
        Drafter.of(clerk).decide(draft, office, number -> staff(office, number));
        clerk.goToOffice("/office/dispatch?draft=" + draft);
        page.selectOption("#channel-0", "EXCHANGE");
        page.selectOption("#office-0", to);
        page.fill("#deadline-0", "2099-03-31");
        clerk.keepPicture("exchange-dispatch");
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator("main [role=status]")).isVisible();
        return office.ask("select record_id::text from yakuba.doc_dispatch where draft_id = ?::uuid", draft);
    }

    private static void awaitReceipt(OpenOffice office, String record) {
        Until.holds("the receipt is here", () -> "RECEIPTED".equals(office.ask(
                "select state from yakuba.exc_parcel where record_id = ?::uuid", record)));
    }

    private static OpenOffice at(RunningOffice town) {
        return OpenOffice.of(town, chromium);
    }

    private Visitor staff(OpenOffice office, String number) {
        var visitor = Visitor.of(office, Journey.DESK, null).signInAsStaff(number);
        visitors.add(visitor);
        return visitor;
    }

    private void look(Visitor visitor, String path) {
        var answer = visitor.goToOffice(path);
        findings.addAll(Inspection.of(visitor.page(), answer, path));
        for (var width : List.of(Journey.PHONE, Journey.DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture("exchange" + path.replaceAll("[^a-z]+", "-").replaceAll("-[a-f0-9-]*$", "") + "-" + width);
        }
    }
}
