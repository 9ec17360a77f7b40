package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every view that the pages are made of (画面の名簿), read from their folder, and which of them an address shows. What an
 * inspection has seen is compared with it, so that a new page cannot be forgotten.
 */
final class Views {
    private static final Path FOLDER = Path.of(System.getProperty("yakuba.root", "../.."), "web", "src", "main", "webapp");
    /** Pages that show one of several views, which lie in a folder of that name. */
    private static final List<String> SEVERAL = List.of("draft", "guide", "my");
    /** Addresses without a page of their own: they lead to the first page of whoever asks. */
    private static final Set<String> SIGNPOSTS = Set.of("office/index");
    private static final String ID = "[0-9a-f-]{36}";

    private record Rule(Pattern path, String view) {
        Rule(String path, String view) {
            this(Pattern.compile(path), view);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("/", "home"),
            new Rule("/draft/" + ID, "draft/overview"),
            new Rule("/draft/" + ID + "/check", "draft/check"),
            new Rule("/draft/" + ID + "/[^/]+", "draft/section"),
            new Rule("/guide", "guide/list"),
            new Rule("/my", "my/all"),
            new Rule("/my/notices(/" + ID + ")?", "my/notices"),
            new Rule("/my/done/" + ID, "my/done"),
            new Rule("/my/application/" + ID, "my/application"),
            new Rule("/my/application/" + ID + "/correct", "my/correct"),
            new Rule("/my/application/" + ID + "/withdraw", "my/withdraw"),
            new Rule("/my/visit/" + ID, "my/visit"),
            new Rule("/my/" + ID, "my/bundle"));

    private Views() {}

    /** Views that residents meet. */
    static Set<String> ofThePortal() {
        var views = new TreeSet<>(named(FOLDER, ""));
        views.removeAll(SEVERAL);
        SEVERAL.forEach(several -> views.addAll(named(FOLDER.resolve("WEB-INF").resolve(several), several + "/")));
        views.add("error");
        return views;
    }

    /** Views that staff meet; some are shared with residents and stand in another frame there. */
    static Set<String> ofTheOffice() {
        var views = new TreeSet<>(named(FOLDER.resolve("office"), "office/"));
        views.removeAll(SIGNPOSTS);
        views.addAll(List.of("preferences", "error"));
        return views;
    }

    /** The view that stands at the address; a guide asks or answers under the same. */
    static String at(String address, boolean asks) {
        var path = address.replaceAll("[?#].*", "");
        if (path.startsWith("/guide/")) {
            return asks ? "guide/question" : "guide/result";
        }
        return RULES.stream().filter(rule -> rule.path().matcher(path).matches()).map(Rule::view).findFirst()
                .orElseGet(() -> path.startsWith("/office/") ? path.substring(1) : path.replaceAll("^/([^/]+).*", "$1"));
    }

    private static Set<String> named(Path folder, String before) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".xhtml"))
                    .map(name -> before + name.replaceAll("\\.xhtml$", "")).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
