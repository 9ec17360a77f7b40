package jp.yakuba.web.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.web.shell.DateParts;

/** Reads the answers that one page of a form posts, path by path; what the page did not ask is not touched. */
public final class PostedAnswers {
    private static final List<String> ADDRESS = List.of("postal", "place", "lot", "building");

    private PostedAnswers() {}

    /** Answers to the questions of the page as far as the request has them. */
    public static Map<String, String> of(HttpServletRequest request, FormPage page) {
        var answers = new LinkedHashMap<String, String>();
        page.questions().forEach(question -> read(request, question, answers));
        return answers;
    }

    /**
     * True if the page was sent with something left open, which stands there as a blank answer, or if an answer on it is to be
     * corrected. What was only filled in for somebody begins no page.
     */
    static boolean isBegun(FormPage page, Map<String, String> answers, List<FieldProblem> problems) {
        var wrong = problems.stream().map(FieldProblem::path).collect(Collectors.toSet());
        return answers.entrySet().stream().filter(answer -> asks(page, answer.getKey()))
                .anyMatch(answer -> answer.getValue().isBlank() || wrong.contains(answer.getKey()));
    }

    private static boolean asks(FormPage page, String path) {
        return page.questions().stream().anyMatch(question -> path.equals(question.path()) || path.startsWith(question.path() + "."));
    }

    private static void read(HttpServletRequest request, FormPage.Question question, Map<String, String> answers) {
        var path = question.path();
        switch (question.field().type()) {
            case GROUP, NOTE, FILE -> { }
            case DATE -> {
                if (request.getParameter(path + ".y") != null) {
                    answers.put(path, DateParts.join(request.getParameter(path + ".y"), request.getParameter(path + ".m"),
                            request.getParameter(path + ".d")));
                }
            }
            case ADDRESS -> ADDRESS.forEach(part -> take(request, path + "." + part, answers));
            default -> take(request, path, answers);
        }
    }

    private static void take(HttpServletRequest request, String path, Map<String, String> answers) {
        var values = request.getParameterValues(path);
        if (values != null) {
            answers.put(path, String.join(",", List.of(values).stream().filter(value -> !value.isEmpty()).toList()));
        }
    }

}
