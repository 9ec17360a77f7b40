package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.store.CardStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/**
 * Stands where a card comes home: only the browser that began goes on. A token that another browser brings is used up at
 * once, in a transaction of its own, so that whoever saw it on the way cannot finish with it either.
 */
@ApplicationScoped
public class HandoverGuard {
    @Inject
    private CardStore store;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** Refuses a token that comes home with another browser than the one that began. */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, dontRollbackOn = RuleViolation.class)
    void mustComeHomeWith(String browser, String token) {
        var now = clock.now();
        var handover = store.lockHandoverOfToken(token).filter(found -> found.stands(now))
                .orElseThrow(() -> new RuleViolation(AccountProblem.HANDOVER_LAPSED));
        if (!handover.beganIn(browser)) {
            handover.use(now);
            audit.refused(new AuditNote("account.card.take", null, "card", handover.card().serial(),
                    AccountProblem.HANDOVER_LAPSED.code()));
            throw new RuleViolation(AccountProblem.HANDOVER_LAPSED);
        }
    }
}
