package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.application.api.InboxOrder;
import jp.yakuba.approval.api.ApprovalTaskDesk;
import jp.yakuba.approval.api.TaskKind;
import jp.yakuba.approval.api.TaskLine;
import jp.yakuba.document.api.MaskDesk;
import jp.yakuba.document.api.ReadingLine;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.document.api.WaitingMasks;
import jp.yakuba.inquiry.api.AnsweringDesk;
import jp.yakuba.inquiry.api.AskedLine;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.relocation.api.MoveNoticeDesk;
import jp.yakuba.relocation.api.SentLine;
import jp.yakuba.web.shell.Messages;

/** Behind {@code office/tasks.xhtml}: all that waits for whoever is signed in, of every kind, the first of each and how many there are. */
@Named
@RequestScoped
public class TasksPage {
    private static final PageRequest FIRST = new PageRequest(0, 5);
    /** Sheets of masks have no list of their own. */
    private static final PageRequest ALL_OF_THEM = new PageRequest(0, 100);
    /** In the order in which they are done: what others wait for comes first. */
    private static final List<TaskKind> OF_PROPOSALS = List.of(
            TaskKind.OVERDUE, TaskKind.APPROVE, TaskKind.SETTLE, TaskKind.RETURNED, TaskKind.REVIEW, TaskKind.PROXY);

    @Inject
    private ApprovalTaskDesk approvals;

    @Inject
    private RecordDesk records;

    @Inject
    private AnsweringDesk answering;

    @Inject
    private MaskDesk masks;

    @Inject
    private MoveNoticeDesk moves;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private CurrentActor actor;

    @Inject
    private Messages messages;

    private List<Group> groups;
    private List<Group> waiting;

    /**
     * Tasks of a kind.
     *
     * @param id name of the kind on the page
     * @param label what the kind is called
     * @param count how many there are
     * @param href where all of them stand
     * @param lines the first of them
     */
    public record Group(String id, String label, long count, String href, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** One task: where it is done, what it is about, more about it, until when, and whether it is urgent. */
    public record Line(String href, String title, String note, LocalDate due, boolean urgent) {}

    /** Every kind that this member of staff can have, empty ones too. */
    public List<Group> getGroups() {
        if (groups == null) {
            groups = new ArrayList<>();
            ofProposals();
            ofRecords();
            ofMoves();
            ofApplications();
        }
        return groups;
    }

    /** Kinds in which something waits. */
    public List<Group> getWaiting() {
        if (waiting == null) {
            waiting = getGroups().stream().filter(group -> group.count() > 0).toList();
        }
        return waiting;
    }

    private void ofProposals() {
        var counts = approvals.count();
        for (var kind : OF_PROPOSALS) {
            int count = counts.getOrDefault(kind, 0);
            groups.add(new Group(kind.name().toLowerCase(Locale.ROOT), messages.get("approval.task." + kind), count,
                    "/office/approvals?kind=" + kind,
                    count == 0 ? List.of() : approvals.list(kind, FIRST).rows().stream().map(this::line).toList()));
        }
    }

    private Line line(TaskLine task) {
        var asked = task.kind() == null ? "" : messages.get("approval.kind." + task.kind()) + " " + task.postName() + "　";
        return new Line("/office/proposal?id=" + task.proposalId(), task.title(), asked + task.drafter(), task.dueOn(), task.urgent());
    }

    private void ofRecords() {
        var unread = records.listReadings(false, FIRST);
        add("reading", "/office/reading", unread.total(), unread.rows().stream().map(TasksPage::line).toList());
        var mine = records.list(letters(null, true), FIRST);
        add("letters", "/office/records?book=mine", mine.total(), mine.rows().stream().map(TasksPage::line).toList());
        var asked = answering.list(true, FIRST);
        add("inquiries", "/office/inquiries", asked.total(), asked.rows().stream().map(TasksPage::line).toList());
        var sheets = masks.listWaiting(ALL_OF_THEM);
        add("masks", "/office/tasks#masks", sheets.total(), sheets.rows().stream().map(TasksPage::line).toList());
        if (actor.get().holds(Role.RECORDS_OFFICER)) {
            var waiting = records.list(letters(RecordState.REGISTERED, false), FIRST);
            add("distribute", "/office/records?state=REGISTERED", waiting.total(), waiting.rows().stream().map(TasksPage::line).toList());
        }
    }

    /** Notices that came to nothing are told again by whoever keeps the ledger. */
    private void ofMoves() {
        if (actor.get().holds(Role.REGISTRAR)) {
            var failed = moves.listSent(true, FIRST);
            add("notices", "/office/move-notices-sent?view=failed", failed.total(), failed.rows().stream().map(TasksPage::line).toList());
        }
    }

    private static Line line(SentLine notice) {
        return new Line("/office/move-notices-sent?view=failed", notice.peerName(), notice.number(), null, false);
    }

    /** Letters of the own section in a state, or those given to the actor, the oldest first. */
    private RecordFilter letters(RecordState state, boolean mine) {
        return new RecordFilter("IN", mine ? null : actor.get().section(), null, state, mine, mine, false, null, null,
                RecordFilter.Order.RECORDED, false);
    }

    private static Line line(ReadingLine reading) {
        return new Line("/office/record?id=" + reading.recordId(), reading.title(), reading.number() + "　" + reading.party(), reading.dueOn(), false);
    }

    private static Line line(AskedLine asked) {
        return new Line("/office/asked?id=" + asked.id(), asked.title(), asked.peerName() + "　" + asked.number(), asked.deadline(), false);
    }

    private static Line line(WaitingMasks sheet) {
        return new Line("/office/mask?sheet=" + sheet.sheetId(), sheet.title(), sheet.number() + "　" + sheet.purpose() + "　" + sheet.proposedBy(), null, false);
    }

    private static Line line(RecordLine record) {
        return new Line("/office/record?id=" + record.id(), record.title(), record.number() + "　" + record.party(), null, false);
    }

    private void ofApplications() {
        if (!actor.get().holds(Role.EXAMINER)) {
            return;
        }
        addApplications("late", "overdue", examination.list(filter(false, true), FIRST));
        addApplications("applications", "mine", examination.list(filter(true, false), FIRST));
        var counts = examination.counts();
        add("unassigned", "/office/inbox?scope=unassigned", counts.unassigned(), List.of());
    }

    private static InboxFilter filter(boolean mine, boolean overdue) {
        return new InboxFilter(null, null, null, null, mine, overdue, false, false, null, InboxOrder.DUE, false);
    }

    private void addApplications(String id, String scope, Page<InboxLine> found) {
        add(id, "/office/inbox?scope=" + scope, found.total(), found.rows().stream()
                .map(one -> new Line("/office/application?id=" + one.id(), one.procedureName(), one.receiptNumber() + "　" + one.applicantName(), one.dueOn(), false)).toList());
    }

    private void add(String id, String href, long count, List<Line> lines) {
        groups.add(new Group(id, messages.get("office.tasks." + id), count, href, lines));
    }
}
