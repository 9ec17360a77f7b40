package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormVersionLine;
import jp.yakuba.application.api.Text;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;

/** What the pages of an author share: which version is being written, and how its faults are told. */
@RequestScoped
public class FormDrawer {
    private static final String WORKING = "WORKING";

    @Inject
    private FormDesk desk;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    /** The working copy, if somebody has begun one. */
    public Optional<FormVersionLine> working(List<FormVersionLine> versions) {
        return versions.stream().filter(line -> WORKING.equals(line.state())).findFirst();
    }

    /** The version that a change begins with: the working copy, or else the newest. */
    public Optional<FormVersionLine> base(List<FormVersionLine> versions) {
        return working(versions).or(() -> versions.stream().max(Comparator.comparingInt(FormVersionLine::version)));
    }

    /**
     * A form while it is written: as it stands, and the edition by which a change of it is judged.
     *
     * @param edition of the working copy, or that none was begun
     */
    public record Taken(FormDefinition form, long edition) {}

    /** What a change of the procedure's form begins with, as it stands now. */
    public Taken take(String procedure) {
        var version = base(desk.listVersions(procedure)).orElseThrow(NotFound::new);
        return new Taken(desk.version(procedure, version.version()), editionOf(version));
    }

    /** A question to be rewritten: a page or group without any cannot be shown. */
    public FormField firstQuestion() {
        var words = new Text(messages.get("office.form.first"), null, null);
        return new FormField("first", null, FieldType.TEXT, words, null, null, false, null, null, null, null, null, null, null, null);
    }

    /** Edition that a change of the version must name. */
    public long editionOf(FormVersionLine version) {
        return WORKING.equals(version.state()) ? version.edition() : FormDesk.NOT_BEGUN;
    }

    /** Edition of the working copy that the sender of a page saw. */
    static long seen(HttpServletRequest request) {
        var typed = request.getParameter("y_edition");
        return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : FormDesk.NOT_BEGUN;
    }

    /**
     * Keeps the form; what is wrong is told at its place on the page.
     *
     * @param place where the page's own part of the form begins; faults elsewhere are told for the whole page
     * @return true if it was kept
     */
    public boolean keep(FormDefinition form, long edition, String place) {
        try {
            desk.keep(form, edition);
            return true;
        } catch (RuleViolation refusal) {
            if (refusal.problem() != ApplicationProblem.FORM_FAULTY) {
                faults.add(null, messages.explain(refusal));
                return false;
            }
            desk.inspect(form).stream().filter(fault -> !isGap(fault)).forEach(fault -> tell(fault, place));
            return false;
        }
    }

    /** Tells which parts of a condition compare with nothing; true if there are any. */
    public boolean tellUnfinished(ConditionSheet sheet) {
        sheet.unfinished().forEach(number -> faults.add("c" + number, messages.get("office.condition.unfinished")));
        return !sheet.unfinished().isEmpty();
    }

    /** True if the fault is only a language that is missing: that keeps a form from the public, not from its drawer. */
    public static boolean isGap(FormFault fault) {
        return fault.place().endsWith(".easy") || fault.place().endsWith(".en");
    }

    private void tell(FormFault fault, String place) {
        if (!place.isEmpty() && fault.place().startsWith(place + ".")) {
            faults.add(control(fault.place().substring(place.length() + 1)), fault.words());
        } else {
            faults.add(null, fault.line());
        }
    }

    private static String control(String part) {
        var first = part.replaceAll("[.\\[].*", "");
        return switch (first) {
            case "label", "hint", "why", "title", "intro", "message" -> part.matches("\\w+\\.\\w+") ? part.replace('.', '-') : first + "-ja";
            case "when", "optionalWhen" -> "conditions";
            default -> first;
        };
    }
}
