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

    /**
     * Lets one more try in, which counts from now on until it has proved itself: of many at once no more are let in than may
     * fail. False while the door is closed, and while as many as may fail are being judged.
     */
    public boolean admit(AttemptRule rule, Instant now) {
        if (isLocked(now)) {
            return false;
        }
        openWindow(rule, now);
        if (failures >= rule.failures()) {
            return false;
        }
        failures++;
        return true;
    }

    /** A try that was let in has failed; the last that is borne closes the door. */
    public void failed(AttemptRule rule, Instant now) {
        if (failures >= rule.failures() && !isLocked(now)) {
            lockedUntil = now.plus(rule.pauseAfter(lockouts));
            lockouts++;
            failures = 0;
            windowStart = now;
        }
    }

    /** A try that was let in has proved itself and counts no more. */
    public void proved() {
        failures = Math.max(0, failures - 1);
    }

    private void openWindow(AttemptRule rule, Instant now) {
        if (windowStart.plus(rule.window()).isBefore(now)) {
            if (lockedUntil == null || lockedUntil.plus(rule.longest()).isBefore(now)) {
                lockouts = 0;
            }
            windowStart = now;
            failures = 0;
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
