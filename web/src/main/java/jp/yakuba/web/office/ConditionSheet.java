package jp.yakuba.web.office;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.web.office.EditedCondition.Sort;
import jp.yakuba.web.office.FormQuestions.Asked;

/**
 * A condition as a sheet to be filled in: one part for each answer it looks at, in the words of the questions, and one choice for
 * the next. All parts must hold.
 */
public final class ConditionSheet {
    private static final int MOST = 20;

    private final List<EditedCondition> lines;
    private final List<Part> parts;
    private final List<Offer> offers;

    /** A part of the sheet: which answer, how it must be, and what can be chosen or was typed. */
    public record Part(int number, String path, String words, String sort, List<Choice> choices, List<String> values) {
        /** True if answers to this question are chosen. */
        public boolean isChosen() {
            return !choices.isEmpty();
        }

        /** True if that answer is among those the condition names. */
        public boolean names(String value) {
            return values.contains(value);
        }

        /** The answers as they are typed. */
        public String getTyped() {
            return String.join("、", values);
        }
    }

    /** A question that the next part can look at. */
    public record Offer(String path, String words) {}

    private ConditionSheet(FormQuestions questions, String group, List<EditedCondition> lines) {
        this.lines = lines;
        this.parts = IntStream.range(0, lines.size()).mapToObj(number -> part(number, lines.get(number), questions, group)).toList();
        this.offers = questions.seenFrom(group).stream().map(one -> new Offer(one.path(), one.words())).toList();
    }

    private static Part part(int number, EditedCondition line, FormQuestions questions, String group) {
        var asked = questions.find(line.path(), group);
        return new Part(number, line.path(), asked.map(Asked::words).orElse(line.path()), line.sort().name(),
                asked.map(Asked::choices).orElse(List.of()), line.values());
    }

    /** The sheet of a condition as it stands; {@code group} is where it stands, null if outside. */
    static ConditionSheet of(Condition condition, FormQuestions questions, String group) {
        return new ConditionSheet(questions, group, EditedCondition.of(condition));
    }

    /** The sheet as it was sent, with one part more or less if that was asked for. */
    static ConditionSheet sent(HttpServletRequest request, FormQuestions questions, String group) {
        var lines = new ArrayList<EditedCondition>();
        IntStream.range(0, MOST).mapToObj(i -> "c" + i).filter(name -> request.getParameter(name + ".path") != null)
                .filter(name -> !name.equals("c" + request.getParameter("y_drop"))).forEach(name -> lines.add(line(request, name)));
        var next = request.getParameter("c_next");
        if (request.getParameter("y_more") != null && next != null && !next.isBlank() && lines.size() < MOST) {
            lines.add(new EditedCondition(next, Sort.IS, List.of()));
        }
        return new ConditionSheet(questions, group, lines);
    }

    private static EditedCondition line(HttpServletRequest request, String name) {
        var sort = request.getParameter(name + ".sort");
        var known = Arrays.stream(Sort.values()).filter(one -> one.name().equals(sort)).findFirst().orElse(Sort.IS);
        var chosen = request.getParameterValues(name + ".value");
        var typed = request.getParameter(name + ".typed");
        var values = chosen != null ? Arrays.stream(chosen)
                : typed == null ? Stream.<String>empty() : Arrays.stream(typed.split("[、,，]"));
        return new EditedCondition(request.getParameter(name + ".path"), known, values.map(String::strip).filter(one -> !one.isEmpty()).toList());
    }

    /** True if a part was put on the sheet or taken away, so that nothing is to be kept yet. */
    static boolean isTurned(HttpServletRequest request) {
        return request.getParameter("y_more") != null || request.getParameter("y_drop") != null;
    }

    /** The condition; null if nothing was written. */
    Condition condition() {
        return EditedCondition.together(lines);
    }

    /** Numbers of parts that compare with nothing. */
    List<Integer> unfinished() {
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).isCompared() && lines.get(i).values().isEmpty()).boxed().toList();
    }

    public List<Part> getParts() {
        return parts;
    }

    /** How an answer can have to be. */
    public List<String> getSorts() {
        return Arrays.stream(Sort.values()).map(Sort::name).toList();
    }

    /** The questions that the next part can look at. */
    public List<Offer> getOffers() {
        return offers;
    }
}
