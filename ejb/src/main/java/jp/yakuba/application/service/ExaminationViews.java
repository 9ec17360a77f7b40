package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.application.api.ApplicationView.AnsweredCorrection;
import jp.yakuba.application.api.ApplicationView;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.application.api.ExaminationView;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.LedgerComparison;
import jp.yakuba.application.model.StaffNote;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.model.form.Paths;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Page;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.resident.api.ShieldDesk;

/** Applications as examiners see them, beside the ledger; a protected address is taken out of the answers too. */
@ApplicationScoped
public class ExaminationViews {
    private static final String REASON = "application.examine";

    @Inject
    private ApplicationStore applications;

    @Inject
    private ApplicationViews views;

    @Inject
    private ResidentDesk residents;

    @Inject
    private ShieldDesk shield;

    @Inject
    private MoveInDesk moves;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private Visits visits;

    @Inject
    private CurrentActor actor;

    /** The whole desk of an examiner. */
    public ExaminationView view(Application application) {
        var person = personOf(application);
        var answers = readable(application, person);
        var proposal = approval.findBySubject(NeighbourNews.APPLICATION, application.id());
        var siblings = views.lines(application.arrival().bundleId()).stream()
                .filter(line -> !line.id().equals(application.id()))
                .toList();
        var seen = views.view(application);
        return new ExaminationView(
                with(seen, answers, readable(person, seen.corrections())), application.arrival().applicantName(),
                application.personId(), person != null && person.protectedPerson(),
                LedgerComparison.of(FactBook.complete(answers), factsOf(person)),
                notesOf(application),
                application.assigneeId(), application.assigneeName(), siblings,
                proposal == null ? null : proposal.id(), moveOf(application),
                LifeSteps.entryOf(application), shield.hide(application.coreTrouble()), application.isToBeRead(),
                visits.bookedBy(application.arrival().bundleId()).orElse(null),
                lastDeedOf(application));
    }

    /** The lines of an inbox, their notes as the actor may read them. */
    public Page<InboxLine> lines(Page<InboxLine> found) {
        var rows = found.rows();
        var notes = shield.hide(rows.stream().map(InboxLine::lastNote).toList());
        return new Page<>(IntStream.range(0, rows.size()).mapToObj(at -> rows.get(at).withLastNote(notes.get(at))).toList(),
                found.total(), found.request());
    }

    private ExaminationView.Deed lastDeedOf(Application application) {
        var last = application.lastDeed();
        return last == null ? null : new ExaminationView.Deed(
                last.deed(), last.name(), actor.get().id().equals(last.staff()), last.at());
    }

    /** The answers as the actor may read them. */
    public Map<String, String> readable(Application application) {
        return readable(application, personOf(application));
    }

    private Map<String, String> readable(Application application, PersonView person) {
        return readable(person, application.answers());
    }

    private Map<String, String> readable(PersonView person, Map<String, String> answers) {
        var readable = shield.hideIn(answers);
        if (person == null || !person.protectedPerson() || person.address() != null) {
            return readable;
        }
        var hidden = new LinkedHashMap<>(readable);
        hidden.replaceAll((path, answer) -> Paths.isPartOfAddress(path, readable) ? ShieldDesk.HIDDEN : answer);
        return hidden;
    }

    /** The files of the application, their names as the actor may read them. */
    public List<AttachmentView> readableFiles(Application application) {
        return named(views.filesOf(application));
    }

    private List<AttachmentView> named(List<AttachmentView> files) {
        var names = shield.hide(files.stream().map(AttachmentView::name).toList());
        return IntStream.range(0, files.size()).mapToObj(at -> files.get(at).withName(names.get(at))).toList();
    }

    private List<ExaminationView.Note> notesOf(Application application) {
        var notes = applications.notesOf(application.id()).stream().map(StaffNote::view).toList();
        var words = shield.hide(notes.stream().map(ExaminationView.Note::words).toList());
        return IntStream.range(0, notes.size())
                .mapToObj(at -> new ExaminationView.Note(notes.get(at).at(), notes.get(at).who(), words.get(at)))
                .toList();
    }

    private PersonView personOf(Application application) {
        return application.personId() == null ? null : residents.get(application.personId(), REASON);
    }

    private static LedgerComparison.LedgerFacts factsOf(PersonView person) {
        return person == null ? null : new LedgerComparison.LedgerFacts(
                person.name(), person.kana(), String.valueOf(person.birthDate()), person.sex(), person.address());
    }

    private UUID moveOf(Application application) {
        if (!LifeSteps.reportsMove(application)) {
            return null;
        }
        var move = moves.findByCause(application.id());
        return move == null ? null : move.eventId();
    }

    private List<AnsweredCorrection> readable(PersonView person, List<AnsweredCorrection> corrections) {
        return corrections.stream().map(one -> new AnsweredCorrection(
                one.askedAt(), one.words(), one.answeredAt(), one.questions(), readable(person, one.before()),
                readable(person, one.after()), named(one.files()))).toList();
    }

    private ApplicationView with(ApplicationView seen, Map<String, String> answers, List<AnsweredCorrection> corrections) {
        return new ApplicationView(
                seen.id(), seen.version(), seen.bundleId(), seen.receiptNumber(), seen.recordNumber(), seen.procedure(),
                seen.formVersion(), seen.arrivedAt(), seen.state(), seen.since(), seen.dueOn(), Map.copyOf(answers),
                List.copyOf(seen.pages()), named(seen.attachments()), seen.history(), seen.correction(), corrections, seen.decisionText(),
                seen.instruction(),
                seen.decisionNumber(), seen.result(), seen.mayWithdraw(), seen.agent());
    }
}
