package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.ANSWERS_INCOMPLETE;
import static jp.yakuba.application.api.ApplicationProblem.CORRECTION_OVER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.Draft;
import jp.yakuba.application.model.Occasion;
import jp.yakuba.application.model.form.AnswerCheck;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.ReceiveRecord;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/**
 * Answers to corrections (補正): begun as a draft over the application's own form, handed in as one deed. A late answer is taken
 * as long as the office has not gone on: it is better than none, and nothing that was typed is lost either way.
 */
@ApplicationScoped
public class CorrectionAnswers {
    @Inject
    private OwnApplications own;

    @Inject
    private ApplicationStore applications;

    @Inject
    private DraftStore drafts;

    @Inject
    private BundleStore bundles;

    @Inject
    private DraftForms draftForms;

    @Inject
    private Arrivals arrivals;

    @Inject
    private Visits visits;

    @Inject
    private SharedFacts shared;

    @Inject
    private LifeSteps life;

    @Inject
    private Notices notices;

    @Inject
    private DocumentDesk documents;

    @Inject
    private Occasions occasions;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** The draft in which the actor answers the open correction of an own application. */
    UUID open(UUID applicationId) {
        var application = own.lock(applicationId);
        var correction = applications.findOpenCorrection(applicationId).orElseThrow(() -> over(application));
        var me = actor.get();
        return drafts.findAnswering(correction.id(), me.id()).map(Draft::id).orElseGet(() -> {
            var opener = new Draft.Opener(me.id(), me.assurance(), own.mandateOfActor(application).orElse(null));
            var draft = Draft.answering(opener, correction, application, clock.now());
            drafts.add(draft);
            return draft.id();
        });
    }

    /** Hands the answer in; the same draft again gives the same receipts. The application is locked first, as all deeds on it do. */
    SubmissionView send(Draft draft) {
        var application = own.lock(applications.findCorrection(draft.correctionId()).orElseThrow().applicationId());
        drafts.lockAnew(draft);
        if (!draft.isSubmitted()) {
            var correction = applications.findOpenCorrection(application.id())
                    .filter(open -> open.id().equals(draft.correctionId()))
                    .orElseThrow(() -> over(application));
            answer(application, correction, draft);
        }
        return arrivals.receipts(bundles.find(application.arrival().bundleId()).orElseThrow());
    }

    private void answer(Application application, Correction correction, Draft draft) {
        var again = draftForms.again(application, correction);
        var given = again.with(draft.answers());
        var problems = new AnswerCheck(again.bundle(), clock.today()).problems(again.pages(given), given, null);
        if (!problems.isEmpty()) {
            throw new RuleViolation(ANSWERS_INCOMPLETE, problems.size());
        }
        var change = new Correction.Change(application.answers(), draft.answers(), again.corrected(given));
        visits.rebook(application.arrival().bundleId(), again.pages(given), change.before(), change.after());
        var files = drafts.attachmentsOfDraft(draft.id());
        files.forEach(file -> file.arriveWith(application.arrival().bundleId()));
        correction.answered(change, clock.now());
        application.correct(change.after(), occasions.ofApplicant(Occasion.ANSWERED));
        receive(application, correction, files);
        shared.carry(application, change);
        life.reportAgain(application, "application.correct");
        life.changed("application.correct", application, null);
        notices.about(application, "application-corrected", "corrected:" + correction.id(), Map.of());
        draft.becameBundle(application.arrival().bundleId(), clock.now());
        applications.write();
    }

    /** The answer is a paper of its own in the register (収受), beside the one it corrects. */
    private void receive(Application application, Correction correction, List<Attachment> files) {
        var arrival = application.arrival();
        var incoming = documents.receive(new ReceiveRecord(
                "correction", correction.id(), arrival.section(), arrival.procedureName() + "（補正）", arrival.applicantName(),
                clock.now(), files.stream().map(Attachment::sha256).distinct().toList(), arrival.procedure()));
        correction.receivedAs(incoming.id());
        life.completeIfEnded(application);
    }

    private static RuleViolation over(Application application) {
        return new RuleViolation(CORRECTION_OVER, application.arrival().receiptNumber());
    }
}
