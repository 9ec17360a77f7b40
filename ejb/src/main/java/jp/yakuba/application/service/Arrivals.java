package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.ANSWERS_INCOMPLETE;
import static jp.yakuba.application.api.ApplicationProblem.NOT_IN_LEDGER;
import static jp.yakuba.application.api.ApplicationProblem.SHEET_USED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Arrival;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.model.ReceiptNumber;
import jp.yakuba.application.model.form.AnswerCheck;
import jp.yakuba.application.model.form.AnswerReading;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.ReceiveRecord;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/**
 * The moment of arrival (到達): in one transaction every procedure gets its number, its record and its first step, and the
 * same sitting handed in again gets the same receipts.
 */
@ApplicationScoped
public class Arrivals {
    @Inject
    private BundleStore bundles;

    @Inject
    private ApplicationStore applications;

    @Inject
    private Forms forms;

    @Inject
    private DocumentDesk documents;

    @Inject
    private Visits visits;

    @Inject
    private LifeSteps life;

    @Inject
    private Notices notices;

    @Inject
    private Occasions occasions;

    @Inject
    private OfficeClock clock;

    /** Takes the sitting in; refused with {@code APL-004} while an answer is missing or wrong. */
    SubmissionView take(Sitting sitting) {
        var arrivedAt = clock.now();
        var bundleId = UUID.randomUUID();
        boolean first = bundles.addOnce(new BundleStore.NewBundle(
                bundleId, sitting.ownerId(), sitting.onceKey(), sitting.accountId(), sitting.mandateId(),
                sitting.agentName(), sitting.draftId(), sitting.guide(), sitting.language(), arrivedAt));
        return first ? arrive(sitting, bundleId) : again(sitting, earlier(sitting));
    }

    /** The same sheet again gives the same receipts; one that was filled in for somebody else meanwhile is refused. */
    private SubmissionView again(Sitting sitting, Bundle before) {
        if (sitting.channel() == Channel.COUNTER && !says(applications.listOfBundle(before.id()), sitting)) {
            throw new RuleViolation(SHEET_USED);
        }
        return receipts(before);
    }

    private boolean says(List<Application> arrived, Sitting sitting) {
        return arrived.stream().map(application -> application.arrival().procedure()).toList().equals(sitting.procedures())
                && arrived.stream().allMatch(application -> application.arrival().typed().equals(FactBook.shareOf(
                        forms.version(application.arrival().procedure(), application.arrival().formVersion()),
                        sitting.answers())));
    }

    /** The receipts of a bundle that arrived before. */
    SubmissionView receipts(Bundle bundle) {
        var receipts = applications.rowsOf(bundle.id()).stream()
                .map(row -> new SubmissionView.Receipt(
                        row.id(), row.procedure(), forms.lastKnown(row.procedure()).name(), row.receiptNumber()))
                .toList();
        return new SubmissionView(bundle.id(), bundle.arrivedAt(), receipts);
    }

    private Bundle earlier(Sitting sitting) {
        return bundles.findOnce(sitting.ownerId(), sitting.onceKey(), sitting.draftId()).orElseThrow();
    }

    private SubmissionView arrive(Sitting sitting, UUID bundleId) {
        var bundle = bundles.find(bundleId).orElseThrow();
        var procedures = forms.procedures(sitting.procedures());
        var form = forms.bundle(sitting.procedures(), sitting.channel());
        requireComplete(form, sitting.answers());
        requireInLedger(procedures, sitting);
        var place = placeOfVisit(procedures);
        var visit = visits.book(bundleId, form.pages(sitting.answers()), sitting.answers(), place);
        sitting.attachments().forEach(attachment -> attachment.arriveWith(bundleId));
        var read = FactBook.complete(AnswerReading.read(form, sitting.answers()));
        var arrived = number(sitting, bundle, procedures, read);
        arrived.forEach(applications::add);
        var occasion = occasions.ofOffice(null);
        var together = new HashSet<>(sitting.procedures());
        arrived.forEach(application -> life.begin(application, together, occasion));
        notices.arrived(bundle, read, arrived.size(), arrived.get(0).arrival().receiptNumber());
        visit.ifPresent(time -> notices.visitBooked(bundle, read, Visits.words(time), place, thingsToBring(procedures)));
        applications.write();
        return view(bundle, arrived, procedures);
    }

    private void requireComplete(FormBundle form, Map<String, String> answers) {
        var problems = new AnswerCheck(form, clock.today()).problems(answers);
        if (!problems.isEmpty()) {
            throw new RuleViolation(ANSWERS_INCOMPLETE, problems.size());
        }
    }

    /** A birth joins the household of its reporter, who must therefore be in the ledger. */
    private void requireInLedger(List<ProcedureView> procedures, Sitting sitting) {
        if (sitting.personId() == null
                && procedures.stream().anyMatch(procedure -> LifeSteps.reportsBirth(procedure, forms.published(procedure.code())))) {
            throw new RuleViolation(NOT_IN_LEDGER);
        }
    }

    private String placeOfVisit(List<ProcedureView> procedures) {
        return procedures.stream()
                .filter(procedure -> procedure.visit() != VisitRule.NONE)
                .findFirst()
                .map(procedure -> occasions.sectionName(procedure.section()))
                .orElse("");
    }

    private static List<Text> thingsToBring(List<ProcedureView> procedures) {
        return procedures.stream()
                .filter(procedure -> procedure.visit() != VisitRule.NONE)
                .flatMap(procedure -> procedure.bring().stream())
                .distinct()
                .toList();
    }

    private List<Application> number(
            Sitting sitting, Bundle bundle, List<ProcedureView> procedures, Map<String, String> read) {
        var day = java.time.LocalDate.ofInstant(bundle.arrivedAt(), OfficeClock.ZONE);
        int last = bundles.take(day, procedures.size());
        var arrived = new ArrayList<Application>();
        for (int position = 0; position < procedures.size(); position++) {
            var number = new ReceiptNumber(day, last - procedures.size() + position + 1);
            arrived.add(receive(sitting, bundle, procedures.get(position), new Place(position, number), read));
        }
        return arrived;
    }

    private record Place(int position, ReceiptNumber number) {}

    private Application receive(
            Sitting sitting, Bundle bundle, ProcedureView procedure, Place place, Map<String, String> read) {
        var form = forms.published(procedure.code());
        var sender = new Arrival.Sender(
                sitting.accountId(), sitting.personId(), read.getOrDefault("applicant.name", ""),
                read.getOrDefault("applicant.kana", ""), sitting.channel(), sitting.identity(), sitting.identityShown());
        var application = Application.arrive(
                new Arrival(bundle.id(), place.position(), place.number(), procedure, form.version(), sender,
                        FactBook.shareOf(form, sitting.answers()), FactBook.shareOf(form, read)),
                occasions.ofApplicant(null));
        var incoming = documents.receive(new ReceiveRecord(
                "application", application.id(), procedure.section(), procedure.name().ja(), sender.name(),
                bundle.arrivedAt(), filesOf(application, sitting.attachments()), procedure.code()));
        application.receivedAs(incoming.id(), incoming.number());
        life.changed("application.submit", application, null);
        return application;
    }

    private static List<String> filesOf(Application application, List<Attachment> attachments) {
        return attachments.stream()
                .filter(attachment -> attachment.isNamedIn(application.answers()))
                .map(Attachment::sha256)
                .distinct()
                .toList();
    }

    private static SubmissionView view(Bundle bundle, List<Application> arrived, List<ProcedureView> procedures) {
        var receipts = new ArrayList<SubmissionView.Receipt>();
        for (int i = 0; i < arrived.size(); i++) {
            var application = arrived.get(i);
            receipts.add(new SubmissionView.Receipt(
                    application.id(), procedures.get(i).code(), procedures.get(i).name(),
                    application.arrival().receiptNumber()));
        }
        Instant at = bundle.arrivedAt();
        return new SubmissionView(bundle.id(), at, receipts);
    }
}
