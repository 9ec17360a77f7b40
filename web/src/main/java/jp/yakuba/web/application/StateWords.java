package jp.yakuba.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.yakuba.application.api.ApplicationLine;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ApplicationView;
import jp.yakuba.application.api.BundleView;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.portal.Catalogue;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Town;
import jp.yakuba.web.shell.Ui;

/** A state as people read it: the sign, the word, who acts, since when and by when. */
@Named("state")
@RequestScoped
public class StateWords {
    private static final Set<ApplicationState> OVER =
            EnumSet.of(ApplicationState.DONE, ApplicationState.REFUSED, ApplicationState.WITHDRAWN);

    private static final Pattern RESULT = Pattern.compile("([A-Za-z]+)(\\.\\d+)?: (.*)");

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    @Inject
    private Town town;

    @Inject
    private Catalogue catalogue;

    @Inject
    private OfficeClock clock;

    /** True if nothing more happens. */
    public static boolean isOver(ApplicationState state) {
        return OVER.contains(state);
    }

    /** The sign's code: done, you, wait, book, stop. */
    public String code(ApplicationState state) {
        return switch (state) {
            case DONE -> "done";
            case CORRECTION -> "you";
            case VISIT -> "book";
            case REFUSED, WITHDRAWN -> "stop";
            default -> "wait";
        };
    }

    /** The state in a word; a notification is not examined but looked through (行政手続法37条). */
    public String word(ApplicationState state, ProcedureKind kind) {
        return messages.get(key(state, kind));
    }

    /** The key of the state's word. */
    public static String key(ApplicationState state, ProcedureKind kind) {
        var key = "application.state." + state.name();
        return state == ApplicationState.EXAMINING && kind == ProcedureKind.NOTIFICATION ? key + ".NOTIFICATION" : key;
    }

    /** Who acts, since when, and by when, of one line of a bundle. */
    public String next(BundleView bundle, ApplicationLine line) {
        var since = ui.moment(line.since());
        var key = "application.next." + line.state().name();
        return switch (line.state()) {
            case WAITING -> messages.of(key, line.waitsFor() == null ? "" : ui.text(line.waitsFor()), since);
            case VISIT -> bundle.visitAt() == null
                    ? messages.of(key, section(line), since)
                    : messages.of(key + ".booked", ui.localMoment(bundle.visitAt()), town.sectionNamed(bundle.visitPlace()));
            case DONE, REFUSED, WITHDRAWN -> messages.of(key, since);
            case CORRECTION -> messages.of(key, section(line), since) + due(line, isLapsed(line) ? "application.due.lapsed" : "application.due.CORRECTION");
            default -> messages.of(key, section(line), since) + due(line, "application.due");
        };
    }

    /** The same for an application's own page; the bundle tells of a visit and is null where none is awaited. */
    public String next(ApplicationView application, BundleView visit) {
        var line = new ApplicationLine(application.id(), application.receiptNumber(), application.procedure().code(),
                application.procedure().name(), application.procedure().kind(), application.state(), application.since(), dueOn(application), null,
                town.sectionName(application.procedure().section()));
        return application.state() == ApplicationState.WAITING
                ? messages.of("application.next.WAITING", catalogue.nameOf(application.procedure().waitsFor()), ui.moment(application.since()))
                : next(visit == null ? new BundleView(application.bundleId(), application.arrivedAt(), null, null, List.of()) : visit, line);
    }

    private static LocalDate dueOn(ApplicationView application) {
        return application.correction() == null ? application.dueOn() : application.correction().until();
    }

    /** What a core system made of an application: the name of the result, and what it is. */
    public record Result(String label, String value) {}

    /** The results as people read them; a remark without a name has an empty label. */
    public List<Result> results(ApplicationView application) {
        return application.result() == null ? List.of() : application.result().lines().map(this::result).toList();
    }

    private Result result(String line) {
        var parts = RESULT.matcher(line);
        if (!parts.matches()) {
            return new Result("", line);
        }
        var number = parts.group(2) == null ? "" : "（" + parts.group(2).substring(1) + "）";
        return new Result(messages.get("result." + parts.group(1)) + number, day(parts.group(3)));
    }

    private String day(String value) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}") ? ui.day(LocalDate.parse(value)) : value;
    }

    /** True while something of the bundle waits for a visit, whose time can be chosen anew. */
    public boolean awaitsVisit(BundleView bundle) {
        return bundle.applications().stream().anyMatch(line -> line.state() == ApplicationState.VISIT);
    }

    /** True if the applicant should have answered before today. */
    public boolean isLapsed(ApplicationLine line) {
        return line.state() == ApplicationState.CORRECTION && line.dueOn() != null && line.dueOn().isBefore(clock.today());
    }

    /** What a step of the history says: words of the office as they are, its own machines' in the reader's language. */
    public String said(String words) {
        if (words == null || !words.startsWith("@")) {
            return words;
        }
        var parts = words.substring(1).split(" ", 2);
        return messages.of("application.step." + parts[0], parts.length == 1 ? "" : about(parts[1]));
    }

    /** What a step is about: a time, or the procedure with this code. */
    private String about(String what) {
        return Character.isDigit(what.charAt(0)) ? ui.appointment(what) : catalogue.nameOf(what);
    }

    /** Who took a step of the history, as people say it. */
    public String who(String name) {
        return "applicant".equals(name) || "office".equals(name) ? messages.get("application.who." + name) : name;
    }

    /** How many of the bundle are over, in words. */
    public String progress(BundleView bundle) {
        var over = bundle.applications().stream().filter(line -> isOver(line.state())).count();
        var all = bundle.applications().size();
        return over == all ? messages.of("application.progress.all", all) : messages.of("application.progress", all, over);
    }

    /** One segment per procedure, those that are over first. */
    public List<String> segments(BundleView bundle) {
        return bundle.applications().stream().map(line -> code(line.state()))
                .sorted((left, right) -> Integer.compare(rank(left), rank(right))).toList();
    }

    /** Applications for which the person must act. */
    public List<ApplicationLine> yours(BundleView bundle) {
        return bundle.applications().stream().filter(line -> line.state() == ApplicationState.CORRECTION).toList();
    }

    private String section(ApplicationLine line) {
        return town.sectionNamed(line.sectionName());
    }

    private String due(ApplicationLine line, String key) {
        return line.dueOn() == null ? "" : messages.get("application.then") + messages.of(key, ui.day(line.dueOn()));
    }

    private static int rank(String code) {
        return List.of("done", "stop", "wait", "book", "you").indexOf(code);
    }
}
