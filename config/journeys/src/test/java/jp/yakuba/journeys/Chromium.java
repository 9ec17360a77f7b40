package jp.yakuba.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of this machine; fetched once from the system's packages where it is missing and this user may do so. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path FONTS = Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
    private static final List<String> ARGUMENTS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        mustBeHere();
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM).setArgs(ARGUMENTS).setHeadless(true));
        return new Chromium(playwright, browser);
    }

    BrowserContext open(Browser.NewContextOptions wishes) {
        return browser.newContext(wishes);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static void mustBeHere() {
        Packages.need(Chromium::isHere, "chromium-headless-shell", "fonts-noto-cjk");
    }

    private static boolean isHere() {
        return Files.isExecutable(PROGRAM) && Files.exists(FONTS);
    }
}
