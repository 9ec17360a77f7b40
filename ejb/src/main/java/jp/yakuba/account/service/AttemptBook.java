package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.model.Attempt;
import jp.yakuba.account.model.AttemptRule;
import jp.yakuba.account.model.NetworkOrigin;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.store.GuardStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Counts tries and failures in transactions of its own, so that they stay when the deed rolls back, and closes doors. */
@ApplicationScoped
public class AttemptBook {
    private static final int SUBJECT_DIGITS = 40;
    private static final String ADDRESS = "address";
    private static final String MAIL = "mail";

    @Inject
    private GuardStore store;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** Refuses while the door of the subject is closed; lets nobody in. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void mustBeOpen(String kind, String subject) {
        if (store.findAttempt(key(kind, subject)).filter(attempt -> attempt.isLocked(clock.now())).isPresent()) {
            throw closed(kind);
        }
    }

    /**
     * Lets one try in before anything is judged, so that of many at the same moment only as many are judged as may fail;
     * refuses the rest. The refusal is the same for subjects that do not exist.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void admit(String kind, String subject) {
        admit(kind, subject, AttemptRule.ACCOUNT);
    }

    /** The same for a try that somebody from the network address makes; both doors let it in, or none counts it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void admit(String kind, String subject, String origin) {
        admit(ADDRESS, network(origin), AttemptRule.ADDRESS);
        admit(kind, subject, AttemptRule.ACCOUNT);
    }

    /** The try that was let in has failed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void fail(String kind, String subject) {
        lock(kind, subject).failed(AttemptRule.ACCOUNT, clock.now());
    }

    /** The try from the network address has failed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void fail(String kind, String subject, String origin) {
        lock(ADDRESS, network(origin)).failed(AttemptRule.ADDRESS, clock.now());
        lock(kind, subject).failed(AttemptRule.ACCOUNT, clock.now());
    }

    /** The subject has proved itself: its failures are forgotten. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void succeed(String kind, String subject) {
        forget(kind, subject);
    }

    /** The same; of the network address this one try is forgiven, others' failures are not. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void succeed(String kind, String subject, String origin) {
        lock(ADDRESS, network(origin)).proved();
        forget(kind, subject);
    }

    /** Counts a mail to an address that somebody at a network address asks for; refuses what is too much for either. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void countMail(String mail, String origin) {
        count("mail-origin", network(origin), AttemptRule.MAILS_OF_ONE);
        count(MAIL, mail, AttemptRule.MAIL);
    }

    /** Counts a mail to an address that a signed-in account asks for; refuses what is too much for either. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void countMail(String mail, UUID accountId) {
        count("mail-account", accountId.toString(), AttemptRule.MAILS_OF_ONE);
        count(MAIL, mail, AttemptRule.MAIL);
    }

    private void count(String kind, String subject, AttemptRule rule) {
        admit(kind, subject, rule);
        lock(kind, subject).failed(rule, clock.now());
    }

    private void admit(String kind, String subject, AttemptRule rule) {
        if (!lock(kind, subject).admit(rule, clock.now())) {
            throw closed(kind);
        }
    }

    private void forget(String kind, String subject) {
        var key = key(kind, subject);
        if (store.findAttempt(key).isPresent()) {
            store.forgetAttempt(key);
        }
    }

    private RuleViolation closed(String kind) {
        audit.refused(new AuditNote("account.closed-door", null, kind, null, AccountProblem.TRY_LATER.code()));
        return new RuleViolation(AccountProblem.TRY_LATER);
    }

    /** The row of the subject, locked: whoever comes at the same moment waits for what this one counts. */
    private Attempt lock(String kind, String subject) {
        return store.lockAttempt(key(kind, subject), clock.now());
    }

    private static String network(String origin) {
        return new NetworkOrigin(origin).network();
    }

    private static String key(String kind, String subject) {
        var hash = HexFormat.of().formatHex(SecretToken.hash(subject.toLowerCase(Locale.ROOT)));
        return kind + ":" + hash.substring(0, SUBJECT_DIGITS);
    }
}
