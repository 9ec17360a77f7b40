package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.PERSON_NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.application.api.AssignApplications;
import jp.yakuba.application.api.AssignmentOutcome;
import jp.yakuba.application.api.CounterEntry;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.ExaminationView;
import jp.yakuba.application.api.InboxCounts;
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.application.api.ProcedureStatistics;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.FileName;
import jp.yakuba.application.model.StaffNote;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.InboxStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ProtectionDesk;

/** The door to examinations: own sections only, every look logged, versions judging two clerks at once. */
@Stateless
@RunAs(Role.DESK)
public class ExaminationDeskBean implements ExaminationDesk {
    @Inject
    private OwnSections own;

    @Inject
    private ApplicationStore applications;

    @Inject
    private InboxStore inbox;

    @Inject
    private ExaminationViews views;

    @Inject
    private ApplicationViews applicationViews;

    @Inject
    private Examination examination;

    @Inject
    private Arrivals arrivals;

    @Inject
    private CounterPicks picks;

    @Inject
    private DraftFiles files;

    @Inject
    private Papers papers;

    @Inject
    private Assignments assignments;

    @Inject
    private LifeSteps life;

    @Inject
    private ProtectionDesk protections;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public Page<InboxLine> list(InboxFilter filter, PageRequest page) {
        var found = views.lines(inbox.list(filter, own.within(filter.section()), actor.get().id(), clock.today(), page));
        audit.lookedAtAll(found.rows().stream()
                .map(line -> new AuditNote("application.listed", line.personId(), "application", line.id().toString(), "inbox"))
                .toList());
        return found;
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public InboxCounts counts() {
        return inbox.counts(own.mine(), actor.get().id(), clock.today());
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR, Role.DECIDER})
    public List<String> listMySections() {
        return own.mine().stream().sorted().toList();
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR, Role.DECIDER})
    public ExaminationView get(UUID applicationId) {
        var application = own.get(applicationId);
        looked(application, "application.examine");
        return views.view(application);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public AssignmentOutcome assign(AssignApplications command) {
        return assignments.assign(command);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public void askRelease(UUID applicationId, String reason) {
        var person = own.lock(applicationId).personId();
        if (person == null) {
            throw new RuleViolation(PERSON_NOT_FOUND);
        }
        protections.requestRelease(person, reason);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public void note(UUID applicationId, UUID noteId, String words) {
        var application = own.lock(applicationId);
        if (applications.hasNote(noteId)) {
            return;
        }
        var clerk = actor.get();
        applications.add(new StaffNote(noteId, application.id(), clerk.id(), clerk.name(), words, clock.now()));
        life.wrote("application.note", application, null);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public void requestCorrection(RequestCorrection command) {
        examination.requestCorrection(own.lock(command.applicationId(), command.version()), command);
        applications.write();
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public void accept(UUID applicationId, long version) {
        examination.accept(own.lock(applicationId, version));
        applications.write();
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public void acknowledge(UUID applicationId, long version) {
        var application = own.lock(applicationId, version);
        application.read();
        life.changed("application.acknowledge", application, null);
        applications.write();
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public void sendAgain(UUID applicationId, long version) {
        life.sendAgain(own.lock(applicationId, version));
        applications.write();
    }

    @Override
    @RolesAllowed(Role.EXAMINER)
    public void proposeGrant(UUID applicationId, long version, String words) {
        examination.propose(own.lock(applicationId, version), true, words);
        applications.write();
    }

    @Override
    @RolesAllowed(Role.EXAMINER)
    public void proposeRefusal(UUID applicationId, long version, String reasons) {
        examination.propose(own.lock(applicationId, version), false, reasons);
        applications.write();
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void makeFinal(UUID applicationId, long version, Long moveVersion) {
        examination.makeFinal(own.lock(applicationId, version), moveVersion);
        applications.write();
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public void completeVisit(UUID applicationId, long version) {
        examination.completeVisit(own.lock(applicationId, version));
        applications.write();
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public SubmissionView enterAtCounter(CounterEntry entry) {
        return arrivals.take(new Sitting(
                actor.get().id(), entry.onceKey(), null, picks.use(entry.pickId(), entry.onceKey()), null, null, null, null, "ja", Channel.COUNTER,
                Assurance.NONE.name(), entry.identityShown(), entry.procedures().stream().distinct().toList(),
                TypedAnswers.checked(entry.answers()), List.of()));
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR, Role.DECIDER})
    public List<ProcedureStatistics> statistics(LocalDate from, LocalDate until, String section) {
        var sections = List.copyOf(own.within(section));
        return sections.isEmpty() ? List.of() : inbox.statistics(
                from.atStartOfDay(OfficeClock.ZONE).toInstant(),
                until.plusDays(1).atStartOfDay(OfficeClock.ZONE).toInstant(), clock.today(), sections);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR, Role.DECIDER})
    public void writeAttachment(UUID applicationId, UUID attachmentId, OutputStream out) {
        var application = own.get(applicationId);
        looked(application, "application.file");
        files.write(applicationViews.attachmentsEverOf(application), attachmentId, out);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR, Role.DECIDER})
    public String nameFile(UUID applicationId, UUID attachmentId) {
        var application = own.get(applicationId);
        var attachments = applicationViews.attachmentsEverOf(application).stream()
                .map(attachment -> attachment.view(application.answers())).toList();
        return FileName.of(application.arrival().procedure(), application.arrival().receiptNumber(), attachments, attachmentId);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR, Role.DECIDER})
    public void writePdf(UUID applicationId, OutputStream out) {
        var application = own.get(applicationId);
        looked(application, "application.print");
        papers.writeForm(application, views.readable(application), views.readableFiles(application), out);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR, Role.DECIDER})
    public void writeNoticePdf(UUID applicationId, OutputStream out) {
        var application = own.get(applicationId);
        papers.mustHaveNotice(application);
        looked(application, "application.print-notice");
        papers.writeNotice(application, out);
    }

    private void looked(Application application, String deed) {
        audit.looked(new AuditNote(
                deed, application.personId(), "application", application.id().toString(), "examination"));
    }
}
