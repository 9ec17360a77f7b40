package jp.yakuba.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at one page as a strict reader would (検査): answers, words, headings, width, and the rules of accessibility. */
final class Inspection {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
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
        var inspection = new Inspection(page, where);
        inspection.answered(answer);
        inspection.speaks();
        inspection.isHeaded();
        inspection.fits();
        inspection.isOpenToAll();
        return inspection.findings;
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

    private void fits() {
        var over = (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0) {
            found("scrolls sideways by " + over + " px");
        }
    }

    private void isOpenToAll() {
        for (var rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
            var first = rule.getNodes().get(0);
            found("axe " + rule.getId() + " (" + rule.getNodes().size() + "): " + first.getTarget() + " " + shortened(first.getHtml())
                    + " " + first.getFailureSummary().replaceAll("\\s+", " "));
        }
    }

    private void found(String what) {
        findings.add(where + " " + what);
        System.out.println("  " + where + " " + what);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String shortened(String html) {
        return html.length() > 160 ? html.substring(0, 160) + "…" : html;
    }
}
