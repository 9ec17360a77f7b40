package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The failures of one subject (失敗の記録): an account, a staff number or a network address, by hash. */
@Entity
@Table(name = "acc_attempt")
public class Attempt {
    @Id
    private String subject;

    private int failures;
    private int lockouts;
    private Instant windowStart;
    private Instant lockedUntil;

    protected Attempt() {
        // for JPA
    }

    /** A subject without failures. */
    public Attempt(String subject, Instant now) {
        this.subject = subject;
        this.windowStart = now;
    }

    /** Notes a failure; enough of them close the door. */
    public void fail(AttemptRule rule, Instant now) {
        if (windowStart.plus(rule.window()).isBefore(now)) {
            if (lockedUntil == null || lockedUntil.plus(rule.longest()).isBefore(now)) {
                lockouts = 0;
            }
            windowStart = now;
            failures = 0;
        }
        failures++;
        if (failures >= rule.failures()) {
            lockedUntil = now.plus(rule.pauseAfter(lockouts));
            lockouts++;
            failures = 0;
            windowStart = now;
        }
    }

    /** True while the door is closed. */
    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** When the door opens again; null if it was never closed. */
    public Instant lockedUntil() {
        return lockedUntil;
    }
}
