package jp.yakuba.approval.api;

import jakarta.ejb.Local;
import java.util.Map;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The tasks of whoever asks: what to approve, review, settle, propose anew, and what is late. */
@Local
public interface ApprovalTaskDesk {
    /** Most tasks of one kind that are counted; more are told as this number. */
    int COUNTED_AT_MOST = 1_000;

    /** One's own tasks of a kind: urgent ones first, then what is due first. */
    Page<TaskLine> list(TaskKind kind, PageRequest request);

    /** How many tasks wait for the actor alone: to approve, to review, to settle, to propose anew. */
    int countWaiting();

    /** How many tasks of each kind wait. */
    Map<TaskKind, Integer> count();
}
