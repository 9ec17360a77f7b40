package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ApplicationLine;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ApplicationView.AnsweredCorrection;
import jp.yakuba.application.api.ApplicationView;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.application.api.BundleView;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.Differences;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.ApplicationStore.Row;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.kernel.OfficeClock;

/** Applications and bundles as people see them. */
@ApplicationScoped
public class ApplicationViews {
    @Inject
    private ApplicationStore applications;

    @Inject
    private BundleStore bundles;

    @Inject
    private Agency agency;

    @Inject
    private DraftStore attachments;

    @Inject
    private Forms forms;

    @Inject
    private OfficeWords words;

    @Inject
    private Occasions occasions;

    @Inject
    private Remedies remedies;

    /** The bundles that the account sent, under mandates that stand, or that were sent under the mandates given, latest first, with the state of each procedure. */
    public List<BundleView> bundles(UUID accountId, List<UUID> mandates) {
        return applications.rowsOf(accountId, mandates).stream()
                .collect(Collectors.groupingBy(Row::bundleId, LinkedHashMap::new, Collectors.toList()))
                .values().stream().filter(rows -> !isPast(accountId, rows.get(0))).map(this::bundle).toList();
    }

    /** True for what the account sent under a mandate that has ended since. */
    private boolean isPast(UUID accountId, Row any) {
        return any.mandateId() != null && accountId.equals(any.senderId()) && !agency.stands(any.mandateId());
    }

    /** One bundle with the state of each procedure. */
    public BundleView bundle(UUID bundleId) {
        return bundle(applications.rowsOf(bundleId));
    }

    private BundleView bundle(List<Row> rows) {
        var any = rows.get(0);
        return new BundleView(any.bundleId(), any.bundleArrivedAt(), local(any.visitAt()), any.visitPlace(),
                rows.stream().map(this::line).toList());
    }

    private static LocalDateTime local(Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, OfficeClock.ZONE);
    }

    /** The lines of one bundle. */
    public List<ApplicationLine> lines(UUID bundleId) {
        return applications.rowsOf(bundleId).stream().map(this::line).toList();
    }

    private ApplicationLine line(Row row) {
        var waitsFor = row.state() == ApplicationState.WAITING ? forms.lastKnown(row.waitsFor()).name() : null;
        return new ApplicationLine(
                row.id(), row.receiptNumber(), row.procedure(), forms.lastKnown(row.procedure()).name(), row.kind(), row.state(),
                row.since(), row.dueOn(), waitsFor, occasions.sectionName(row.section()));
    }

    /** One application with everything its own people may see. */
    public ApplicationView view(Application application) {
        var arrival = application.arrival();
        ProcedureView procedure = forms.lastKnown(arrival.procedure());
        var corrections = applications.listCorrections(application.id());
        var spoken = words.of(application, corrections);
        var files = attachments.attachmentsOfBundle(arrival.bundleId());
        return new ApplicationView(
                application.id(), application.version(), arrival.bundleId(), arrival.receiptNumber(),
                application.recordNumber(), procedure, arrival.formVersion(), arrival.arrivedAt(), application.state(),
                application.since(), application.dueOn(), application.answers(),
                forms.pages(application), filesIn(files, application.answers()),
                spoken.history(), spoken.correction(), answered(application, corrections, spoken.asked(), files),
                spoken.decision(), spoken.decision() == null ? null : remedies.of(application).instruction(),
                application.decision().number(), application.result(), application.mayWithdraw(), agentOf(application));
    }

    /** What was corrected, question by question where the answers differ; files that were taken off are still there to be read. */
    private List<AnsweredCorrection> answered(
            Application application, List<Correction> corrections, Map<UUID, String> asked, List<Attachment> files) {
        var arrival = application.arrival();
        return corrections.stream().filter(Correction::isAnswered).map(one -> new AnsweredCorrection(
                one.askedAt(), asked.get(one.id()), one.closedAt(), Differences.between(
                        FormBundle.of(List.of(forms.version(arrival.procedure(), arrival.formVersion())), arrival.channel()),
                        one.before(), one.after()),
                one.before(), one.after(), files.stream()
                        .filter(file -> file.isNamedIn(one.before()) || file.isNamedIn(one.after()))
                        .map(Attachment::view).toList())).toList();
    }

    /** The name of whoever acted for the applicant; null if nobody did. */
    public String agentOf(Application application) {
        return bundles.find(application.arrival().bundleId()).map(Bundle::agentName).orElse(null);
    }

    /** The files that belong to the application: those that its answers name. */
    public List<AttachmentView> filesOf(Application application) {
        return filesIn(attachments.attachmentsOfBundle(application.arrival().bundleId()), application.answers());
    }

    private static List<AttachmentView> filesIn(List<Attachment> files, Map<String, String> answers) {
        return files.stream().filter(file -> file.isNamedIn(answers)).map(file -> file.view(answers)).toList();
    }

    /** All files that belong to the application, with those that its answers named before they were corrected. */
    public List<Attachment> attachmentsEverOf(Application application) {
        var corrections = applications.listCorrections(application.id()).stream().filter(Correction::isAnswered).toList();
        return attachments.attachmentsOfBundle(application.arrival().bundleId()).stream()
                .filter(attachment -> attachment.isNamedIn(application.answers())
                        || corrections.stream().anyMatch(one -> attachment.isNamedIn(one.before())))
                .toList();
    }
}
