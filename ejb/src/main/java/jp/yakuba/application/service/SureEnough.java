package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.KNOWN_LESS_SURELY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/**
 * Keeps what somebody wrote or sent from sessions that know the same account less surely: a mailbox opens an account to
 * whoever reads it, and must not open what a card has put there.
 */
@ApplicationScoped
public class SureEnough {
    /**
     * What a session must reach to be shown facts of the ledger. A second factor does not: whoever holds the password, or the
     * mailbox by which it is set, enrols one for himself. The card alone proves the person whom the ledger knows.
     */
    static final Assurance FOR_THE_LEDGER = Assurance.CARD;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditDesk audit;

    /** True if the actor may be shown facts of the ledger. */
    boolean forTheLedger() {
        return actor.get().assurance().satisfies(FOR_THE_LEDGER);
    }

    /** Refuses an actor who is known less surely than whoever wrote or sent the thing. */
    void mustBe(Assurance needed, String type, UUID id) {
        if (!actor.get().assurance().satisfies(needed)) {
            audit.refused(new AuditNote("application.view", null, type, id.toString(), KNOWN_LESS_SURELY.code()));
            throw new RuleViolation(KNOWN_LESS_SURELY, needed.name());
        }
    }
}
