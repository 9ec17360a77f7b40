package jp.yakuba.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ClientCertificate;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import jp.yakuba.cards.CardBox;
import jp.yakuba.cards.SampleAccounts;
import jp.yakuba.cards.SampleIdentities;

/** One person with one browser: knows how to come in, and where the town hall is. */
final class Visitor {
    private static final int HEIGHT = 844;
    private static final int PATIENCE = 20_000;

    private final OpenOffice office;
    private final BrowserContext context;
    private final Page page;

    private Visitor(OpenOffice office, BrowserContext context) {
        this.office = office;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
    }

    static Visitor of(OpenOffice office, int width, String card) {
        var wishes = new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo").setIgnoreHTTPSErrors(true);
        if (card != null) {
            wishes.setClientCertificates(List.of(new ClientCertificate(office.card(""))
                    .setPfxPath(SampleIdentities.cards(office.running().settings().home()).resolve(card).resolve("sign-in.p12"))
                    .setPassphrase(CardBox.PASSWORD)));
        }
        return new Visitor(office, office.chromium().open(wishes));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to a page of the portal. */
    Response goTo(String path) {
        return page.navigate(office.portal(path));
    }

    /** Goes to a page for staff. */
    Response goToOffice(String path) {
        return page.navigate(office.office(path));
    }

    /** Signs in with mail address and password. */
    Visitor signIn(String mail) {
        goTo("/sign-in");
        page.fill("input[type=email], input[name$=mail]", mail);
        page.fill("input[type=password]", SampleAccounts.RESIDENT_PASSWORD);
        page.click("main button.y-btn--main, main input[type=submit].y-btn--main");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return this;
    }

    /** Signs in with the staff number at the staff's own listener. */
    Visitor signInAsStaff(String number) {
        goToOffice("/office/sign-in");
        page.fill("input[name$=number]", number);
        page.fill("input[type=password]", SampleAccounts.STAFF_PASSWORD.formatted(number));
        page.click("main button.y-btn--main, main input[type=submit].y-btn--main");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return this;
    }

    /** Chooses how pages look and speak, as the switches on each page do. */
    Visitor prefer(String cookie, String value) {
        context.addCookies(List.of(new Cookie(cookie, value).setUrl(office.portal("/"))));
        return this;
    }

    /** The field of that name. */
    Locator field(String name) {
        return page.locator("[name='" + name + "']");
    }

    /** The id in the address of the page. */
    String id() {
        return page.url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
    }

    /** Presses the main button of the page. */
    void pressMain() {
        page.locator("main .y-btn--main:visible").first().click();
    }

    /** The words of the main part of the page. */
    String words() {
        return page.locator("main").innerText();
    }

    void keepPicture(String name) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "pictures", name + ".png")));
        } catch (PlaywrightException closed) {
            System.out.println("  No picture of " + name + ": " + closed.getMessage());
        }
    }

    void leave() {
        context.close();
    }
}
