package jp.yakuba.journeys;

/** What clerks do on the pages of joint registers. */
final class RegisterPages {
    private static final String NUMBER = ".*number=";

    private RegisterPages() {}

    /** Registers a vendor; its number. */
    static String vendor(Visitor clerk, String name) {
        clerk.goToOffice("/office/register-write?register=VENDOR");
        var page = clerk.page();
        page.fill("#name", name);
        page.fill("#kana", "あおばけんせつ");
        page.fill("#seat", "東1条南1丁目");
        page.check("#category");
        page.fill("#validFrom", "2025-04-01");
        page.fill("#validUntil", "2099-03-31");
        return kept(clerk);
    }

    /** Registers a user of facilities in the town; the number. */
    static String user(Visitor clerk, String name, String town) {
        clerk.goToOffice("/office/register-write?register=FACILITY_USER");
        var page = clerk.page();
        page.fill("#name", name);
        page.fill("#validUntil", "2099-03-31");
        page.selectOption("#town", town);
        return kept(clerk);
    }

    private static String kept(Visitor clerk) {
        clerk.page().waitForNavigation(() -> clerk.page().locator("button[name=y_keep]").click());
        if (!clerk.page().url().contains("/office/register-entry")) {
            throw new AssertionError("It was not kept: " + clerk.words());
        }
        return clerk.page().url().replaceAll(NUMBER, "");
    }

    /** Suspends the vendor that is shown, from today on. */
    static void suspend(Visitor clerk, String ground) {
        var page = clerk.page();
        page.fill("#until", "2098-12-31");
        page.fill("#ground", ground);
        page.waitForNavigation(() -> page.locator("button[name=y_suspend]").click());
    }

    /** Asks other offices for news, and waits until what is asked of the own data is so. */
    static void refresh(Visitor clerk, OpenOffice office, String register, String what, String question) {
        clerk.goToOffice("/office/registers?register=" + register);
        clerk.page().waitForNavigation(() -> clerk.page().locator("button[name=y_refresh]").click());
        Until.holds(what, () -> "t".equals(office.ask(question)));
    }

    /** Looks for something in the register. */
    static void find(Visitor clerk, String register, String words) {
        clerk.goToOffice("/office/registers?register=" + register);
        clerk.page().fill("#words", words);
        clerk.page().waitForNavigation(() -> clerk.page().locator("button[name=y_find]").click());
    }
}
