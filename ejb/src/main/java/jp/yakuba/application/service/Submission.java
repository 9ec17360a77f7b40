package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.account.api.SignedFacts;
import jp.yakuba.application.api.Signature;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.Draft;
import jp.yakuba.application.model.TakenOver;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.resident.api.ResidentDesk;

/** Hands a draft in: identity, mandate and signature first, then the arrival. */
@ApplicationScoped
public class Submission {
    @Inject
    private DraftStore drafts;

    @Inject
    private BundleStore bundles;

    @Inject
    private OwnApplications applications;

    @Inject
    private Arrivals arrivals;

    @Inject
    private IdentityCheck identity;

    @Inject
    private Agency agency;

    @Inject
    private AccountDesk accounts;

    @Inject
    private ResidentDesk residents;

    @Inject
    private Forms forms;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Hands the locked draft in; the same draft or key again gives the same receipts. */
    SubmissionView submit(Draft draft, String onceKey, Signature signature) {
        var me = actor.get().id();
        var earlier = bundles.findOnce(me, onceKey, draft.id());
        if (earlier.isPresent()) {
            return arrivals.receipts(earlier.get());
        }
        var procedures = forms.procedures(draft.procedures());
        identity.sessionSuffices(procedures);
        agency.mustLetActor(draft.mandateId(), procedures);
        var attachments = drafts.attachmentsOfDraft(draft.id());
        var signer = IdentityCheck.needsSignature(procedures)
                ? signed(draft, new IdentityCheck.Signed(draft.id(), DraftSeal.digest(draft, attachments), signature))
                : null;
        var submitted = arrivals.take(new Sitting(
                me, onceKey, me, personFor(draft), draft.mandateId(), agentOf(draft, signer), draft.id(), draft.guide(),
                accounts.correspondent(me).language(), Channel.ONLINE, actor.get().assurance().name(), null, draft.procedures(),
                draft.answers(), attachments));
        draft.becameBundle(submitted.bundleId(), clock.now());
        return submitted;
    }

    private SignedFacts signed(Draft draft, IdentityCheck.Signed signed) {
        return draft.mandateId() == null
                ? identity.signedByApplicant(signed, draft.answers())
                : identity.signedByAgent(signed, draft.answers(), accounts.findPersonOf(draft.accountId()).orElse(null));
    }

    private UUID personFor(Draft draft) {
        var whose = draft.mandateId() == null ? Optional.of(draft.accountId()) : agency.principalOf(draft.mandateId());
        return whose.flatMap(accounts::findPersonOf).orElse(null);
    }

    /** How the agent is named to the office: by the signature, else by the ledger, else as the account calls itself. */
    private String agentOf(Draft draft, SignedFacts signer) {
        if (draft.mandateId() == null) {
            return null;
        }
        if (signer != null) {
            return signer.name();
        }
        return accounts.findPersonOf(draft.accountId())
                .map(person -> residents.getSelf(person).name())
                .orElseGet(() -> accounts.get(draft.accountId()).displayName());
    }

    /**
     * Opens a new draft from what an own application said; files, times and days that have passed are asked anew. What an agent uses again stays the
     * principal's: the draft stands under the same mandate.
     */
    UUID reuse(UUID applicationId) {
        Application before = applications.get(applicationId);
        var mandate = applications.mandateOfActor(before).orElse(null);
        agency.mustLetActor(mandate, forms.procedures(List.of(before.arrival().procedure())));
        var form = forms.version(before.arrival().procedure(), before.arrival().formVersion());
        var answers = TakenOver.from(FormBundle.of(List.of(form)), before.arrival().typed(), clock.today());
        var opener = new Draft.Opener(actor.get().id(), actor.get().assurance(), mandate);
        var draft = Draft.open(opener, null, List.of(before.arrival().procedure()), answers, clock.now());
        drafts.add(draft);
        return draft.id();
    }
}
