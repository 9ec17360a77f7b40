package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;

/** An author at the screens (様式を書く人): begins a procedure, writes its questions and rules in words, tries and publishes. */
final class Authoring {
    private static final Pattern FORM = Pattern.compile("/office/form\\?");

    private final Visitor author;
    private final Page page;
    private final String code;

    private Authoring(Visitor author, String code) {
        this.author = author;
        this.page = author.page();
        this.code = code;
    }

    static Authoring of(Visitor author, String code) {
        return new Authoring(author, code);
    }

    Page page() {
        return page;
    }

    /** Begins the procedure in the catalogue, decided as facilities are, or a notification with no matter. */
    Authoring begin(String name, String section, String matter) {
        author.goToOffice("/office/forms");
        page.locator("a[href='/office/procedure-new']").click();
        page.fill("#code", code);
        page.locator("input[name=kind][value=" + (matter == null ? "NOTIFICATION" : "APPLICATION") + "]").check();
        page.selectOption("#matter", matter == null ? "" : matter);
        for (var text : new String[] {"name", "summary", "whoMay"}) {
            page.fill("#" + text + "-ja", name);
            page.fill("#" + text + "-easy", name);
            page.fill("#" + text + "-en", "Procedure " + code);
        }
        page.fill("#kana", "てつづき");
        page.fill("#legalGround", "芽室町要綱（見本）");
        page.selectOption("#section", section);
        page.selectOption("#identity", "PASSWORD");
        page.waitForNavigation(() -> page.locator("#begin").click());
        assertThat(page).hasURL(FORM);
        return this;
    }

    /** Begins the form with its one page and its one question. */
    Authoring beginForm(String title) {
        page.waitForNavigation(() -> page.locator("button[name=y_begin]").click());
        page.locator("a[href*='form-section'][href$='at=0']").click();
        texts("title", title, "Page");
        keep();
        return this;
    }

    /** Writes a question: over the one at the place, or as a new one at the end of the page or group. */
    Authoring question(String where, String type, String label, Map<String, String> more) {
        author.goToOffice("/office/form-question?procedure=" + code + "&" + where);
        texts("label", label, "Q " + label.length());
        page.selectOption("#type", type);
        page.locator("input[name=required][value=" + more.getOrDefault("required", "false") + "]").check();
        more.forEach((id, value) -> {
            if (!id.equals("required")) {
                page.fill("#" + id, value);
            }
        });
        keep();
        assertThat(page.locator("main")).containsText(label);
        return this;
    }

    private void texts(String id, String words, String english) {
        page.fill("#" + id + "-ja", words);
        page.fill("#" + id + "-easy", words);
        page.fill("#" + id + "-en", english);
    }

    private void keep() {
        page.waitForNavigation(() -> page.locator("#keep").click());
        assertThat(page).hasURL(FORM);
    }

    /** Says when the question at the place is asked: that question has one of those answers. */
    Authoring askedWhen(String at, String question, String... answers) {
        author.goToOffice("/office/form-question?procedure=" + code + "&at=" + at);
        page.locator("a[href*='form-when']").first().click();
        page.selectOption("#c_next", new SelectOption().setLabel(question));
        page.waitForNavigation(() -> page.locator("#more").click());
        for (var answer : answers) {
            page.locator("#conditions").getByLabel(answer).check();
        }
        page.waitForNavigation(() -> page.locator("#keep").click());
        assertThat(page.locator("#conditions")).containsText("「" + question + "」が「" + answers[0] + "」");
        return this;
    }

    /** Publishes what is written. */
    Authoring publish() {
        author.goToOffice("/office/form-publish?procedure=" + code);
        page.waitForNavigation(() -> page.locator("#publish").click());
        assertThat(page.locator(".o-seg [aria-current=page]")).containsText("公開中");
        return this;
    }

    /** Opens the procedure to residents from today on. */
    Authoring openOnline() {
        author.goToOffice("/office/procedure?code=" + code);
        page.fill("#validFrom", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString());
        page.locator("input[name=online][value=true]").check();
        page.waitForNavigation(() -> page.locator("#plan").click());
        assertThat(page.locator(".y-errors")).hasCount(0);
        return this;
    }

    /** Reads a file in as the working copy, or is told its faults. */
    Authoring read(Path file) {
        author.goToOffice("/office/form?procedure=" + code);
        page.setInputFiles("#file", file);
        page.waitForNavigation(() -> page.locator("button[name=y_import]").click());
        return this;
    }

    /** The file of that name about the version, as the author takes it along. */
    String file(String kind, int version) {
        var link = page.locator("a[href^='/office/" + kind + ".json?code=" + code + "&version=" + version + "']").getAttribute("href");
        return new String(page.request().get(page.url().replaceAll("(https?://[^/]+).*", "$1") + link).body(), StandardCharsets.UTF_8);
    }
}
