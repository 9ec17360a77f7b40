package jp.yakuba.approval.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
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
        var asker = asker();
        return new Page<>(store.list(kind, asker, request), store.count(asker, COUNTED_AT_MOST).get(kind), request);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER})
    public Map<TaskKind, Integer> count() {
        return store.count(asker(), COUNTED_AT_MOST);
    }

    private TaskStore.Asker asker() {
        var me = officers.actor();
        return new TaskStore.Asker(me.id(), me.posts(), officers.postsStoodInFor(me), clock.today());
    }
}
