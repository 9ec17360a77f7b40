package jp.yakuba.web.approval;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.yakuba.approval.api.ApprovalTaskDesk;

/** How many tasks about proposals wait, as the rail of the office shows it. */
@Named
@RequestScoped
public class ApprovalBell {
    @Inject
    private ApprovalTaskDesk tasks;

    private Integer waiting;

    /** Counted once in a request. */
    public int getWaiting() {
        if (waiting == null) {
            waiting = tasks.countWaiting();
        }
        return waiting;
    }
}
