package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.MANDATE_MISSING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.Signature;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.Draft;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

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
    private AccountDesk accounts;

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
        var attachments = drafts.attachmentsOfDraft(draft.id());
        if (IdentityCheck.needsSignature(procedures)) {
            identity.signed(draft.id(), DraftSeal.digest(draft, attachments), signature, draft.answers());
        }
        var submitted = arrivals.take(new Sitting(
                me, onceKey, me, personFor(draft), draft.mandateId(), draft.id(), draft.guide(),
                accounts.get(me).language(), Channel.ONLINE, actor.get().assurance().name(), null, draft.procedures(),
                draft.answers(), attachments));
        draft.becameBundle(submitted.bundleId(), clock.now());
        return submitted;
    }

    private UUID personFor(Draft draft) {
        if (draft.mandateId() == null) {
            return accounts.findPersonOf(draft.accountId()).orElse(null);
        }
        boolean covered = draft.procedures().stream()
                .allMatch(code -> accounts.mandateCovers(draft.mandateId(), draft.accountId(), code));
        if (!covered) {
            throw new RuleViolation(MANDATE_MISSING);
        }
        return accounts.listMandatesToMe().stream()
                .filter(mandate -> mandate.id().equals(draft.mandateId()))
                .map(MandateView::principalAccountId)
                .findFirst()
                .flatMap(accounts::findPersonOf)
                .orElse(null);
    }

    /** Opens a new draft from what an own application said; files and times are asked anew. */
    UUID reuse(UUID applicationId) {
        Application before = applications.get(applicationId);
        var answers = new LinkedHashMap<>(before.arrival().typed());
        var form = forms.version(before.arrival().procedure(), before.arrival().formVersion());
        Forms.pages(form, before.arrival().typed()).stream()
                .flatMap(page -> page.questions().stream())
                .filter(question -> question.field().type() == FieldType.FILE
                        || question.field().type() == FieldType.APPOINTMENT)
                .forEach(question -> answers.remove(question.path()));
        var draft = Draft.open(
                actor.get().id(), null, null, List.of(before.arrival().procedure()), answers, clock.now());
        drafts.add(draft);
        return draft.id();
    }
}
