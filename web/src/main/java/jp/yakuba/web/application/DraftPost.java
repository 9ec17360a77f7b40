package jp.yakuba.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.DraftView;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Chosen;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.PreferencesServlet;
import jp.yakuba.web.shell.Ui;

/** Takes what a page of a draft posts: first everything is kept, then the button that was pressed is followed. */
@RequestScoped
public class DraftPost {
    /** An entry of a group: the group and which one. */
    private static final Pattern ENTRY = Pattern.compile("([\\w.-]{1,200})\\.(\\d{1,3})");

    @Inject
    private DraftDesk desk;

    @Inject
    private DraftSending sending;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    private List<FieldProblem> problems = List.of();

    /** Follows the post; true if the answer is already given (another page, or a short word to a script). */
    boolean take(DraftView draft, FormPage page) throws IOException, ServletException {
        if (page != null) {
            desk.save(draft.id(), PostedAnswers.of(request, page));
        }
        if (request.getParameter("y_autosave") != null) {
            return answerScript(draft, page);
        }
        if (page != null && isMultipart() && !keepFiles(draft.id(), page)) {
            return false;
        }
        return page == null ? sending.follow(draft) : follow(draft, page);
    }

    /** What is wrong with the page after the post. */
    List<FieldProblem> problems() {
        return problems;
    }

    private boolean follow(DraftView draft, FormPage page) throws IOException {
        var here = "/draft/" + draft.id() + "/" + page.section();
        var button = pressed();
        switch (button[0]) {
            case "y_switch" -> {
                PreferencesServlet.chooseFromForm(request, response());
                return go("open".equals(button[1]) ? "/preferences?back=" + Paths.encode(here) : here);
            }
            case "y_add" -> {
                var index = desk.addEntry(draft.id(), button[1]);
                return go(here + "#" + ui.id(button[1]) + "-" + index);
            }
            case "y_remove" -> {
                var entry = ENTRY.matcher(button[1]);
                if (!entry.matches()) {
                    throw new NotFound();
                }
                desk.removeEntry(draft.id(), entry.group(1), Integer.parseInt(entry.group(2)));
                return go(here + "#" + ui.id(entry.group(1)));
            }
            case "y_detach" -> {
                desk.detach(draft.id(), Pages.id(button[1]));
                return go(here);
            }
            case "y_complete" -> {
                return go(here + "#" + ui.id(button[1]));
            }
            case "y_later" -> {
                return go("/draft/" + draft.id());
            }
            case "y_upload" -> {
                return go(here + "#" + ui.id(button[1]));
            }
            default -> {
                return goOn(draft, page, here);
            }
        }
    }

    private boolean goOn(DraftView draft, FormPage page, String here) throws IOException {
        var now = desk.get(draft.id());
        var more = asked(now, page.section());
        more.removeAll(asked(page));
        if (!more.isEmpty()) {
            return go(here + "?y_more=on#" + ui.id(more.iterator().next()));
        }
        problems = desk.check(draft.id(), page.section());
        if (!problems.isEmpty()) {
            return false;
        }
        var sections = now.pages().stream().map(FormPage::section).toList();
        var next = sections.indexOf(page.section()) + 1;
        return go("/draft/" + draft.id() + "/" + (next < sections.size() ? sections.get(next) : "check"));
    }

    private boolean answerScript(DraftView draft, FormPage page) throws IOException {
        var more = page != null && !asked(desk.get(draft.id()), page.section()).equals(asked(page));
        var response = response();
        response.setContentType("application/json");
        response.getWriter().write("{\"more\":" + more + "}");
        FacesContext.getCurrentInstance().responseComplete();
        return true;
    }

    private boolean keepFiles(UUID draft, FormPage page) throws IOException, ServletException {
        var asked = asked(page);
        var good = true;
        for (Part part : request.getParts()) {
            if (Chosen.isFile(part) && asked.contains(part.getName())) {
                try (var content = part.getInputStream()) {
                    desk.attach(draft, part.getName(), part.getSubmittedFileName(), content);
                } catch (RuleViolation refused) {
                    faults.add(ui.id(part.getName()), messages.explain(refused));
                    good = false;
                }
            }
        }
        return good;
    }

    private String[] pressed() {
        for (var name : List.of("y_switch", "y_add", "y_remove", "y_detach", "y_complete", "y_upload", "y_later")) {
            var value = request.getParameter(name);
            if (value != null) {
                return new String[] {name, value};
            }
        }
        return new String[] {"y_next", ""};
    }

    private boolean isMultipart() {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/form-data");
    }

    private static Set<String> asked(FormPage page) {
        var paths = new TreeSet<String>();
        page.questions().forEach(question -> paths.add(question.path()));
        return paths;
    }

    private static Set<String> asked(DraftView draft, String section) {
        return draft.pages().stream().filter(page -> page.section().equals(section)).findFirst()
                .map(DraftPost::asked).orElseGet(TreeSet::new);
    }

    private static boolean go(String path) throws IOException {
        Pages.goTo(path);
        return true;
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
