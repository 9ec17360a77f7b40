package jp.yakuba.journeys;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;

/** The letter box of the sample town as its owner uses it: the page of sent mails, a letter, the link in it. */
final class Letters {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PAUSE = 500;

    private Letters() {}

    /** Waits for the letter to the address, reads it and follows its link. */
    static void follow(Visitor visitor, OpenOffice office, String address, String subject) {
        var page = visitor.page();
        var box = "http://localhost:" + office.running().settings().ports().mailPage() + "/";
        var letter = page.locator("tr").filter(new Locator.FilterOptions().setHasText(address))
                .filter(new Locator.FilterOptions().setHasText(subject));
        var end = Instant.now().plus(PATIENCE);
        page.navigate(box);
        while (letter.count() == 0) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("No letter 「" + subject + "」 to " + address + ":\n" + page.locator("body").innerText());
            }
            page.waitForTimeout(PAUSE);
            page.navigate(box);
        }
        letter.first().locator("a").click();
        page.locator("pre a").first().click();
        page.waitForLoadState();
    }
}
