package jp.yakuba.application.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationView;
import jp.yakuba.application.api.BundleView;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
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
    private DraftFiles files;

    @Inject
    private Papers papers;

    @Inject
    private Withdrawal withdrawal;

    @Inject
    private CorrectionAnswers corrections;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

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
    public UUID openCorrection(UUID applicationId) {
        return corrections.open(applicationId);
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
        papers.mustHaveNotice(application);
        looked(application);
        papers.writeNotice(application, out);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void writeAttachment(UUID applicationId, UUID attachmentId, OutputStream out) {
        var application = own.get(applicationId);
        looked(application);
        files.write(views.attachmentsEverOf(application), attachmentId, out);
    }

    private void looked(Application application) {
        audit.looked(new AuditNote(
                "application.view", application.personId(), "application", application.id().toString(), "own"));
    }
}
