package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;

/**
 * Behind {@code office/inbox.xhtml}: what waits for the section, grouped by how soon it is due. Filter and page live in
 * the URL, so that a link or the back button finds the same list again.
 */
@Named
@ViewScoped
public class InboxPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    @Inject
    private ExaminationDesk desk;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Inject
    private HttpServletRequest request;

    private String words;
    private String state;
    private String procedure;
    private String scope = "section";
    private int number;
    private transient Page<InboxLine> lines;
    private UUID receiver;

    /** Address of another page of the same list, filters kept. */
    public String pageAddress(int other) {
        return "/office/inbox?scope=" + scope + "&state=" + Paths.encode(state == null ? "" : state)
                + "&words=" + Paths.encode(words == null ? "" : words) + "&page=" + other;
    }

    /** The lines of this page, nearest due date first. */
    public Page<InboxLine> getLines() {
        if (lines == null) {
            lines = desk.list(filter(), new PageRequest(number, ROWS));
        }
        return lines;
    }

    /** The lines under the heads 期限すぎ, 今日まで, 今週, 来週以降; heads without lines are left out. */
    public Map<String, List<InboxLine>> getGroups() {
        var groups = new LinkedHashMap<String, List<InboxLine>>();
        getLines().rows().forEach(line ->
                groups.computeIfAbsent(head(line.dueOn()), key -> new ArrayList<>()).add(line));
        return groups;
    }

    private String head(LocalDate due) {
        var today = clock.today();
        if (due == null) {
            return "none";
        }
        if (due.isBefore(today)) {
            return "overdue";
        }
        if (due.equals(today)) {
            return "today";
        }
        return due.isBefore(today.plusDays(8L - today.getDayOfWeek().getValue())) ? "week" : "later";
    }

    private InboxFilter filter() {
        return new InboxFilter(
                null,
                state == null ? null : ApplicationState.valueOf(state),
                procedure == null || procedure.isBlank() ? null : procedure,
                null,
                "mine".equals(scope),
                "overdue".equals(scope),
                words);
    }

    /** Gives the chosen lines to the chosen colleague, or back to the section when nobody is chosen. */
    public String assign() {
        var ticked = request.getParameterValues("chosen");
        if (ticked != null) {
            desk.assign(Stream.of(ticked).map(Pages::id).toList(), receiver);
        }
        lines = null;
        return null;
    }

    /** Colleagues of the actor's own section who may be given work. */
    public List<StaffView> getColleagues() {
        return organization.listStaffOf(actor.get().section(), clock.today());
    }

    /** States the list can be narrowed to. */
    public ApplicationState[] getStates() {
        return ApplicationState.values();
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getState() {
        return state;
    }

    /** Narrows the list to a state; words that name none narrow nothing. */
    public void setState(String state) {
        this.state = Stream.of(ApplicationState.values()).map(Enum::name).filter(name -> name.equals(state)).findFirst()
                .orElse(null);
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }

    public UUID getReceiver() {
        return receiver;
    }

    public void setReceiver(UUID receiver) {
        this.receiver = receiver;
    }
}
