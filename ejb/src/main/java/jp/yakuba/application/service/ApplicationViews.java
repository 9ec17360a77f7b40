package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ApplicationLine;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ApplicationView;
import jp.yakuba.application.api.BundleView;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.Decision;
import jp.yakuba.application.model.paper.Notice;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.AppointmentStore;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.organization.api.OrganizationDesk;

/** Applications and bundles as people see them. */
@ApplicationScoped
public class ApplicationViews {
    @Inject
    private ApplicationStore applications;

    @Inject
    private BundleStore bundles;

    @Inject
    private AppointmentStore appointments;

    @Inject
    private DraftStore attachments;

    @Inject
    private Forms forms;

    @Inject
    private Occasions occasions;

    @Inject
    private OrganizationDesk organization;

    /** The bundles with the state of each procedure; three queries however many there are. */
    public List<BundleView> bundles(List<Bundle> bundles) {
        var ids = bundles.stream().map(Bundle::id).toList();
        var rows = applications.rowsOf(ids).stream().collect(Collectors.groupingBy(ApplicationStore.Row::bundleId));
        var visits = appointments.visitsOf(ids);
        return bundles.stream().map(bundle -> {
            var visit = visits.get(bundle.id());
            return new BundleView(
                    bundle.id(), bundle.arrivedAt(), visit == null ? null : visit.startsAt(),
                    visit == null ? null : visit.place(),
                    rows.getOrDefault(bundle.id(), List.of()).stream().map(this::line).toList());
        }).toList();
    }

    /** The lines of one bundle. */
    public List<ApplicationLine> lines(UUID bundleId) {
        return applications.rowsOf(List.of(bundleId)).stream().map(this::line).toList();
    }

    private ApplicationLine line(ApplicationStore.Row row) {
        var waitsFor = row.state() == ApplicationState.WAITING ? forms.lastKnown(row.waitsFor()).name() : null;
        return new ApplicationLine(
                row.id(), row.receiptNumber(), row.procedure(), forms.lastKnown(row.procedure()).name(), row.state(),
                row.since(), row.dueOn(), waitsFor, occasions.sectionName(row.section()));
    }

    /** One application with everything its own people may see. */
    public ApplicationView view(Application application) {
        var arrival = application.arrival();
        ProcedureView procedure = forms.lastKnown(arrival.procedure());
        var decision = application.decision();
        return new ApplicationView(
                application.id(), application.version(), arrival.bundleId(), arrival.receiptNumber(),
                application.recordNumber(), procedure, arrival.formVersion(), arrival.arrivedAt(), application.state(),
                application.since(), application.dueOn(), application.answers(),
                forms.pages(application), attachmentsOf(application).stream().map(Attachment::view).toList(),
                application.history(), applications.findOpenCorrection(application.id()).map(Correction::view).orElse(null),
                bindingWords(decision), decision.number(), application.result(),
                application.mayWithdraw(), agentOf(application));
    }

    /** The name of whoever acted for the applicant; null if nobody did. */
    public String agentOf(Application application) {
        return bundles.find(application.arrival().bundleId()).map(Bundle::agentName).orElse(null);
    }

    private String bindingWords(Decision decision) {
        var words = decision.bindingWords();
        var town = organization.town();
        return words == null ? null : words + "\n\n" + Notice.Instruction.ofTown(town.name(), town.headTitle()).words();
    }

    /** The files that belong to the application: those that its answers name. */
    public List<Attachment> attachmentsOf(Application application) {
        Map<String, String> answers = application.answers();
        return attachments.attachmentsOfBundle(application.arrival().bundleId()).stream()
                .filter(attachment -> answers.getOrDefault(attachment.path(), "").contains(attachment.id().toString()))
                .toList();
    }
}
