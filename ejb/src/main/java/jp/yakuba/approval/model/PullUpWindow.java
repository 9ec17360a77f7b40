package jp.yakuba.approval.model;

import java.time.Instant;
import java.util.Set;

/**
 * When a higher post may take a matter over (引上げ) from a lower one that does not act.
 *
 * @param openDays open days that the lower post has in any case
 * @param unattended codes of posts whose holders are away or that nobody holds
 * @param now the moment
 */
public record PullUpWindow(int openDays, Set<String> unattended, Moment now) {
    public PullUpWindow {
        unattended = Set.copyOf(unattended);
    }

    /** True if the post has had its time, or nobody is there, or the matter is urgent. */
    boolean isOpen(String post, Instant reachedAt, boolean urgent) {
        return urgent || unattended.contains(post) || now.openDaysSince(reachedAt) >= openDays;
    }
}
