package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.Locale;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.model.Attempt;
import jp.yakuba.account.model.AttemptRule;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.store.GuardStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Counts failures in transactions of its own, so that they stay when the deed rolls back, and closes doors. */
@ApplicationScoped
public class AttemptBook {
    private static final int SUBJECT_DIGITS = 40;

    @Inject
    private GuardStore store;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** Refuses while the door of the subject is closed; the refusal is the same for subjects that do not exist. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void mustBeOpen(String kind, String subject) {
        var closed = store.findAttempt(key(kind, subject)).filter(attempt -> attempt.isLocked(clock.now()));
        if (closed.isPresent()) {
            audit.refused(new AuditNote("account.closed-door", null, kind, null, AccountProblem.TRY_LATER.code()));
            throw new RuleViolation(AccountProblem.TRY_LATER);
        }
    }

    /** Notes a failure; true if it closed the door. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean fail(String kind, String subject, AttemptRule rule) {
        var now = clock.now();
        Attempt attempt = store.lockAttempt(key(kind, subject), now);
        attempt.fail(rule, now);
        return attempt.isLocked(now);
    }

    /** Forgets the failures of a subject that proved itself. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void succeed(String kind, String subject) {
        var key = key(kind, subject);
        if (store.findAttempt(key).isPresent()) {
            store.forgetAttempt(key);
        }
    }

    private static String key(String kind, String subject) {
        var hash = HexFormat.of().formatHex(SecretToken.hash(subject.toLowerCase(Locale.ROOT)));
        return kind + ":" + hash.substring(0, SUBJECT_DIGITS);
    }
}
