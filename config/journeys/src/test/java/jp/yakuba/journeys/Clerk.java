package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A member of staff at the office's pages: finds an application, works on it, and counts every click. */
final class Clerk {
    private final Visitor visitor;
    private int clicks;

    private Clerk(Visitor visitor) {
        this.visitor = visitor;
    }

    /** The clerk who is signed in there. */
    static Clerk of(Visitor visitor) {
        return new Clerk(visitor);
    }

    Page page() {
        return visitor.page();
    }

    Visitor visitor() {
        return visitor;
    }

    /** How often this clerk has clicked since the count was begun. */
    int clicks() {
        return clicks;
    }

    Clerk countFromHere() {
        clicks = 0;
        return this;
    }

    /** Goes to the inbox, as after signing in. */
    Clerk atInbox() {
        visitor.goToOffice("/office/inbox");
        return this;
    }

    /** Opens the application of that name which somebody has sent. */
    Clerk open(String procedure, String applicant) {
        click(page().locator("main tr", new Page.LocatorOptions().setHasText(applicant))
                .locator("a[href*='/office/application?']", new Locator.LocatorOptions().setHasText(procedure)).first());
        page().waitForURL("**/office/application?**");
        return this;
    }

    /** Opens the first application of that name. */
    Clerk openFirst(String procedure) {
        return open(procedure, procedure);
    }

    /** Opens the sheet for those procedures at the counter. */
    Clerk atCounter(String... procedures) {
        visitor.goToOffice("/office/counter?procedures=" + String.join("&procedures=", procedures));
        return this;
    }

    /** Asks the question of that path again, in those words (補正). */
    Clerk askAgain(String application, String path, String words) {
        visitor.goToOffice("/office/application?id=" + application);
        click(page().locator("#correct summary"));
        page().locator("#correctForm input[value='" + path + "']").check();
        type("correctionWords", words).press("requestCorrection");
        assertThat(page().locator("#correction")).containsText(words);
        return this;
    }

    /** Goes to what waits for this clerk's decision. */
    Clerk atApprovals() {
        visitor.goToOffice("/office/approvals");
        return this;
    }

    /** Opens the proposal about that. */
    Clerk openProposal(String title) {
        click(page().locator("main a[href*='/office/proposal?']", new Page.LocatorOptions().setHasText(title)).first());
        page().waitForURL("**/office/proposal?**");
        return this;
    }

    /** Goes back to the inbox by the menu. */
    Clerk backToInbox() {
        click(page().locator(".o-rail a[href^='/office/inbox']").first());
        page().waitForURL("**/office/inbox**");
        return this;
    }

    /** Presses a button of that id and waits for the page that comes. */
    Clerk press(String id) {
        page().waitForNavigation(() -> click(page().locator("#" + id)));
        return this;
    }

    /** Types into the field of that id. */
    Clerk type(String id, String words) {
        page().locator("#" + id).fill(words);
        return this;
    }

    /** The words of a part of the page. */
    String words(String id) {
        return page().locator("#" + id).innerText();
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }
}
