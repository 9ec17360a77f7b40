package jp.yakuba.journeys;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A walk over every page that can be reached by links (巡回): each kind of page a few times, each inspected. */
final class Walk {
    private static final int EACH_KIND = 3;
    private static final int ONE_OF_EACH = 1;
    private static final List<String> NOT_PAGES = List.of("/sign-out", "/office/sign-out", "/card/", "/preferences/set", "/api/",
            "/assets/", ".pdf", ".csv", "/office/file", "/office/export");

    private final Visitor visitor;
    private final UnaryOperator<String> address;
    private final String as;
    private final ArrayDeque<String> ahead = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    private final int each;

    private Walk(Visitor visitor, UnaryOperator<String> address, String as, int each) {
        this.each = each;
        this.visitor = visitor;
        this.address = address;
        this.as = as;
    }

    /** Walks from the given paths on; {@code address} makes an address of a path, {@code as} names the walker. */
    static Walk of(Visitor visitor, UnaryOperator<String> address, String as, List<String> from) {
        var walk = new Walk(visitor, address, as, EACH_KIND);
        from.forEach(walk::meet);
        while (!walk.ahead.isEmpty()) {
            walk.see(walk.ahead.poll());
        }
        return walk;
    }

    /** The same, seeing one page of each kind. */
    static Walk ofKinds(Visitor visitor, UnaryOperator<String> address, String as, List<String> from) {
        return new Walk(visitor, address, as, ONE_OF_EACH).from(from);
    }

    private Walk from(List<String> beginnings) {
        ahead.addAll(beginnings);
        known.addAll(beginnings);
        beginnings.forEach(path -> kinds.merge(kind(path), 1, Integer::sum));
        while (!ahead.isEmpty()) {
            see(ahead.poll());
        }
        return this;
    }

    /** The paths that were seen. */
    List<String> seen() {
        return seen;
    }

    /** What was wrong with them. */
    List<String> findings() {
        return findings;
    }

    private void see(String path) {
        var answer = visitor.page().navigate(address.apply(path));
        seen.add(path);
        findings.addAll(Inspection.of(visitor.page(), answer, as + " " + path));
        var links = visitor.page().locator("a[href^='/']").evaluateAll("all => all.map(one => one.getAttribute('href'))");
        ((List<?>) links).forEach(link -> meet((String) link));
    }

    private void meet(String link) {
        var path = link.replaceAll("#.*", "");
        if (path.isEmpty() || NOT_PAGES.stream().anyMatch(path::contains) || !known.add(path)) {
            return;
        }
        if (kinds.merge(kind(path), 1, Integer::sum) <= each) {
            ahead.add(path);
        }
    }

    /** Pages that differ only in what they are about are of one kind. */
    static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*").replaceAll("=[^&]*", "=*")
                .replaceAll("^/(procedure|guide)/[^/?]+", "/$1/*");
    }
}
