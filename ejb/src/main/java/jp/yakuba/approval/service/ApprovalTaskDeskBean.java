package jp.yakuba.approval.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.yakuba.approval.api.ApprovalTaskDesk;
import jp.yakuba.approval.api.TaskKind;
import jp.yakuba.approval.api.TaskLine;
import jp.yakuba.approval.store.TaskStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;

/** Behind the desk of tasks. */
@Stateless
@RunAs(Role.DESK)
public class ApprovalTaskDeskBean implements ApprovalTaskDesk {
    private static final Set<TaskKind> ON_THE_BELL =
            EnumSet.of(TaskKind.APPROVE, TaskKind.REVIEW, TaskKind.RETURNED, TaskKind.SETTLE);

    private TaskStore store;
    private Officers officers;
    private OfficeClock clock;

    protected ApprovalTaskDeskBean() {
        // for the container
    }

    @Inject
    public ApprovalTaskDeskBean(TaskStore store, Officers officers, OfficeClock clock) {
        this.store = store;
        this.officers = officers;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public Page<TaskLine> list(TaskKind kind, PageRequest request) {
        var asker = asker(kind == TaskKind.PROXY);
        return new Page<>(store.list(kind, asker, request), store.count(EnumSet.of(kind), asker, COUNTED_AT_MOST).get(kind), request);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public Map<TaskKind, Integer> count() {
        return store.count(EnumSet.allOf(TaskKind.class), asker(true), COUNTED_AT_MOST);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public int countWaiting() {
        return store.count(ON_THE_BELL, asker(false), COUNTED_AT_MOST).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whoever asks; for whom one may stand in is looked up only where it matters. */
    private TaskStore.Asker asker(boolean withOthers) {
        var me = officers.actor();
        var others = withOthers ? officers.postsStoodInFor(me) : List.<String>of();
        return new TaskStore.Asker(me.id(), me.posts(), others, clock.today());
    }
}
