package jp.yakuba.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks at one page as a strict reader would (検査): answers, words, headings, width, and the rules of accessibility. */
final class Inspection {
    private static final Map<String, Object> RULES = Map.of("type", "tag",
            "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    private static final Map<String, Object> COLOURS = Map.of("type", "rule", "values", List.of("color-contrast"));
    private static final String AXE = "async rules => (await axe.run(document, { runOnly: rules, resultTypes: ['violations'] }))"
            + ".violations.map(rule => rule.id + ' (' + rule.nodes.length + '): ' + rule.nodes[0].target + ' '"
            + " + rule.nodes[0].html.slice(0, 160) + ' ' + rule.nodes[0].failureSummary.replace(/\\s+/g, ' '))";
    /** A look is an attribute of the page's root and nothing else, so it can be tried on without asking for the page again. */
    private static final String LOOK = "([name, value]) => { if (value) document.documentElement.dataset[name] = value;"
            + " else delete document.documentElement.dataset[name]; }";
    private static final int HEIGHT = 844;
    private static final int[] WIDTHS = {320, 390, 1280};
    private static final Pattern KEY = Pattern.compile("(?<![\\w@/.-])(?:account|application|approval|audit|document|kernel|"
            + "messaging|notification|office|organization|portal|resident|search|rest|shell|problem)\\.[A-Za-z][\\w.-]*\\w");
    private static final Pattern INNARDS = Pattern.compile("\\?\\?\\?|Exception\\b|\\bat (?:jp\\.yakuba|java|org)\\.|WFLY|#\\{|"
            + "\\bnull\\b|java\\.lang|[\uFFF9-\uFFFB]");

    private static final String WITHOUT_READINGS = "all => all.map(one => { const copy = one.cloneNode(true);"
            + " copy.querySelectorAll('rt, rp').forEach(part => part.remove()); return copy.textContent; })";

    private final Page page;
    private final String where;
    private final List<String> findings = new ArrayList<>();

    private Inspection(Page page, String where) {
        this.page = page;
        this.where = where;
    }

    /** Everything that is wrong with the page, each with where it was seen. */
    static List<String> of(Page page, Response answer, String where) {
        return new Inspection(page, where).inspect(answer).findings;
    }

    /** The same, and the page in every size, width and colour that a reader may choose. */
    static List<String> inEveryLook(Page page, Response answer, String where) {
        return new Inspection(page, where).inspect(answer).tryOn().findings;
    }

    private Inspection inspect(Response answer) {
        answered(answer);
        speaks();
        isHeaded();
        fits("");
        page.evaluate(AxeBuilder.getAxeScript());
        isOpenToAll(RULES, "");
        return this;
    }

    private Inspection tryOn() {
        var before = page.viewportSize();
        for (var look : List.of(new Look("ySize", null), new Look("ySize", "xl"), new Look("yKiosk", "on"))) {
            wear(look.name(), look.value());
            for (var width : WIDTHS) {
                page.setViewportSize(width, HEIGHT);
                fits(" at " + width + " px" + look.words());
            }
            wear(look.name(), null);
        }
        page.setViewportSize(before.width, before.height);
        for (var theme : List.of("dark", "contrast")) {
            wear("yTheme", theme);
            isOpenToAll(COLOURS, " in " + theme);
        }
        wear("yTheme", null);
        return this;
    }

    private record Look(String name, String value) {
        String words() {
            return value == null ? "" : " with " + name + "=" + value;
        }
    }

    private void wear(String name, String value) {
        page.evaluate(LOOK, Arrays.asList(name, value));
    }

    private void answered(Response answer) {
        if (answer != null && answer.status() != 200) {
            found("answers with " + answer.status());
        }
    }

    private void speaks() {
        var words = page.locator("body").innerText() + "\n" + page.title();
        KEY.matcher(words).results().map(hit -> hit.group()).distinct().forEach(key -> found("shows the key " + key));
        INNARDS.matcher(words).results().map(hit -> hit.group()).distinct().forEach(innards -> found("shows " + innards));
    }

    private void isHeaded() {
        var heads = ((List<?>) page.locator("h1").evaluateAll(WITHOUT_READINGS)).stream().map(String::valueOf).toList();
        if (heads.size() != 1) {
            found("has " + heads.size() + " h1");
        } else if (!plain(page.title()).contains(plain(heads.get(0)))) {
            found("has the title 「" + page.title() + "」 for the h1 「" + heads.get(0) + "」");
        }
    }

    private void fits(String how) {
        var over = (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0) {
            found("scrolls sideways by " + over + " px" + how);
        }
    }

    private void isOpenToAll(Map<String, Object> rules, String how) {
        ((List<?>) page.evaluate(AXE, rules)).forEach(violation -> found("axe" + how + " " + violation));
    }

    private void found(String what) {
        findings.add(where + " " + what);
        System.out.println("  " + where + " " + what);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
