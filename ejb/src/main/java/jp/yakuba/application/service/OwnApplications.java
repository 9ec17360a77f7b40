package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_APPLICATION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/**
 * Finds applications for the account that sent them, and for the one in whose name they were sent: a missing one and another's
 * are refused alike, and logged. An agent finds them while the mandate stands; whoever is known less surely than the sender was
 * does not see what was sent.
 */
@ApplicationScoped
public class OwnApplications {
    @Inject
    private ApplicationStore applications;

    @Inject
    private BundleStore bundles;

    @Inject
    private AccountDesk accounts;

    @Inject
    private Agency agency;

    @Inject
    private SureEnough sureEnough;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditDesk audit;

    /** The actor's own application. */
    public Application get(UUID id) {
        var application = applications.find(id).orElseThrow(() -> refused("application", id));
        mustBeMine(application);
        return application;
    }

    /** The actor's own application, with its row locked and at the version the actor saw. */
    public Application lock(UUID id, long version) {
        var application = lock(id);
        application.expect(version);
        return application;
    }

    /** The actor's own application, with its row locked. */
    public Application lock(UUID id) {
        var application = applications.lock(id).orElseThrow(() -> refused("application", id));
        mustBeMine(application);
        return application;
    }

    /** The actor's own bundle. */
    public Bundle bundle(UUID id) {
        var bundle = bundles.find(id).filter(this::isMine).orElseThrow(() -> refused("bundle", id));
        mustStand(bundle);
        return bundle;
    }

    /** Bundles that the actor sent under mandates that have ended, latest first. */
    public List<Bundle> bundlesOfEndedMandates() {
        return bundles.listSentUnderMandates(actor.get().id()).stream().filter(this::isPast).toList();
    }

    /** The mandate under which the actor deals with the application; nothing for whoever deals with an own one. */
    public Optional<UUID> mandateOfActor(Application application) {
        return bundles.find(application.arrival().bundleId()).filter(this::isSentByActor).map(Bundle::mandateId);
    }

    private void mustBeMine(Application application) {
        var bundle = bundles.find(application.arrival().bundleId()).filter(this::isMine)
                .orElseThrow(() -> refused("application", application.id()));
        mustStand(bundle);
        sureEnough.mustBe(needed(application, bundle), "application", application.id());
    }

    /** As surely as the sender was known; a principal need be known no more surely than when the mandate was given. */
    private Assurance needed(Application application, Bundle bundle) {
        var sent = Assurance.valueOf(application.arrival().identity());
        if (bundle.mandateId() == null || isSentByActor(bundle)) {
            return sent;
        }
        var given = accounts.mandateGivenWith(bundle.mandateId());
        return sent.satisfies(given) ? given : sent;
    }

    /** True for what the actor sent, or let another send. */
    private boolean isMine(Bundle bundle) {
        return isSentByActor(bundle) || agency.principalOf(bundle.mandateId()).filter(actor.get().id()::equals).isPresent();
    }

    private boolean isSentByActor(Bundle bundle) {
        return actor.get().id().equals(bundle.accountId());
    }

    private void mustStand(Bundle bundle) {
        if (isPast(bundle)) {
            throw agency.ended(bundle.mandateId());
        }
    }

    /** True if the actor sent it under a mandate that has ended. */
    private boolean isPast(Bundle bundle) {
        return bundle.mandateId() != null && isSentByActor(bundle) && !agency.stands(bundle.mandateId());
    }

    private RuleViolation refused(String type, UUID id) {
        audit.refused(new AuditNote("application.view", null, type, AuditNote.words(id), NO_SUCH_APPLICATION.code()));
        return new RuleViolation(NO_SUCH_APPLICATION);
    }
}
