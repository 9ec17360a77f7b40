package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.AssignApplications;
import jp.yakuba.application.api.AssignmentOutcome;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.InboxCounts;
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.application.api.InboxOrder;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/**
 * Behind {@code office/inbox.xhtml}: what waits for the section, grouped by how soon it is due. Filter, order and page live
 * in the URL, so that a link or the back button finds the same list again; words by which people are looked for do not.
 */
@Named
@ViewScoped
public class InboxPage implements DeskRows.Placed {
    private static final long serialVersionUID = 1L;
    private static final Map<String, InboxOrder> ORDERS = Map.of(
            "dueOn", InboxOrder.DUE, "arrivedAt", InboxOrder.ARRIVED, "procedureName", InboxOrder.PROCEDURE,
            "applicantName", InboxOrder.APPLICANT, "state", InboxOrder.STATE, "assigneeName", InboxOrder.ASSIGNEE);

    @Inject
    private ExaminationDesk desk;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AskedWords askedWords;

    private String asked;
    private String words;
    private String state;
    private String procedure;
    private String assignee;
    private String scope = "section";
    private String sort;
    private boolean down;
    private int number;
    private UUID receiver;
    private transient AssignmentOutcome assigned;
    private boolean grouped = true;
    private transient DeskRows<InboxLine> rows;
    private transient InboxCounts counts;

    /** A part of the inbox: key of its name, address, how much is in it, whether it is the one shown. */
    public record Scope(String name, String href, long count, boolean current) {}

    /** Takes words that were posted out of the address: the browser goes on to one that holds a sign for them. */
    public void open() throws IOException {
        if (Pages.isPost(request)) {
            asked = askedWords.keep(request.getParameter("words"));
            Pages.goTo(addressOf(0, null));
        } else {
            words = askedWords.of(asked);
        }
    }

    /** The lines, in the order of a column or nearest due date first. */
    public DeskRows<InboxLine> getRows() {
        if (rows == null) {
            rows = new DeskRows<>(this::read, number, this);
        }
        return rows;
    }

    private Page<InboxLine> read(PageRequest part, SortMeta chosen) {
        var order = chosen == null ? InboxOrder.DUE : ORDERS.getOrDefault(chosen.getField(), InboxOrder.DUE);
        grouped = order == InboxOrder.DUE;
        return desk.list(filter(order, chosen != null && chosen.getOrder() == SortOrder.DESCENDING), part);
    }

    private InboxFilter filter(InboxOrder order, boolean descending) {
        return new InboxFilter(
                null, stateAsked(), procedure, assignee == null ? null : Pages.id(assignee), "mine".equals(scope),
                "overdue".equals(scope), "unassigned".equals(scope), "lapsed".equals(scope), words, order, descending);
    }

    private ApplicationState stateAsked() {
        return Stream.of(ApplicationState.values()).filter(one -> one.name().equals(state)).findFirst().orElse(null);
    }

    /** How the column is sorted when the list is opened: asc, desc or null. */
    public String orderOf(String column) {
        return !column.equals(sort) ? null : down ? "desc" : "asc";
    }

    @Override
    public String addressOf(int other, SortMeta order) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("scope", scope);
        parts.put("asked", asked);
        parts.put("procedure", procedure);
        parts.put("state", state);
        parts.put("assignee", assignee);
        if (order != null) {
            parts.put("sort", order.getField());
            parts.put("down", order.getOrder() == SortOrder.DESCENDING ? "true" : null);
        }
        parts.put("page", other == 0 ? null : other);
        return Paths.with("/office/inbox", parts);
    }

    /** True while the lines stand under heads that tell how soon they are due. */
    public boolean isGrouped() {
        return grouped;
    }

    /** The first lines under the heads 期限すぎ, 今日まで, 今週, 来週以降, for the narrow list beside an application. */
    public Map<String, List<InboxLine>> getGroups() {
        var groups = new LinkedHashMap<String, List<InboxLine>>();
        read(new PageRequest(0, DeskRows.ROWS), null).rows().forEach(line ->
                groups.computeIfAbsent(headOf(line.dueOn()), key -> new ArrayList<>()).add(line));
        return groups;
    }

    /** The head under which a due date stands. */
    public String headOf(LocalDate due) {
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

    /** The head in words. */
    public String wordsOf(LocalDate due) {
        return messages.get("office.due." + headOf(due));
    }

    /** How much is open in the sections. */
    public InboxCounts getCounts() {
        if (counts == null) {
            counts = desk.counts();
        }
        return counts;
    }

    /** The parts of the inbox with their numbers. */
    public List<Scope> getScopes() {
        var all = getCounts();
        return List.of(scope("section", all.section()), scope("mine", all.mine()), scope("overdue", all.overdue()),
                scope("unassigned", all.unassigned()), scope("lapsed", all.lapsed()));
    }

    private Scope scope(String name, long count) {
        return new Scope(name, "/office/inbox?scope=" + name, count, name.equals(scope));
    }

    /** True if the list is narrowed by more than its part of the inbox. */
    public boolean isNarrowed() {
        return Stream.of(words, procedure, assignee, state).anyMatch(Objects::nonNull);
    }

    /** Gives the chosen lines to the chosen colleague, or back to the section when nobody is chosen. */
    public void assign() {
        var ticked = request.getParameterValues("chosen");
        var lines = Stream.of(ticked == null ? new String[0] : ticked).map(InboxPage::seen).toList();
        assigned = lines.isEmpty()
                ? new AssignmentOutcome(0, List.of())
                : desk.assign(new AssignApplications(lines, receiver));
        counts = null;
    }

    /** An application with whose it was when the list was drawn. */
    private static AssignApplications.Seen seen(String ticked) {
        int end = ticked.indexOf('.');
        return end < 0
                ? new AssignApplications.Seen(Pages.id(ticked), null)
                : new AssignApplications.Seen(Pages.id(ticked.substring(0, end)), Pages.id(ticked.substring(end + 1)));
    }

    /** What stands in the box of a line: the application, and whose it is. */
    public String boxOf(InboxLine line) {
        return line.assigneeId() == null ? line.id().toString() : line.id() + "." + line.assigneeId();
    }

    /** What became of the lines that were just given to somebody; null if nothing was done. */
    public AssignmentOutcome getAssigned() {
        return assigned;
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

    public String getAsked() {
        return asked;
    }

    public void setAsked(String asked) {
        this.asked = asked;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }

    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public boolean isDown() {
        return down;
    }

    public void setDown(boolean down) {
        this.down = down;
    }

    public UUID getReceiver() {
        return receiver;
    }

    public void setReceiver(UUID receiver) {
        this.receiver = receiver;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
