package jp.yakuba.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.DraftView;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.Ui;

/**
 * Behind {@code draft.xhtml}: {@code /draft/<id>} lists the sections, {@code /draft/<id>/<section>} asks one of them, and
 * {@code /draft/<id>/check} shows every answer before it is sent.
 */
@Named
@RequestScoped
public class DraftPage {
    private static final String CHECK = "check";

    @Inject
    private DraftDesk desk;

    @Inject
    private DraftPost post;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Ui ui;

    private DraftView draft;
    private FormPage page;
    private List<FieldProblem> problems = List.of();
    private List<QuestionView> questions;
    private List<Section> sections;
    private final Map<FormPage, List<QuestionView>> views = new IdentityHashMap<>();

    /** One section in the list and in the bar of steps: done, now, err or still to come (null). */
    public record Section(String id, String title, String href, String state) {}

    /** Opens the draft; a post is taken first. */
    public void open() throws IOException, ServletException {
        var id = Pages.id(Paths.part(request, 1));
        draft = desk.get(id);
        if (draft.submitted()) {
            Pages.goTo(getExit());
            return;
        }
        var section = Paths.part(request, 2);
        if (isAsking(section)) {
            page = pageOf(section);
        }
        if (Pages.isPost(request) && post.take(draft, page)) {
            return;
        }
        if (Pages.isPost(request)) {
            draft = desk.get(id);
            problems = post.problems();
            page = page == null ? null : pageOf(section);
        }
        if (getView().equals(CHECK) && problems.isEmpty()) {
            problems = draft.problems();
        }
        // what is only not written yet is no fault until somebody sends it
        problems.stream().filter(problem -> page != null || getView().equals(CHECK) && Pages.isPost(request))
                .forEach(problem -> faults.add(page == null ? null : ui.id(problem.path()), ui.text(problem.message())));
    }

    /** Which part is shown: overview, section or check. */
    public String getView() {
        var section = Paths.part(request, 2);
        return section.isEmpty() ? "overview" : section.equals(CHECK) ? CHECK : "section";
    }

    public DraftView getDraft() {
        return draft;
    }

    public FormPage getPage() {
        return page;
    }

    /** The questions of the section that is shown. */
    public List<QuestionView> getQuestions() {
        if (questions == null) {
            questions = viewsOf(page);
        }
        return questions;
    }

    /** Questions of any page with their answers, for checking. */
    public List<QuestionView> viewsOf(FormPage any) {
        return views.computeIfAbsent(any, page -> QuestionView.of(page.questions(), draft.answers(), draft.attachments()));
    }

    /** The address of the draft itself. */
    public String getHome() {
        return "/draft/" + draft.id();
    }

    /** The sections with where each stands; found once, for a page asks for them line by line. */
    public List<Section> getSections() {
        if (sections == null) {
            sections = findSections();
        }
        return sections;
    }

    private List<Section> findSections() {
        var open = draft.problems().stream().map(FieldProblem::section).collect(Collectors.toSet());
        var found = new ArrayList<Section>();
        for (var each : draft.pages()) {
            var now = page != null && each.section().equals(page.section());
            var touched = PostedAnswers.isBegun(each, draft.answers(), draft.problems());
            found.add(new Section(each.section(), ui.text(each.title()), getHome() + "/" + each.section(),
                    now ? "now" : !open.contains(each.section()) ? "done" : touched ? "err" : null));
        }
        return found;
    }

    /** Number of this section, from 1. */
    public int getNumber() {
        return page == null ? draft.pages().size() : index(page.section()) + 1;
    }

    /** The page before this one. */
    public String getBack() {
        var before = page == null ? draft.pages().size() - 1 : index(page.section()) - 1;
        return before < 0 ? getHome() : getHome() + "/" + draft.pages().get(before).section();
    }

    /** Where to begin or go on: the first section with something to answer. */
    public String getResume() {
        return getSections().stream().filter(section -> !"done".equals(section.state())).map(Section::href)
                .findFirst().orElse(getHome() + "/" + CHECK);
    }

    /** Title of the next section. */
    public String getNextTitle() {
        var next = getNumber();
        return next < draft.pages().size() ? ui.text(draft.pages().get(next).title()) : null;
    }

    /** True if it answers a correction. */
    public boolean isAnswering() {
        return draft.answerTo() != null;
    }

    /** True if there is nothing to be sent any more: the correction is over, and what was typed is only kept. */
    public boolean isOver() {
        return isAnswering() && "OVER".equals(draft.answerTo().state());
    }

    /** Where somebody goes who does not go on here: all of one's own, or the application that is corrected. */
    public String getExit() {
        return exitOf(draft);
    }

    static String exitOf(DraftView draft) {
        return draft.answerTo() == null ? "/my" : "/my/application/" + draft.answerTo().applicationId();
    }

    /** True if one of the procedures must be signed. */
    public boolean isSigned() {
        return !isAnswering() && draft.procedures().stream().anyMatch(procedure -> procedure.identity() == Assurance.SIGNATURE);
    }

    /** A key by which a second sending is known. */
    public String getOnceKey() {
        return draft.id() + ":" + draft.version();
    }

    /** True if nothing is left to answer. */
    public boolean isComplete() {
        return problems.isEmpty();
    }

    public List<FieldProblem> getProblems() {
        return problems;
    }

    private boolean isAsking(String section) {
        return !section.isEmpty() && !section.equals(CHECK);
    }

    private FormPage pageOf(String section) {
        return draft.pages().stream().filter(each -> each.section().equals(section)).findFirst().orElseThrow(NotFound::new);
    }

    private int index(String section) {
        return draft.pages().stream().map(FormPage::section).toList().indexOf(section);
    }
}
