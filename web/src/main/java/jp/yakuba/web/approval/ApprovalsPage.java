package jp.yakuba.web.approval;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ApprovalOutcome;
import jp.yakuba.approval.api.ApprovalTaskDesk;
import jp.yakuba.approval.api.TaskKind;
import jp.yakuba.approval.api.TaskLine;
import jp.yakuba.web.office.DeskRows;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import org.primefaces.model.SortMeta;

/** Behind {@code office/approvals.xhtml}: one's tasks about proposals by kind, and the approval of many that were opened. */
@Named
@ViewScoped
public class ApprovalsPage implements DeskRows.Placed {
    private static final long serialVersionUID = 1L;

    @Inject
    private ApprovalTaskDesk tasks;

    @Inject
    private ApprovalDesk desk;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private TaskKind kind = TaskKind.APPROVE;
    private String done;
    private int number;
    private transient DeskRows<TaskLine> rows;
    private transient Map<TaskKind, Integer> counts;
    private transient List<ApprovalOutcome> outcomes;

    /** A list of tasks: its kind, address, how much is in it, whether it is the one shown. */
    public record Scope(TaskKind kind, String href, int count, boolean current) {}

    /** The tasks, urgent ones first, then what is due first. */
    public DeskRows<TaskLine> getRows() {
        if (rows == null) {
            rows = new DeskRows<>((part, order) -> tasks.list(kind, part), number, this);
        }
        return rows;
    }

    /** The lists with their numbers. */
    public List<Scope> getScopes() {
        if (counts == null) {
            counts = tasks.count();
        }
        return Stream.of(TaskKind.values())
                .map(one -> new Scope(one, "/office/approvals?kind=" + one, counts.get(one), one == kind))
                .toList();
    }

    /** Approves what was ticked, each on its own. */
    public void approveChosen() {
        var ticked = request.getParameterValues("chosen");
        outcomes = ticked == null ? List.of() : desk.approveAll(Stream.of(ticked).map(Pages::id).toList());
        counts = null;
        rows = null;
    }

    /** What became of those just approved at once; null if nothing was done. */
    public List<ApprovalOutcome> getRefused() {
        return outcomes == null ? null : outcomes.stream().filter(one -> !one.approved()).toList();
    }

    /** How many were just approved at once. */
    public long getApproved() {
        return outcomes == null ? 0 : outcomes.stream().filter(ApprovalOutcome::approved).count();
    }

    /** Why one of them was not. */
    public String reason(ApprovalOutcome outcome) {
        return messages.explain(outcome.problem());
    }

    /** True in the list from which many are approved at once. */
    public boolean isForApproval() {
        return kind == TaskKind.APPROVE;
    }

    /** True in the lists of one's own proposals. */
    public boolean isOwn() {
        return kind == TaskKind.MINE || kind == TaskKind.RETURNED || kind == TaskKind.SETTLE;
    }

    @Override
    public String addressOf(int other, SortMeta order) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("kind", kind);
        parts.put("page", other == 0 ? null : other);
        return Paths.with("/office/approvals", parts);
    }

    public String getKind() {
        return kind.name();
    }

    /** The kind in the address; an unknown one is the first. */
    public void setKind(String name) {
        kind = Stream.of(TaskKind.values()).filter(one -> one.name().equals(name)).findFirst().orElse(TaskKind.APPROVE);
    }

    /** The deed just done on the page of a proposal; null if none, or unknown. */
    public String getDone() {
        return done;
    }

    public void setDone(String done) {
        this.done = messages.has("approval.done." + done) ? done : null;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
