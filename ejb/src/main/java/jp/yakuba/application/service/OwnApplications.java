package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_APPLICATION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/** Finds applications for the account that sent them: a missing one and another's are refused alike, and logged. */
@ApplicationScoped
public class OwnApplications {
    @Inject
    private ApplicationStore applications;

    @Inject
    private BundleStore bundles;

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
                .filter(bundle -> bundle.accountId() != null && bundle.accountId().equals(actor.get().id()))
                .orElseThrow(() -> refused("bundle", id));
    }

    private boolean isMine(Application application) {
        var owner = application.arrival().accountId();
        return owner != null && owner.equals(actor.get().id());
    }

    private RuleViolation refused(String type, UUID id) {
        audit.refused(new AuditNote("application.view", null, type, String.valueOf(id), NO_SUCH_APPLICATION.code()));
        return new RuleViolation(NO_SUCH_APPLICATION);
    }
}
