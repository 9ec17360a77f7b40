package jp.yakuba.web.rest;

import java.util.List;
import jp.yakuba.approval.api.TaskLine;
import jp.yakuba.kernel.Page;

/**
 * Some tasks of a list, for a program.
 *
 * @param tasks the tasks
 * @param total how many there are, counted to a thousand
 */
public record TaskPart(List<TaskLine> tasks, long total) {
    static TaskPart of(Page<TaskLine> page) {
        return new TaskPart(page.rows(), page.total());
    }
}
