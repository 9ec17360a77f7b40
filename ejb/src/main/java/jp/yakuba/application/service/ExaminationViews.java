package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationView;
import jp.yakuba.application.api.ExaminationView;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.LedgerComparison;
import jp.yakuba.application.model.StaffNote;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.model.form.Paths;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentDesk;

/** Applications as examiners see them, beside the ledger; a protected address is taken out of the answers too. */
@ApplicationScoped
public class ExaminationViews {
    /** Stands where a protected address was. */
    public static final String PROTECTED = "＊＊＊";
    private static final String REASON = "application.examine";

    @Inject
    private ApplicationStore applications;

    @Inject
    private ApplicationViews views;

    @Inject
    private Forms forms;

    @Inject
    private ResidentDesk residents;

    @Inject
    private MoveInDesk moves;

    @Inject
    private ApprovalDesk approval;

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
        return new ExaminationView(
                withAnswers(views.view(application), answers), application.arrival().applicantName(),
                application.personId(), person != null && person.protectedPerson(),
                LedgerComparison.of(FactBook.complete(answers), factsOf(person)),
                applications.notesOf(application.id()).stream().map(StaffNote::view).toList(),
                application.assigneeId(), application.assigneeName(), siblings,
                proposal == null ? null : proposal.id(), moveOf(application),
                LifeSteps.reportsBirth(application), application.coreTrouble(), application.isToBeRead(),
                lastDeedOf(application));
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
        if (person == null || !person.protectedPerson() || person.address() != null) {
            return application.answers();
        }
        var hidden = new LinkedHashMap<>(application.answers());
        var form = forms.version(application.arrival().procedure(), application.arrival().formVersion());
        form.sections().stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.type() == FieldType.ADDRESS)
                .flatMap(field -> Paths.keptBy(Paths.of(form.procedure(), field), field))
                .forEach(path -> hidden.computeIfPresent(path, (key, answer) -> PROTECTED));
        hidden.replaceAll((path, answer) -> path.contains("ddress.") ? PROTECTED : answer);
        return hidden;
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

    private static ApplicationView withAnswers(ApplicationView seen, Map<String, String> answers) {
        return new ApplicationView(
                seen.id(), seen.version(), seen.bundleId(), seen.receiptNumber(), seen.recordNumber(), seen.procedure(),
                seen.formVersion(), seen.arrivedAt(), seen.state(), seen.since(), seen.dueOn(), Map.copyOf(answers),
                List.copyOf(seen.pages()), seen.attachments(), seen.history(), seen.correction(), seen.decisionText(),
                seen.decisionNumber(), seen.result(), seen.mayWithdraw(), seen.agent());
    }
}
