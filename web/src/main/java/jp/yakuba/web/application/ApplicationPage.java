package jp.yakuba.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ApplicationView;
import jp.yakuba.application.api.ApplicationView.AnsweredCorrection;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;

/**
 * Behind {@code /my/application/<id>}: one application with its history and what was sent; withdrawing, using it again, and
 * the answer to a correction request ({@code /my/application/<id>/correct}).
 */
@Named
@RequestScoped
public class ApplicationPage {
    @Inject
    private ApplicationDesk desk;

    @Inject
    private DraftDesk drafts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private StateWords words;

    private ApplicationView application;
    private final Map<FormPage, List<QuestionView>> views = new IdentityHashMap<>();

    /** Finds the application; a post is followed first. */
    public void open() throws IOException {
        application = desk.get(Pages.id(Paths.part(request, 2)));
        if (!Pages.isPost(request)) {
            return;
        }
        try {
            follow();
        } catch (RuleViolation refused) {
            faults.add(null, messages.explain(refused));
        }
    }

    public ApplicationView getApplication() {
        return application;
    }

    /** Which part is shown: the application, its correction, or the question before withdrawing. */
    public String getView() {
        if (isOn("correct") && application.correction() != null) {
            return "correct";
        }
        return isOn("withdraw") && application.mayWithdraw() ? "withdraw" : "application";
    }

    private boolean isOn(String part) {
        return Paths.part(request, 3).equals(part);
    }

    public String getHome() {
        return "/my/application/" + application.id();
    }

    /** Where it stands: who acts, since when, by when; a visit is told with the time that was booked. */
    public String getNext() {
        var visit = application.state() == ApplicationState.VISIT ? desk.getBundle(application.bundleId()) : null;
        return words.next(application, visit);
    }

    /** Questions of one page with what was sent. */
    public List<QuestionView> viewsOf(FormPage page) {
        return views.computeIfAbsent(page,
                any -> QuestionView.of(any.questions(), application.answers(), application.attachments()));
    }

    /** The questions that the office asks again, with what was sent before. */
    public List<QuestionView> getAskedAgain() {
        var asked = application.correction().paths();
        var questions = application.pages().stream().flatMap(page -> page.questions().stream())
                .filter(question -> asked.contains(question.path()) || question.group() != null && asked.contains(question.group())).toList();
        return QuestionView.of(questions, application.answers(), application.attachments());
    }

    /** What a correction changed, question by question. */
    public List<ChangeView> changesOf(AnsweredCorrection correction) {
        return ChangeView.of(correction);
    }

    private void follow() throws IOException {
        if (request.getParameter("y_reuse") != null) {
            Pages.goTo("/draft/" + drafts.reuse(application.id()));
        } else if (request.getParameter("y_withdraw") != null) {
            desk.withdraw(application.id(), version());
            Pages.goTo(getHome());
        } else if (application.correction() != null && isOn("correct")) {
            var draft = desk.openCorrection(application.id());
            Pages.goTo("/draft/" + draft + "/" + drafts.get(draft).pages().get(0).section());
        }
    }

    private long version() {
        var posted = request.getParameter("y_version");
        return posted != null && posted.matches("\\d{1,18}") ? Long.parseLong(posted) : -1;
    }
}
