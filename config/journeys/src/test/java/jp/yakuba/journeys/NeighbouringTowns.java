package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import jp.yakuba.launcher.OfficeSettings;
import jp.yakuba.launcher.RunningOffice;
import jp.yakuba.launcher.TwoTowns;
import jp.yakuba.server.Folders;
import jp.yakuba.server.Ports;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two towns side by side, and what a clerk of the first or the second does there to send a letter to the other. Most journeys between
 * towns share two ({@link Door}); one that leaves them in disorder has two for itself.
 */
final class NeighbouringTowns implements AutoCloseable {
    /** The first town, by its code. */
    static final String MEMURO = OfficeSettings.DEFAULT_TOWN;

    /** Its neighbour, by its code. */
    static final String HIGASHIYAMATO = OfficeSettings.NEIGHBOUR;

    private static final int APART = 700;
    private static final int POPULATION = 300;

    private final TwoTowns towns;
    private final Chromium chromium;
    private final List<String> said;

    private NeighbouringTowns(TwoTowns towns, Chromium chromium, List<String> said) {
        this.towns = towns;
        this.chromium = chromium;
        this.said = said;
    }

    /**
     * Opens the towns that are shared before the first class of journeys that wants them, and closes them after the last, which is known
     * by its name: all journeys run in the order of their names. Where that one does not run they close with the whole run.
     */
    static final class Door implements ParameterResolver, AfterAllCallback {
        private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(Door.class);
        private static final int FIRST_OFFSET = 2500;
        private static final Class<?> LAST = ExchangeJourneyIT.class;

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == NeighbouringTowns.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(PLACE).computeIfAbsent(PLACE, key -> open("towns", FIRST_OFFSET), NeighbouringTowns.class);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            if (context.getRequiredTestClass() == LAST) {
                var open = context.getRoot().getStore(PLACE).remove(PLACE, NeighbouringTowns.class);
                if (open != null) {
                    open.close();
                }
            }
        }
    }

    /** Opens both without any data of an earlier run. */
    static NeighbouringTowns open(String folder, int firstOffset) {
        var root = Path.of(System.getProperty("yakuba.root", "../..")).toAbsolutePath().normalize();
        var home = root.resolve("config/journeys/target").resolve(folder);
        clear(home);
        var first = Ports.freeFrom(firstOffset);
        var second = Ports.freeFrom(first.offset() + APART);
        var chromium = Chromium.launch();
        var said = new CopyOnWriteArrayList<String>();
        try {
            return new NeighbouringTowns(TwoTowns.open(new OfficeSettings(root, home.resolve(MEMURO), first, MEMURO, POPULATION),
                    new OfficeSettings(root, home.resolve(HIGASHIYAMATO), second, HIGASHIYAMATO, POPULATION), line -> {
                        said.add(line);
                        System.out.println("  " + line);
                    }), chromium, said);
        } catch (RuntimeException notOpen) {
            chromium.close();
            throw notOpen;
        }
    }

    private static void clear(Path home) {
        try {
            Folders.delete(home);
        } catch (IOException inTheWay) {
            throw new UncheckedIOException(inTheWay);
        }
    }

    /** The lines in which they told how far they were. */
    List<String> said() {
        return said;
    }

    /** The first of the two as it runs now. */
    OpenOffice memuro() {
        return OpenOffice.of(towns.first(), chromium);
    }

    /** The second of the two as it runs now. */
    OpenOffice higashiyamato() {
        return OpenOffice.of(towns.second(), chromium);
    }

    /** Ends one as a power cut does. */
    void kill(OpenOffice town) {
        towns.kill(town.running());
    }

    /** Opens one again. */
    void restart(OpenOffice town) {
        towns.restart(town.running());
    }

    /** A clerk of the office who may send letters. */
    static String clerkOf(OpenOffice office) {
        return Staff.holding(office.running().database().owner(), "general-clerk-1");
    }

    /** Writes a letter and takes it through its decision; the id of the draft, which can be sent now. */
    static String decided(OpenOffice office, Visitor clerk, String cause, String title, List<Path> files, Function<String, Visitor> staff) {
        var pen = Drafter.of(clerk);
        var draft = pen.begin(cause, "notify");
        pen.write(draft, title, "次のとおり照会します。");
        if (!files.isEmpty()) {
            pen.attach(draft, files);
        }
        pen.decide(draft, office, staff);
        return draft;
    }

    /** Sends the decided draft to the other office; the id of the record that leaves. */
    static String send(OpenOffice office, Visitor clerk, String draft, String to) {
        var page = clerk.page();
        clerk.goToOffice("/office/dispatch?draft=" + draft);
        if (page.locator("#channel-0").count() == 0) {
            throw new AssertionError("Nothing can be sent: " + page.url() + " says " + page.locator("body").innerText());
        }
        page.selectOption("#channel-0", "EXCHANGE");
        page.selectOption("#office-0", to);
        page.fill("#deadline-0", "2099-03-31");
        clerk.keepPicture("exchange-dispatch");
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("main [role=status]")).isVisible();
        return office.ask("select record_id::text from yakuba.doc_dispatch where draft_id = ?::uuid order by sent_at desc limit 1", draft);
    }

    /** Waits until the other office has answered that it keeps the letter. */
    static void awaitReceipt(OpenOffice office, String record) {
        Until.holds("the receipt is here", () -> "RECEIPTED".equals(office.ask(
                "select state from yakuba.exc_parcel where record_id = ?::uuid", record)));
    }

    @Override
    public void close() {
        try {
            towns.close();
        } finally {
            chromium.close();
        }
    }
}
