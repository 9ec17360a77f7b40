package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.ANSWERS_INCOMPLETE;
import static jp.yakuba.application.api.ApplicationProblem.NO_NOTICE_YET;
import static jp.yakuba.application.api.ApplicationProblem.STATE_FORBIDS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ApplicationView;
import jp.yakuba.application.api.BundleView;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.form.AnswerCheck;
import jp.yakuba.application.model.form.AnswerReading;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** What applicants see of their applications and may still do with them. */
@Stateless
@RunAs(Role.DESK)
public class ApplicationDeskBean implements ApplicationDesk {
    /** Why a proposal ends with the application it is about. */
    private static final String WITHDRAWN = "申請の取下げ";

    @Inject
    private OwnApplications own;

    @Inject
    private ApplicationStore applications;

    @Inject
    private AccountDesk accounts;

    @Inject
    private ApplicationViews views;

    @Inject
    private Arrivals arrivals;

    @Inject
    private Forms forms;

    @Inject
    private DraftFiles files;

    @Inject
    private Papers papers;

    @Inject
    private Withdrawal withdrawal;

    @Inject
    private LifeSteps life;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private Occasions occasions;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Override
    @RolesAllowed(Role.RESIDENT)
    public List<BundleView> listMine() {
        var me = actor.get().id();
        return views.bundles(me, accounts.listMandatesGivenBy(me));
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public List<SubmissionView> listSentUnderEndedMandates() {
        return own.bundlesOfEndedMandates().stream().map(arrivals::receipts).toList();
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public BundleView getBundle(UUID bundleId) {
        return views.bundle(own.bundle(bundleId).id());
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public ApplicationView get(UUID applicationId) {
        var application = own.get(applicationId);
        looked(application);
        return views.view(application);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void withdraw(UUID applicationId, long version) {
        approval.lapse(NeighbourNews.APPLICATION, applicationId, WITHDRAWN);
        withdrawal.withdraw(own.lock(applicationId, version));
        applications.write();
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void answerCorrection(UUID applicationId, long version, Map<String, String> answers) {
        var application = own.lock(applicationId, version);
        var correction = applications.findOpenCorrection(applicationId)
                .orElseThrow(() -> new RuleViolation(STATE_FORBIDS, application.state().name(), ApplicationState.EXAMINING.name()));
        var given = new LinkedHashMap<>(TypedAnswers.checked(answers));
        given.keySet().removeIf(path -> !correction.asksFor(path));
        var corrected = read(application, correction, given);
        correction.answered(given, clock.now());
        application.correct(corrected, occasions.ofApplicant(null));
        var changed = new LinkedHashMap<>(corrected);
        changed.keySet().removeIf(path -> !correction.asksFor(path));
        life.correctSiblings(application, changed);
        life.reportAgain(application, "application.correct");
        life.changed("application.correct", application, null);
        applications.write();
    }

    private Map<String, String> read(Application application, Correction correction, Map<String, String> given) {
        var form = forms.version(application.arrival().procedure(), application.arrival().formVersion());
        var bundle = FormBundle.of(List.of(form), application.arrival().channel());
        var all = new LinkedHashMap<>(application.answers());
        all.putAll(given);
        long problems = new AnswerCheck(bundle, clock.today()).problems(all).stream()
                .filter(problem -> correction.asksFor(problem.path()))
                .count();
        if (problems > 0) {
            throw new RuleViolation(ANSWERS_INCOMPLETE, problems);
        }
        return FactBook.shareOf(form, AnswerReading.read(bundle, all));
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void writePdf(UUID applicationId, OutputStream out) {
        var application = own.get(applicationId);
        looked(application);
        papers.writeForm(application, out);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void writeNoticePdf(UUID applicationId, OutputStream out) {
        var application = own.get(applicationId);
        if (application.decision().bindingWords() == null) {
            throw new RuleViolation(NO_NOTICE_YET);
        }
        looked(application);
        papers.writeNotice(application, out);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void writeAttachment(UUID applicationId, UUID attachmentId, OutputStream out) {
        var application = own.get(applicationId);
        looked(application);
        files.write(views.attachmentsOf(application), attachmentId, out);
    }

    private void looked(Application application) {
        audit.looked(new AuditNote(
                "application.view", application.personId(), "application", application.id().toString(), "own"));
    }
}
