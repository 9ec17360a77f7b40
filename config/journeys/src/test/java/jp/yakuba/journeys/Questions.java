package jp.yakuba.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a resident has in mind when filling in forms (答え): answers by the path of the question. Pages are filled in as a
 * person would, and every field that was typed or chosen is counted.
 */
final class Questions {
    /** Takes whatever is offered first. */
    static final String FIRST = "(first)";

    private static final int MOST_PAGES = 60;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> typed = new ArrayList<>();
    private final Map<String, Set<String>> shown = new TreeMap<>();

    /** Knows the answer to the question at that path: words to type, or the label or value of a choice (several with a comma). */
    Questions know(String path, String answer) {
        answers.put(path, answer);
        return this;
    }

    /** The fields that were filled in, in order; a field filled twice stands there twice. */
    List<String> typed() {
        return typed;
    }

    /** The pages on which each question stood, by the name of its field: asked once, it stands on one. */
    Map<String, Set<String>> shown() {
        return shown;
    }

    /** The answer that is known for the path. */
    String answer(String path) {
        return answers.get(path);
    }

    /** Fills in page after page until the answers are shown for checking. */
    void fillDraft(Page page) {
        for (var turn = 0; turn < MOST_PAGES && !page.url().contains("/check"); turn++) {
            var filled = fillPage(page);
            var grown = addEntry(page);
            if (grown) {
                continue;
            }
            var before = page.url();
            page.locator("form#questions button[name=y_next]:visible").last().click();
            page.waitForLoadState();
            if (filled == 0 && path(before).equals(path(page.url()))) {
                throw new AssertionError("The page does not go on: " + page.url() + " asks for " + unanswered(page) + "\n"
                        + page.locator("main").innerText());
            }
        }
    }

    /** Fills in the counter's sheet, asking for further questions until none is left that is known. */
    void fillSheet(Page page) {
        for (var turn = 0; turn < MOST_PAGES; turn++) {
            var filled = fillPage(page);
            if (addEntry(page)) {
                continue;
            }
            if (filled == 0) {
                return;
            }
            page.waitForNavigation(() -> page.locator("button[name=y_look]:visible").last().click());
        }
    }

    /** Fills in what this page asks and is known; returns how many fields. */
    int fillPage(Page page) {
        var before = typed.size();
        for (var name : names(page)) {
            shown.computeIfAbsent(name, first -> new TreeSet<>()).add(path(page.url()));
            var path = name.replaceAll("\\.[ymd]$", "");
            if (answers.containsKey(name) && !typed.contains(name)) {
                fill(page, name, answers.get(name));
            } else if (!name.equals(path) && answers.containsKey(path) && !typed.contains(name)) {
                var parts = answers.get(path).split("-");
                fill(page, name, parts["ymd".indexOf(name.charAt(name.length() - 1))]);
            }
        }
        return typed.size() - before;
    }

    /** Asks for one more entry of a group if an answer is known for it. */
    private boolean addEntry(Page page) {
        for (var add : page.locator("button[name=y_add]:visible").all()) {
            var group = add.getAttribute("value");
            var entries = page.locator("fieldset.y-entry[id^='" + group.replace('.', '-') + "-']").count();
            if (answers.keySet().stream().anyMatch(path -> path.startsWith(group + "." + entries + "."))) {
                add.click();
                page.waitForLoadState();
                return true;
            }
        }
        return false;
    }

    private void fill(Page page, String name, String answer) {
        var fields = page.locator("form [name='" + name + "']:not([type=hidden])");
        var first = fields.first();
        var type = String.valueOf(first.evaluate("one => one.tagName === 'INPUT' ? one.type : one.tagName.toLowerCase()"));
        switch (type) {
            case "radio", "checkbox" -> List.of(answer.split("、")).forEach(one -> choose(fields, name, one));
            case "select" -> first.selectOption(answer.equals(FIRST) ? firstOption(first) : answer);
            case "file" -> first.setInputFiles(java.nio.file.Path.of(answer));
            default -> first.fill(answer);
        }
        if (name.endsWith(".postal")) {
            awaitPlace(page, name.replaceAll("postal$", "place"));
        }
        typed.add(name);
    }

    /** The town's name comes by itself after the postal code; a person looks at it before going on. */
    private static void awaitPlace(Page page, String name) {
        PlaywrightAssertions.assertThat(page.locator("form [name='" + name + "']").first())
                .not().hasValue("", new LocatorAssertions.HasValueOptions().setTimeout(20_000));
    }

    private static void choose(Locator fields, String name, String answer) {
        for (var field : fields.all()) {
            var label = String.valueOf(field.evaluate("one => one.closest('label').innerText")).strip();
            if (answer.equals(FIRST) || answer.equals(field.getAttribute("value")) || label.contains(answer)) {
                field.check();
                return;
            }
        }
        throw new AssertionError("The question " + name + " offers no 「" + answer + "」");
    }

    private static String firstOption(Locator select) {
        return String.valueOf(select.evaluate("one => [...one.options].map(o => o.value).find(v => v !== '')"));
    }

    private static List<String> names(Page page) {
        var names = (List<?>) page.locator(":is(form#questions, form#sheet) :is(input:not([type=hidden]), select, textarea)")
                .evaluateAll("all => [...new Set(all.filter(one => one.offsetParent !== null).map(one => one.name))]");
        return names.stream().map(String::valueOf).filter(name -> !name.isEmpty() && !name.startsWith("y_")).toList();
    }

    private TreeSet<String> unanswered(Page page) {
        var all = new TreeSet<>(names(page));
        all.removeAll(typed);
        return all;
    }

    private static String path(String url) {
        return url.replaceAll("[?#].*", "");
    }
}
