package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_NOTICE_YET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.model.paper.FormPaper;
import jp.yakuba.application.model.paper.Notice;
import jp.yakuba.application.model.paper.NoticePaper;
import jp.yakuba.application.model.paper.Sheet;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Applications and decisions on paper: the filled form, and the notice with its instruction on remedies (教示). */
@ApplicationScoped
public class Papers {
    @Inject
    private Forms forms;

    @Inject
    private ApplicationViews views;

    @Inject
    private OfficeWords words;

    @Inject
    private BundleStore bundles;

    @Inject
    private Remedies remedies;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Writes what was sent, in the language it was sent in, as its applicant reads it. */
    void writeForm(Application application, OutputStream out) {
        writeForm(application, application.answers(), views.filesOf(application), out);
    }

    /** Writes what was sent with the answers and the files as somebody else may read them. */
    void writeForm(Application application, Map<String, String> answers, List<AttachmentView> files, OutputStream out) {
        var arrival = application.arrival();
        var town = organization.town();
        var sheet = new Sheet(
                forms.lastKnown(arrival.procedure()), forms.version(arrival.procedure(), arrival.formVersion()),
                town.headTitle(), officeOf(application), arrival.receiptNumber(),
                LocalDateTime.ofInstant(arrival.arrivedAt(), OfficeClock.ZONE), views.agentOf(application), answers, arrival.channel(),
                files.stream().map(AttachmentView::name).toList());
        var language = bundles.find(arrival.bundleId()).map(Bundle::language).orElse("ja");
        FormPaper.write(sheet, language, out);
    }

    /** Refuses as long as nothing is decided: nobody outside reads a draft. */
    void mustHaveNotice(Application application) {
        if (application.decision().bindingWords() == null) {
            throw new RuleViolation(NO_NOTICE_YET);
        }
    }

    /** Writes the notice of the decision. */
    void writeNotice(Application application, OutputStream out) {
        var arrival = application.arrival();
        var decision = application.decision();
        var issued = remedies.of(application);
        NoticePaper.write(
                new Notice(
                        decision.number(), decision.on(), arrival.applicantName(), organization.town().name(), issued.issuer(),
                        officeOf(application), arrival.procedureName(), issued.ground(), decision.outcome(), issued.forwardedTo(),
                        words.decision(application), arrival.receiptNumber(), issued.instruction()),
                out);
    }

    private String officeOf(Application application) {
        return organization.successorsOf(application.arrival().section(), clock.today()).stream().findFirst()
                .map(section -> section.name() + (section.phone() == null ? "" : "　" + section.phone()))
                .orElse(application.arrival().section());
    }
}
