package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("二つの町のあいだで文書を送り、受け取り、答える")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(NeighbouringTowns.Door.class)
class ExchangeJourneyIT {
    /** Size of the large attachment; a measurement asks for more. */
    private static final long MEGABYTES = Long.getLong("yakuba.letter.megabytes", 120);
    private static final int HEIGHT = 844;
    /** A letter goes and its answer comes back, signed and checked on both sides. */
    private static final double MINUTES = 120_000;
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(MINUTES);
    private static final ContainsTextOptions SOON_TEXT = new ContainsTextOptions().setTimeout(MINUTES);

    private static NeighbouringTowns towns;
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    @BeforeAll
    static void open(NeighbouringTowns shared) {
        towns = shared;
    }

    @AfterEach
    void everybodyLeaves() {
        visitors.forEach(Visitor::leave);
    }

    @Test
    @Order(1)
    @DisplayName("決裁した照会が文書交換で出て、隣の市で収受され、受領通知が戻る。返事は同じ会話で帰り、証拠は外で確かめられる")
    void aLetterGoesAndTheReplyComesBack() throws Exception {
        var memuro = towns.memuro();
        var neighbour = towns.higashiyamato();
        var clerk = staff(memuro, NeighbouringTowns.clerkOf(memuro));
        var record = send(memuro, clerk, null, "水道台帳の照会について", NeighbouringTowns.HIGASHIYAMATO);
        NeighbouringTowns.awaitReceipt(memuro, record);
        var theirs = neighbour.ask("select record_id::text from yakuba.exc_arrival order by opened_at desc limit 1");
        assertThat(neighbour.ask("select title from yakuba.doc_record where id = ?::uuid", theirs)).isEqualTo("水道台帳の照会について");
        assertThat(memuro.ask("select their_number from yakuba.exc_parcel where record_id = ?::uuid", record))
                .isEqualTo(neighbour.ask("select number from yakuba.doc_record where id = ?::uuid", theirs)).startsWith("東総");

        look(clerk, "/office/record?id=" + record);
        assertThat(clerk.page().locator("#exchange")).containsText("受領通知あり");
        var officer = staff(neighbour, Staff.with(neighbour.running().database().owner(), "records-officer", "general"));
        look(officer, "/office/record?id=" + theirs);
        assertThat(officer.page().locator("#exchange")).containsText("芽室町から文書交換で届きました");
        evidenceHolds(officer, neighbour, theirs);

        var reply = send(neighbour, officer, theirs, "水道台帳の照会について（回答）", NeighbouringTowns.MEMURO);
        NeighbouringTowns.awaitReceipt(neighbour, reply);
        assertThat(memuro.ask("select count(*) from yakuba.exc_arrival a join yakuba.exc_parcel p on p.conversation = a.conversation"
                + " and p.id = a.reply_to where p.record_id = ?::uuid", record)).isEqualTo("1");
        var manager = staff(memuro, Staff.with(memuro.running().database().owner(), "records-manager", null));
        look(manager, "/office/exchange");
        assertThat(manager.page().locator("main")).containsText("東大和市");
        look(manager, "/office/exchange?view=arrivals");
        look(manager, "/office/exchange?view=arrivals&open=on");
        assertThat(findings).isEmpty();
    }

    @Test
    @Order(1)
    @DisplayName("東大和市の住民が芽室町の窓口で住民票の写しを受け取る。回答は自動で画面に出て、渡し終えれば消える。事実が合わなければ理由を言わずに断る")
    void aResidentOfTheOtherTownGetsACopy() throws Exception {
        var memuro = towns.memuro();
        var neighbour = towns.higashiyamato();
        var clerk = staff(memuro, Staff.with(memuro.running().database().owner(), "registrar", "residents"));
        var page = clerk.page();
        var at = AtTheDesk.from(neighbour);
        look(clerk, "/office/wide-copies");
        look(clerk, "/office/wide-copy-new");
        page.waitForNavigation(() -> page.locator("button[name=y_ask]").click());
        assertThat(page.locator(".y-errors li")).hasCount(7);
        seen(clerk, "wide-copy-errors");

        at.fill(page, at.name());
        page.waitForNavigation(() -> page.locator("button[name=y_ask]").click());
        assertThat(page.locator("#live")).containsText("待っています");
        seen(clerk, "wide-copy-waiting");
        assertThat(page.locator("button[name=y_issue]")).isVisible(SOON); // nobody pressed anything
        assertThat(page.locator("main")).containsText(at.address());
        seen(clerk, "wide-copy-answered");
        page.waitForNavigation(() -> page.locator("button[name=y_issue]").click());
        var sheet = page.waitForDownload(() -> page.locator("button[name=y_print]").click());
        try (var paper = org.apache.pdfbox.Loader.loadPDF(sheet.path().toFile())) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(paper)).contains("住民票の写し", "発行番号", at.head(), "東大和市が備える住民票の原本と相違ない", "芽室町長");
            var picture = new org.apache.pdfbox.rendering.PDFRenderer(paper).renderImageWithDPI(0, 80);
            javax.imageio.ImageIO.write(picture, "png", Path.of("target/pictures/wide-copy-paper.png").toFile());
        }
        page.reload();
        assertThat(page.locator("main")).containsText("用紙を取り出しました");
        seen(clerk, "wide-copy-issued");
        page.waitForNavigation(() -> page.locator("button[name=y_finish]").click());
        assertThat(page.locator("main")).not().containsText(at.address());
        seen(clerk, "wide-copy-done");
        assertThat(neighbour.ask("select count(*) from yakuba.aud_entry where deed = 'resident.copy-told' and reason like '広域交付 016373 %'")).isEqualTo(at.members());

        clerk.goToOffice("/office/wide-copy-new");
        at.fill(page, "別人　名前");
        page.waitForNavigation(() -> page.locator("button[name=y_ask]").click());
        assertThat(page.locator("#live")).containsText("この窓口では交付できません", SOON_TEXT);
        seen(clerk, "wide-copy-refused");
        look(clerk, "/office/wide-copies");
        assertThat(findings).isEmpty();
    }

    private void seen(Visitor visitor, String name) {
        findings.addAll(Inspection.of(visitor.page(), null, name));
        for (var width : List.of(Journey.PHONE, Journey.DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture(name + "-" + width);
        }
    }

    @Test
    @Order(2)
    @DisplayName("町が載せた業者と施設利用者を、隣の市の職員が写しで調べる。利用は両方に残り、取り消せば消え、認めなければ断られる")
    void aJointRegisterIsReadNextDoor() throws Exception {
        var memuro = towns.memuro();
        var neighbour = towns.higashiyamato();
        var contracts = staff(memuro, NeighbouringTowns.clerkOf(memuro));
        contracts.goToOffice("/office/register-write?register=VENDOR");
        contracts.page().fill("#name", "青葉建設株式会社");
        contracts.page().fill("#corporateNumber", "123");
        contracts.page().waitForNavigation(() -> contracts.page().locator("button[name=y_keep]").click());
        assertThat(contracts.page().locator("main")).containsText("法人番号を確かめてください");
        assertThat(contracts.page().locator("#name")).hasValue("青葉建設株式会社");
        see(contracts, "register-faults");
        var vendor = RegisterPages.vendor(contracts, "青葉建設株式会社");
        RegisterPages.suspend(contracts, "粗雑工事");
        assertThat(contracts.page().locator("main")).containsText("指名停止中");
        RegisterPages.suspend(contracts, "誤った指名停止");
        see(contracts, "register-entry-own");
        contracts.page().fill("#why-1", "誤りのため");
        contracts.page().waitForNavigation(() -> contracts.page().press("#why-1", "Enter"));
        assertThat(contracts.page().locator("#suspensions")).containsText("粗雑工事");
        assertThat(contracts.page().locator("#suspensions")).not().containsText("誤った指名停止");

        var theirs = staff(neighbour, Staff.holding(neighbour.running().database().owner(), "tax-clerk-1"));
        RegisterPages.refresh(theirs, neighbour, "VENDOR", "the vendor's copy", "select exists (select 1 from yakuba.reg_entry where number = '" + vendor + "')");
        RegisterPages.find(theirs, "VENDOR", "アオバ　建設");
        assertThat(theirs.page().locator("main table")).containsText("指名停止中");
        assertThat(theirs.page().locator("main table")).containsText("芽室町");
        see(theirs, "registers-found");
        theirs.page().waitForNavigation(() -> theirs.page().locator("main table a").first().click());
        assertThat(theirs.page().locator("main")).containsText("粗雑工事");
        assertThat(theirs.page().locator("button[name=y_withdraw]")).hasCount(0);
        see(theirs, "register-entry-copy");
        look(contracts, "/office/registers");
        assertThat(contracts.page().locator("#readers")).containsText("最後に見たのは");
        var uses = "select string_agg(message::text, ' ' order by message) from yakuba.exc_use where service = 'vendor-register' and incoming = ";
        assertThat(memuro.ask(uses + "true")).as("uses on both sides").isNotEmpty().isEqualTo(neighbour.ask(uses + "false"));
        aUserIsToldAndForgotten(memuro, neighbour);

        memuro.ask("update yakuba.exc_peer set services = array_remove(services, 'vendor-register') where code = ? returning code", NeighbouringTowns.HIGASHIYAMATO);
        RegisterPages.refresh(theirs, neighbour, "VENDOR", "the refusal", "select problem = 'EXC-004' from yakuba.exc_copy where name = 'vendor-register'");
        look(theirs, "/office/registers");
        assertThat(theirs.page().locator("#copies")).containsText("認めていません");
        assertThat(theirs.page().locator("main table")).containsText("青葉建設");
        assertThat(findings).isEmpty();
    }

    private void aUserIsToldAndForgotten(OpenOffice memuro, OpenOffice neighbour) {
        var sports = staff(memuro, Staff.holding(memuro.running().database().owner(), "school-clerk-1"));
        var user = RegisterPages.user(sports, "山田　花子", NeighbouringTowns.HIGASHIYAMATO);
        see(sports, "register-user");
        var theirs = staff(neighbour, Staff.holding(neighbour.running().database().owner(), "school-clerk-1"));
        var here = "exists (select 1 from yakuba.reg_entry where number = '" + user + "')";
        RegisterPages.refresh(theirs, neighbour, "FACILITY_USER", "the user's copy", "select " + here);
        RegisterPages.find(theirs, "FACILITY_USER", "山");
        assertThat(theirs.page().locator("main")).containsText("名前の2文字以上");
        RegisterPages.find(theirs, "FACILITY_USER", "山田");
        assertThat(theirs.page().locator("main table")).containsText("有効");
        see(theirs, "registers-users");
        assertThat(neighbour.ask("select count(*) from yakuba.aud_entry where deed = 'register.list' and object_id like '%/" + user + "'")).isEqualTo("1");

        sports.page().fill("#reason", "転出の届");
        sports.page().waitForNavigation(() -> sports.page().locator("button[name=y_withdraw]").click());
        assertThat(sports.page().locator("main")).containsText("取り消し");
        RegisterPages.refresh(theirs, neighbour, "FACILITY_USER", "nothing stays of the user", "select not " + here);
        RegisterPages.find(theirs, "FACILITY_USER", "山田");
        assertThat(theirs.page().locator("main")).containsText("合うものはありません");
    }

    /** Looks at the page that is shown, at both widths. */
    private void see(Visitor visitor, String name) {
        findings.addAll(Inspection.of(visitor.page(), null, name));
        for (var width : List.of(Journey.PHONE, Journey.DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture(name + "-" + width);
        }
    }

    @Test
    @Order(2)
    @DisplayName("相手の市が落ちているあいだ文書は待ち、画面がそう言い、戻れば一度だけ届く")
    void aLetterWaitsForAnOfficeThatIsAway() throws Exception {
        var memuro = towns.memuro();
        var clerk = staff(memuro, NeighbouringTowns.clerkOf(memuro));
        towns.kill(towns.higashiyamato());
        var record = send(memuro, clerk, null, "停電のあいだの通知", NeighbouringTowns.HIGASHIYAMATO);
        Until.holds("the letter waits", () -> "PEER_AWAY".equals(memuro.ask(
                "select coalesce(problem, '') from yakuba.exc_parcel where record_id = ?::uuid", record)));
        var manager = staff(memuro, Staff.with(memuro.running().database().owner(), "records-manager", null));
        look(manager, "/office/exchange?open=on");
        assertThat(manager.page().locator("main")).containsText("相手方につながりません");
        towns.restart(towns.higashiyamato());
        NeighbouringTowns.awaitReceipt(memuro, record);
        assertThat(towns.higashiyamato().ask("select count(*) from yakuba.doc_record where title = ?", "停電のあいだの通知")).isEqualTo("1");
        look(manager, "/office/exchange?open=on");
        assertThat(findings).isEmpty();
    }

    @Test
    @Order(3)
    @DisplayName("大きな添付も、そのままの姿で隣の市に届く。サーバの記憶は添付の大きさほど増えない")
    void aLargeAttachmentArrivesAsItIs() throws Exception {
        var memuro = towns.memuro();
        var neighbour = towns.higashiyamato();
        var clerk = staff(memuro, NeighbouringTowns.clerkOf(memuro));
        var survey = survey();
        try {
            var draft = NeighbouringTowns.decided(memuro, clerk, null, "測量成果の送付について", List.of(survey), number -> staff(memuro, number));
            var before = List.of(ServerMemory.of(memuro), ServerMemory.of(neighbour));
            var record = NeighbouringTowns.send(memuro, clerk, draft, NeighbouringTowns.HIGASHIYAMATO);
            NeighbouringTowns.awaitReceipt(memuro, record);
            var after = List.of(ServerMemory.of(memuro), ServerMemory.of(neighbour));
            System.out.printf("  %d MB arrived; memory of the servers before and after, highest, in MB: %s, %s%n", MEGABYTES, before, after);
            assertThat(neighbour.ask("select count(*) from yakuba.doc_record_file f join yakuba.exc_arrival a on a.record_id = f.record_id"
                    + " where f.sha256 = ? and f.name = ?", sha256(survey), survey.getFileName().toString())).isEqualTo("1");
        } finally {
            Files.delete(survey);
        }
    }

    @Test
    @Order(4)
    @DisplayName("隣の市がやりとりを止めれば文書は待ち、取り消したものは再開しても届かず、待っていたものは届く")
    void aSuspendedOfficeTakesNothingAndALetterIsTakenBack() throws Exception {
        var memuro = towns.memuro();
        var neighbour = towns.higashiyamato();
        var clerk = staff(memuro, NeighbouringTowns.clerkOf(memuro));
        var theirs = staff(neighbour, Staff.with(neighbour.running().database().owner(), "operator", "general"));
        move(theirs, "/office/exchange-peer?code=" + NeighbouringTowns.MEMURO, "#reason", "y_suspend");
        assertThat(theirs.page().locator("main")).containsText("止めている");
        var unwanted = send(memuro, clerk, null, "取り消す照会", NeighbouringTowns.HIGASHIYAMATO);
        var wanted = send(memuro, clerk, null, "待つ照会", NeighbouringTowns.HIGASHIYAMATO);
        for (var record : List.of(unwanted, wanted)) {
            Until.holds("the letter waits", () -> "EXC-003".equals(memuro.ask("select coalesce(problem, '') from yakuba.exc_parcel where record_id = ?::uuid", record)));
        }
        clerk.goToOffice("/office/record?id=" + unwanted);
        clerk.page().locator("#exchange a[href^='/office/exchange-take-back']").click();
        clerk.page().waitForURL("**/exchange-take-back**");
        clerk.page().fill("#reason", "宛先の課を誤ったため");
        clerk.page().waitForNavigation(() -> clerk.page().locator("button[name=y_take_back]").click());
        assertThat(clerk.page().locator("#exchange")).containsText("取り消しています");

        move(theirs, "/office/exchange-peer?code=" + NeighbouringTowns.MEMURO, "#reason", "y_resume");
        var ours = staff(memuro, Staff.with(memuro.running().database().owner(), "operator", "general"));
        move(ours, "/office/exchange-peer?code=" + NeighbouringTowns.HIGASHIYAMATO, "#tryReason", "y_try_all");
        NeighbouringTowns.awaitReceipt(memuro, wanted);
        Until.holds("it is taken back", () -> "CANCELLED".equals(memuro.ask("select state from yakuba.exc_parcel where record_id = ?::uuid", unwanted)));
        look(clerk, "/office/record?id=" + unwanted);
        assertThat(clerk.page().locator("#exchange")).containsText("取り消し");
        assertThat(neighbour.ask("select count(*) from yakuba.doc_record where title = ?", "取り消す照会")).isEqualTo("0");
        assertThat(neighbour.ask("select count(*) from yakuba.doc_record where title = ?", "待つ照会")).isEqualTo("1");
        ours.goToOffice("/office/exchange-peer?code=" + NeighbouringTowns.HIGASHIYAMATO);
        ours.page().waitForNavigation(() -> ours.page().locator("button[name=y_trial]").click());
        assertThat(ours.page().locator("#trial li")).hasCount(9);
        assertThat(ours.page().locator("#trial li").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("よい"))).hasCount(9);
        look(ours, "/office/exchange-watch");
        assertThat(ours.page().locator("#certificates")).containsText("東大和市");
        assertThat(findings).isEmpty();
    }

    /** Opens a page, says why and presses the button. */
    private static void move(Visitor visitor, String path, String reason, String button) {
        visitor.goToOffice(path);
        visitor.page().fill(reason, "回線の点検のため");
        visitor.page().waitForNavigation(() -> visitor.page().locator("button[name=" + button + "]").click());
    }

    @Test
    @Order(5)
    @DisplayName("呼べない隣の市のものは待ち、市が取りに来て収受し、受領通知を持って来る。返事は、いつものように届く")
    void anOfficeThatCannotBeCalledCollects() throws Exception {
        var memuro = towns.memuro();
        var neighbour = towns.higashiyamato();
        var door = memuro.ask("update yakuba.exc_peer set way = 'THEY_COLLECT', address = 'https://localhost:9/api/exchange/v1' where code = ? returning code",
                NeighbouringTowns.HIGASHIYAMATO);
        var asking = staff(neighbour, Staff.with(neighbour.running().database().owner(), "operator", "general"));
        memuro.ask("insert into yakuba.exc_peer (code, name, address, added_at) values ('132195', '狛江市', 'https://komae.example/api/exchange/v1', now()) returning code");
        asking.goToOffice("/office/exchange-book?of=" + NeighbouringTowns.MEMURO);
        asking.page().waitForNavigation(() -> asking.page().locator("form#book button").click());
        asking.keepPicture("exchange-book");
        asking.page().waitForNavigation(() -> asking.page().locator("main table a").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("狛江市")).click());
        assertThat(asking.page().locator("#address")).hasValue("https://komae.example/api/exchange/v1");
        asking.page().waitForNavigation(() -> asking.page().locator("button[name=y_write]").click());
        assertThat(neighbour.ask("select address from yakuba.exc_peer where code = '132195'")).isEqualTo("https://komae.example/api/exchange/v1");

        var clerk = staff(memuro, NeighbouringTowns.clerkOf(memuro));
        var record = send(memuro, clerk, null, "取りに来る市への照会", door);
        Until.holds("the letter waits to be collected, and nobody was called", () -> "1".equals(memuro.ask("select count(*) from yakuba.exc_parcel"
                + " where record_id = ?::uuid and state = 'SEALED' and problem is null and attempts = 0 and next_at > now() + interval '50 minutes'", record)));

        neighbour.ask("update yakuba.exc_peer set way = 'WE_COLLECT', collect_at = null where code = ? returning code", NeighbouringTowns.MEMURO);
        NeighbouringTowns.awaitReceipt(memuro, record);
        var theirs = neighbour.ask("select id::text from yakuba.doc_record where title = ?", "取りに来る市への照会");
        var officer = staff(neighbour, Staff.with(neighbour.running().database().owner(), "records-officer", "general"));
        var reply = send(neighbour, officer, theirs, "取りに来る市への照会（回答）", NeighbouringTowns.MEMURO);
        NeighbouringTowns.awaitReceipt(neighbour, reply);
    }

    /** Lines of measurements in which a compression finds little. */
    private static Path survey() throws Exception {
        var file = Brought.file("測量成果.csv");
        var chance = new Random(MEGABYTES);
        try (var out = Files.newBufferedWriter(file)) {
            out.write("点,X,Y,標高\r\n");
            for (long written = 0; written < MEGABYTES << 20;) {
                var line = Long.toUnsignedString(chance.nextLong(), Character.MAX_RADIX) + ',' + chance.nextDouble() + ',' + chance.nextDouble() + ','
                        + chance.nextFloat() + "\r\n";
                out.write(line);
                written += line.length();
            }
        }
        return file;
    }

    private static String sha256(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
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
        var draft = NeighbouringTowns.decided(office, clerk, cause, title, List.of(), number -> staff(office, number));
        return NeighbouringTowns.send(office, clerk, draft, to);
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
