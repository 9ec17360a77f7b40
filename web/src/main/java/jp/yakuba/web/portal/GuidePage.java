package jp.yakuba.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.portal.api.GuideDesk;
import jp.yakuba.portal.api.GuideLine;
import jp.yakuba.portal.api.GuideStep;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Paths;

/**
 * Behind {@code guide.xhtml}: one question per page. The answers travel in the address, so nothing is kept, going back works,
 * and a result can be shown to somebody else.
 */
@Named
@RequestScoped
public class GuidePage {
    private static final String ASKED = "y_asked";

    @Inject
    private GuideDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private List<GuideLine> guides;
    private GuideStep step;

    /** Reads the answers so far and asks for the next question. */
    public void open() {
        var guide = Paths.part(request, 1);
        if (guide.isEmpty()) {
            guides = desk.list();
            return;
        }
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("y_")) {
                answers.put(name, String.join(",", values));
            }
        });
        step = desk.next(guide, answers);
        if (step.questionId() != null && step.questionId().equals(request.getParameter(ASKED))) {
            faults.add(step.questionId(), messages.get("portal.guide.choose"));
        }
    }

    public List<GuideLine> getGuides() {
        return guides;
    }

    public GuideStep getStep() {
        return step;
    }

    /** The answers so far, to be carried along. */
    public Map<String, String> getAnswers() {
        return answers;
    }

    /** The question before this one, or the list of guides. */
    public String getBack() {
        if (answers.isEmpty()) {
            return "/guide";
        }
        var earlier = new LinkedHashMap<>(answers);
        earlier.remove(List.copyOf(earlier.keySet()).get(earlier.size() - 1));
        return "/guide/" + step.guide() + query(earlier);
    }

    /** Where the chosen procedures are begun. */
    public String getStart() {
        var query = query(answers);
        return "/start" + (query.isEmpty() ? "?" : query + "&") + "y_guide=" + Paths.encode(step.guide());
    }

    /** The highest level of identity among the procedures. */
    public Assurance getNeeded() {
        return step.procedures().stream().map(procedure -> procedure.identity())
                .max(Assurance::compareTo).orElse(Assurance.NONE);
    }

    private static String query(Map<String, String> answers) {
        return answers.isEmpty() ? "" : answers.entrySet().stream()
                .map(answer -> Paths.encode(answer.getKey()) + "=" + Paths.encode(answer.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }
}
