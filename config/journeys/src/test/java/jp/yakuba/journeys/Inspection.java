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
            + " else delete document.documentElement.dataset[name];"
            // a colour on its way from one theme to the next would be measured as neither
            + " document.body.offsetWidth; document.getAnimations().forEach(each => each.finish()); }";
    private static final int HEIGHT = 844;
    private static final List<Look> LOOKS = List.of(new Look("ySize", null, 320), new Look("ySize", null, 390),
            new Look("ySize", null, 1280), new Look("ySize", "xl", 1280), new Look("ySize", "xl", 320), new Look("yKiosk", "on", 1280));
    /**
     * What does not fit, asked in one question for the sake of speed: by how much the page scrolls sideways and what does it; tables of the
     * office that have to be pushed aside to be read to the end; buttons and cells whose words are cut off or lie on what stands below.
     * Tables are drawn anew one frame after a change of width; a browser that draws no frames is waited for a second and no longer.
     */
    private static final String MISFITS = "async () => { await new Promise(done => { setTimeout(done, 1000);"
            + " requestAnimationFrame(() => requestAnimationFrame(done)); });"
            + " const width = document.documentElement.clientWidth, over = document.documentElement.scrollWidth - width;"
            + " const all = what => [...document.querySelectorAll(what)];"
            + " const widest = over > 0 ? all('body *').filter(one => !one.closest('.y-scroll, .o-list')"
            + " && one.getBoundingClientRect().right > width + 1).map(one => one.outerHTML.slice(0, 120)).pop() : '';"
            + " const pushed = all('.y-office .y-scroll').filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)"
            + ".map(one => one.getAttribute('aria-label'));"
            + " const cut = all('button, input[type=submit], a.y-btn, .y-st, .y-tag, td, th, label, h1, h2')"
            + ".filter(one => one.offsetParent && !one.closest('.y-vh, .y-skip') && !one.matches('.y-vh')"
            + " && (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 6) && one.clientWidth > 0"
            + " && getComputedStyle(one).display !== 'inline').map(one => one.outerHTML.slice(0, 160));"
            + " return [over > 0 ? ['scrolls sideways by ' + over + ' px: ' + widest] : [],"
            + " pushed.map(table => 'has a table that does not fit: ' + table),"
            + " cut.slice(0, 1).map(words => 'has no room for its words: ' + words)].flat(); }";
    /** Scripts that the page's own policy forbids: written into it, and without the word that PrimeFaces' own carry. */
    private static final String REFUSED = "() => [...document.querySelectorAll('script:not([src]), [onclick], [onchange], [onsubmit], [onkeydown]')]"
            + ".filter(one => !one.nonce && (one.tagName !== 'SCRIPT' || !one.type || one.type.includes('javascript')))"
            + ".map(one => one.outerHTML.slice(0, 160))";
    /** What lies beneath the rail at the foot of a phone is scrolled out from under it, but would be measured as covered. */
    private static final String RAIL = "position => document.querySelectorAll('.o-rail').forEach(rail => { rail.style.position = position; })";
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

    /** Everything that is wrong with the page as it is open, in every size and width that a reader may choose. */
    static List<String> inEverySize(Page page, String where) {
        return new Inspection(page, where).inspect(null).inSizes().findings;
    }

    /** The same, in every colour besides. */
    static List<String> inEveryLook(Page page, String where) {
        return new Inspection(page, where).inspect(null).inSizes().inColours().findings;
    }

    private Inspection inspect(Response answer) {
        answered(answer);
        speaks();
        isHeaded();
        ((List<?>) page.evaluate(REFUSED)).forEach(script -> found("has a script that its policy refuses: " + script));
        fits("");
        page.evaluate(AxeBuilder.getAxeScript());
        isOpenToAll(RULES, "");
        return this;
    }

    private Inspection inSizes() {
        var before = page.viewportSize();
        for (var look : LOOKS) {
            wear(look.name(), look.value());
            page.setViewportSize(look.width(), HEIGHT);
            fits(look.words());
            wear(look.name(), null);
        }
        page.setViewportSize(before.width, before.height);
        return this;
    }

    private Inspection inColours() {
        for (var theme : List.of("dark", "contrast")) {
            wear("yTheme", theme);
            isOpenToAll(COLOURS, " in " + theme);
        }
        wear("yTheme", null);
        return this;
    }

    /** A size and a width together. */
    private record Look(String name, String value, int width) {
        String words() {
            return " at " + width + " px" + (value == null ? "" : " with " + name + "=" + value);
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
        var words = (page.locator("body").innerText() + "\n" + page.title()).replace(ScriptEverywhereIT.FORMULA, "");
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
        ((List<?>) page.evaluate(MISFITS)).forEach(misfit -> found(misfit + how));
    }

    private void isOpenToAll(Map<String, Object> rules, String how) {
        page.evaluate(RAIL, "static");
        ((List<?>) page.evaluate(AXE, rules)).forEach(violation -> found("axe" + how + " " + violation));
        page.evaluate(RAIL, "");
    }

    private void found(String what) {
        findings.add(where + " " + what);
        System.out.println("  " + where + " " + what);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
