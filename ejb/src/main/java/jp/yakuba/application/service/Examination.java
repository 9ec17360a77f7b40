package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.LEDGER_NOT_READY;
import static jp.yakuba.application.api.ApplicationProblem.NOT_ITS_TURN;
import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_QUESTION;
import static jp.yakuba.application.api.ApplicationProblem.PERIOD_UNREASONABLE;
import static jp.yakuba.application.api.ApplicationProblem.REASONS_MISSING;
import static jp.yakuba.application.api.ApplicationProblem.STATE_FORBIDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.CoreAnswer;
import jp.yakuba.application.api.ExaminationView.LedgerEntry;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.LifeCourse;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.BirthDesk;
import jp.yakuba.resident.api.MoveInDesk;

/** The deeds of an examination on one locked application: correct, accept, propose, make final at the counter. */
@ApplicationScoped
public class Examination {
    private static final int LONGEST_CORRECTION_DAYS = 60;
    /** The version of a move that nobody has seen. */
    private static final long UNSEEN = -1;

    @Inject
    private ApplicationStore applications;

    @Inject
    private DraftStore drafts;

    @Inject
    private Forms forms;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private MoveInDesk moves;

    @Inject
    private BirthDesk births;

    @Inject
    private LifeSteps life;

    @Inject
    private Notices notices;

    @Inject
    private Remedies remedies;

    @Inject
    private Occasions occasions;

    @Inject
    private OfficeClock clock;

    /**
     * Orders a correction; what the ledger has entered already is entered anew when the answer comes. Whoever let the period of an
     * earlier one pass may be asked again (行政手続法7条); what was begun as an answer goes on.
     */
    void requestCorrection(Application application, RequestCorrection command) {
        requireReasonable(command.until());
        requireAsked(application, command.paths());
        var correction = Correction.ask(command, clock.now());
        var occasion = occasions.ofSection(application.arrival().section(), command.words());
        var before = applications.findOpenCorrection(application.id());
        if (before.isPresent()) {
            closeLapsed(before.get());
            application.askCorrectionAgain(occasion);
            applications.write();
        } else {
            application.askCorrection(occasion);
        }
        applications.add(correction);
        applications.write();
        before.ifPresent(lapsed -> drafts.carryOver(lapsed.id(), correction.id()));
        life.changed("application.correction", application, null);
        notices.about(application, "application-correction", "correction:" + correction.id(),
                Map.of("words", command.words(), "until", notices.dayFor(application, command.until())));
    }

    private void requireReasonable(LocalDate until) {
        var today = clock.today();
        if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_CORRECTION_DAYS))) {
            throw new RuleViolation(PERIOD_UNREASONABLE, until);
        }
    }

    private void requireAsked(Application application, List<String> paths) {
        var asked = forms.pages(application).stream()
                .flatMap(page -> page.questions().stream())
                .map(question -> question.path())
                .toList();
        paths.stream().filter(path -> !asked.contains(path)).findFirst().ifPresent(path -> {
            throw new RuleViolation(NO_SUCH_QUESTION, path);
        });
    }

    /**
     * A notification is complete and goes on; an application is taken up for examination. What waits for a correction
     * whose period has run out is taken up again without it.
     */
    void accept(Application application) {
        var occasion = occasions.ofSection(application.arrival().section(), null);
        var correction = applications.findOpenCorrection(application.id());
        if (correction.isPresent()) {
            closeLapsed(correction.get());
            application.resume(occasion);
            life.changed("application.resume", application, null);
            return;
        }
        if (!LifeCourse.isOnTheDesk(application.state())) {
            throw new RuleViolation(STATE_FORBIDS, application.state().name(), ApplicationState.EXAMINING.name());
        }
        if (LifeSteps.entryOf(application).isFromDesk()) {
            throw new RuleViolation(STATE_FORBIDS, application.state().name(), ApplicationState.IN_CORE.name());
        }
        if (LifeSteps.reportsMove(application)) {
            life.step(application, ApplicationState.VISIT, occasion);
            life.reportAgain(application, "application.accept");
        } else if (application.kind() == ProcedureKind.NOTIFICATION) {
            life.goOn(application, occasion);
            application.read();
        } else {
            life.step(application, ApplicationState.EXAMINING, occasion);
        }
    }

    /** Drafts the decision and sends it along its route; a refusal owes its reasons (行政手続法8条). */
    void propose(Application application, boolean grant, String words) {
        if (words == null || words.isBlank()) {
            throw new RuleViolation(REASONS_MISSING);
        }
        applications.findOpenCorrection(application.id()).ifPresent(this::closeLapsed);
        var arrival = application.arrival();
        application.propose(grant, words.strip(), occasions.ofSection(arrival.section(), null));
        var matter = arrival.matter() == null ? arrival.procedure() : arrival.matter();
        var asked = ProposalWords.of(remedies.outcome(application), arrival.procedureName(), arrival.receiptNumber(), words.strip());
        approval.propose(new ProposeDecision(matter, 0, NeighbourNews.APPLICATION, application.id(), asked.title(), asked.text())
                .inSection(arrival.section()));
        life.changed(grant ? "application.propose-grant" : "application.propose-refusal", application, null);
    }

    private void closeLapsed(Correction correction) {
        if (!correction.isLapsed(clock.today())) {
            throw new RuleViolation(NOT_ITS_TURN);
        }
        correction.close(clock.now());
    }

    /** Enters in the ledger what was prepared there: the birth, or the move if it is still what was seen. */
    void makeFinal(Application application, Long moveVersion) {
        var entry = LifeSteps.entryOf(application);
        boolean due = entry == LedgerEntry.MOVE_AT_VISIT
                ? application.state() == ApplicationState.VISIT
                : entry.isFromDesk() && LifeCourse.isOnTheDesk(application.state());
        if (!due) {
            throw forbids(application);
        }
        requireLedgerReady(application);
        if (entry == LedgerEntry.BIRTH) {
            var birth = births.findByCause(application.id());
            births.makeFinal(birth.eventId(), birth.version());
        } else {
            var move = moves.findByCause(application.id());
            moves.makeFinal(move.eventId(), moveVersion == null ? UNSEEN : moveVersion);
        }
    }

    /** Ends what is done at the counter itself; what the ledger enters is not ended here. */
    void completeVisit(Application application) {
        if (application.state() != ApplicationState.VISIT || LifeSteps.reportsMove(application)) {
            throw forbids(application);
        }
        requireItsTurn(application);
        var next = application.arrival().coreSystem() == null ? ApplicationState.DONE : ApplicationState.IN_CORE;
        life.step(application, next, occasions.ofSection(application.arrival().section(), null));
    }

    private static RuleViolation forbids(Application application) {
        return new RuleViolation(STATE_FORBIDS, application.state().name(), ApplicationState.DONE.name());
    }

    /** The ledger must have entered the latest word about the application, or an older one would become final. */
    private void requireLedgerReady(Application application) {
        var answered = applications.latestAnswer(application.id(), CoreMail.LEDGER);
        if (answered.isEmpty() || answered.get() == CoreAnswer.Outcome.REFUSED) {
            throw new RuleViolation(LEDGER_NOT_READY);
        }
    }

    private void requireItsTurn(Application application) {
        boolean before = applications.listOfBundle(application.arrival().bundleId()).stream()
                .filter(other -> other.arrival().procedure().equals(application.arrival().waitsFor()))
                .anyMatch(other -> !LifeCourse.isEnd(other.state()));
        if (before) {
            throw new RuleViolation(NOT_ITS_TURN);
        }
    }
}
