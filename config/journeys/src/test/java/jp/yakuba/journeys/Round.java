package jp.yakuba.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A round of inspection (巡視): each page in every language it speaks, in every size, width and colour; the views that were
 * met; and every sort of link, which must lead somewhere.
 */
final class Round {
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int HEIGHT = 844;
    private static final List<String> NOT_FOLLOWED = List.of("/sign-out", "/office/sign-out", "/preferences/set", "/card/");

    private final UnaryOperator<String> address;
    private final List<String> languages;
    private final Set<String> views = new TreeSet<>();
    private final List<String> findings = new ArrayList<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private final Set<String> followed = new TreeSet<>();

    private Round(UnaryOperator<String> address, List<String> languages) {
        this.address = address;
        this.languages = languages;
    }

    /** Through the portal, whose pages speak three languages. */
    static Round ofThePortal(OpenOffice office) {
        return new Round(office::portal, List.of("ja-easy", "en", "ja"));
    }

    /** Through the pages of the staff. */
    static Round ofTheOffice(OpenOffice office) {
        return new Round(office::office, List.of("ja"));
    }

    /** Looks at the pages. */
    Round see(Visitor visitor, List<String> paths) {
        paths.forEach(path -> see(visitor, path));
        return this;
    }

    /** Looks at one page. */
    Round see(Visitor visitor, String path) {
        return see(visitor, path, OK, page -> { });
    }

    /** Looks at what a page has become after something was done on it. */
    Round seeAfter(Visitor visitor, String path, Consumer<Page> deed) {
        return see(visitor, path, OK, deed);
    }

    /** Looks at the page that says that something is refused or is not there. */
    Round seeError(Visitor visitor, String path, int status) {
        return see(visitor, path, status, page -> { });
    }

    private Round see(Visitor visitor, String path, int status, Consumer<Page> deed) {
        for (var language : languages) {
            var desk = language.equals("ja");
            visitor.prefer("y_lang", language).page().setViewportSize(desk ? Journey.DESK : Journey.PHONE, HEIGHT);
            var answer = visitor.page().navigate(address.apply(path));
            if (answer.status() != status) {
                findings.add(path + " answers with " + answer.status());
            }
            deed.accept(visitor.page());
            look(visitor.page(), status, path, language);
        }
        return this;
    }

    private void look(Page page, int status, String path, String language) {
        var now = page.url().replaceAll("^https?://[^/]+", "");
        views.add(status == OK ? Views.at(now, page.locator("input[name=y_asked]").count() > 0) : "error");
        findings.addAll(language.equals("ja") ? Inspection.inEveryLook(page, language + " " + path)
                : Inspection.inEverySize(page, language + " " + path));
        ((List<?>) page.locator("a[href^='/']").evaluateAll("all => all.map(one => one.getAttribute('href'))"))
                .forEach(link -> links.putIfAbsent(Walk.kind(String.valueOf(link)), String.valueOf(link)));
    }

    /** Asks for one link of each sort that was met since, as this visitor would. */
    Round follow(Visitor visitor) {
        links.forEach((kind, link) -> {
            if (NOT_FOLLOWED.stream().noneMatch(link::startsWith) && followed.add(kind)) {
                var answer = visitor.context().request().get(address.apply(link), RequestOptions.create().setMaxRedirects(0));
                if (answer.status() >= BAD) {
                    findings.add("the link " + link + " answers with " + answer.status());
                }
                answer.dispose();
            }
        });
        links.clear();
        return this;
    }

    /** What another round met and found is part of this one. */
    Round add(Round other) {
        views.addAll(other.views);
        findings.addAll(other.findings);
        return this;
    }

    /** The views that were met. */
    Set<String> views() {
        return views;
    }

    /** What was wrong. */
    List<String> findings() {
        return findings;
    }
}
