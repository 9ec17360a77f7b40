package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.MANDATE_MISSING;
import static jp.yakuba.application.api.ApplicationProblem.MANDATE_TOO_WEAK;
import static jp.yakuba.application.api.ApplicationProblem.NOT_BY_AGENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/**
 * Acting for another (代理, 民法99条): what an agent does within the mandate is done for the principal, whose application it is.
 * When the mandate has ended (民法111条2項) the agent does nothing more and sees no more than what was sent, and when.
 */
@ApplicationScoped
public class Agency {
    @Inject
    private AccountDesk accounts;

    @Inject
    private BundleStore bundles;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditDesk audit;

    @Inject
    private Forms forms;

    /** Refuses what the mandate does not let the actor do; asks nothing of somebody who acts for himself. */
    void mustLetActor(UUID mandateId, List<ProcedureView> procedures) {
        if (mandateId == null) {
            return;
        }
        var givenWith = accounts.mandateGivenWith(mandateId);
        for (var procedure : procedures) {
            if (!accounts.mandateCovers(mandateId, actor.get().id(), procedure.code())) {
                throw ended(mandateId);
            }
            if (LifeSteps.reportsBirth(procedure, forms.published(procedure.code()))) {
                throw new RuleViolation(NOT_BY_AGENT, procedure.name().ja());
            }
            if (!givenWith.satisfies(IdentityCheck.ofSession(procedure))) {
                throw new RuleViolation(MANDATE_TOO_WEAK, procedure.name().ja());
            }
        }
    }

    /** True if the mandate stands today and it is the actor who may act under it. */
    boolean stands(UUID mandateId) {
        return accounts.mandateStands(mandateId, actor.get().id());
    }

    /** The refusal of whatever is done without a standing mandate, written in the log. */
    RuleViolation ended(UUID mandateId) {
        audit.refused(new AuditNote("application.mandate", null, "mandate", mandateId.toString(), MANDATE_MISSING.code()));
        return new RuleViolation(MANDATE_MISSING);
    }

    /** The account of whoever gave the mandate, also after its end; nothing where there is no mandate. */
    Optional<UUID> principalOf(UUID mandateId) {
        return mandateId == null ? Optional.empty() : accounts.findPrincipalOf(mandateId);
    }

    /** The agent's account while the mandate stands; nothing where there is none, or where it has ended. */
    Optional<UUID> agentOf(Bundle bundle) {
        return bundle.mandateId() != null && accounts.mandateStands(bundle.mandateId(), bundle.accountId())
                ? Optional.of(bundle.accountId())
                : Optional.empty();
    }

    /** Whose application it is: the principal's, where it was sent under a mandate; nobody's account at the counter. */
    Optional<UUID> accountOf(Application application) {
        return bundles.find(application.arrival().bundleId())
                .flatMap(bundle -> bundle.mandateId() == null
                        ? Optional.ofNullable(bundle.accountId())
                        : principalOf(bundle.mandateId()));
    }
}
