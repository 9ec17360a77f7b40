package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_APPLICATION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/** Finds applications for the account that sent them, or for whose owner they were sent under a mandate: a missing one and another's are refused alike, and logged. */
@ApplicationScoped
public class OwnApplications {
    @Inject
    private ApplicationStore applications;

    @Inject
    private BundleStore bundles;

    @Inject
    private AccountDesk accounts;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditDesk audit;

    /** The actor's own application. */
    public Application get(UUID id) {
        return applications.find(id).filter(this::isMine).orElseThrow(() -> refused("application", id));
    }

    /** The actor's own application, with its row locked and at the version the actor saw. */
    public Application lock(UUID id, long version) {
        var application = applications.lock(id).filter(this::isMine).orElseThrow(() -> refused("application", id));
        application.expect(version);
        return application;
    }

    /** The actor's own bundle. */
    public Bundle bundle(UUID id) {
        return bundles.find(id)
                .filter(this::isMine)
                .orElseThrow(() -> refused("bundle", id));
    }

    /** The actor's own bundles, and those that another sent under a mandate of the actor's, latest first. */
    public List<Bundle> bundles() {
        var me = actor.get().id();
        return bundles.listOf(me, accounts.listMandatesGivenBy(me));
    }

    private boolean isMine(Application application) {
        var owner = application.arrival().accountId();
        return actor.get().id().equals(owner)
                || owner != null && bundles.find(application.arrival().bundleId()).filter(this::isMine).isPresent();
    }

    /** True for what the actor sent, or let another send. */
    private boolean isMine(Bundle bundle) {
        var me = actor.get().id();
        return me.equals(bundle.accountId())
                || bundle.mandateId() != null && accounts.findPrincipalOf(bundle.mandateId()).filter(me::equals).isPresent();
    }

    private RuleViolation refused(String type, UUID id) {
        audit.refused(new AuditNote("application.view", null, type, String.valueOf(id), NO_SUCH_APPLICATION.code()));
        return new RuleViolation(NO_SUCH_APPLICATION);
    }
}
