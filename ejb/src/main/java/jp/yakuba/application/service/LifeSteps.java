package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationState.ARRIVED;
import static jp.yakuba.application.api.ApplicationState.DONE;
import static jp.yakuba.application.api.ApplicationState.IN_CORE;
import static jp.yakuba.application.api.ApplicationState.VISIT;
import static jp.yakuba.application.api.ApplicationState.WAITING;
import static jp.yakuba.application.api.ApplicationState.WITHDRAWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ExaminationView.LedgerEntry;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.LastDeed;
import jp.yakuba.application.model.LifeCourse;
import jp.yakuba.application.model.Occasion;
import jp.yakuba.application.model.form.Paths;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;

/** The steps in the life of applications that several desks take: what follows from arriving, from waiting, from the end. */
@ApplicationScoped
public class LifeSteps {
    /** The question that only the report of a move asks. */
    private static final String MOVE = "move.date";

    @Inject
    private ApplicationStore applications;

    @Inject
    private CoreMail core;

    @Inject
    private Notices notices;

    @Inject
    private DocumentDesk documents;

    @Inject
    private Agency agency;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** The first step after arrival; {@code together} are the procedures that arrived at the same sitting. */
    public void begin(Application application, Set<String> together, Occasion occasion) {
        if (application.visit() != VisitRule.NONE) {
            application.become(VISIT, occasion);
            report(application);
        } else if (reportsMove(application) || reportsBirth(application)) {
            report(application);
        } else if (together.contains(application.arrival().waitsFor())) {
            application.become(WAITING, occasion);
        } else {
            goOn(application, occasion);
        }
    }

    /** Tells the ledger what the application reports; nothing if it reports nothing. */
    public void report(Application application) {
        if (reportsMove(application)) {
            core.moveInReported(application);
        } else if (reportsBirth(application)) {
            core.birthReported(application);
        }
    }

    /** Tells the ledger again, after a correction: what was entered before is taken back first. */
    public void reportAgain(Application application, String reason) {
        if (reportsMove(application) || reportsBirth(application)) {
            core.entryWithdrawn(application, reason);
            report(application);
        }
    }

    /** Takes back what the ledger was told. */
    public void takeBack(Application application, String reason) {
        if (reportsMove(application) || reportsBirth(application)) {
            core.entryWithdrawn(application, reason);
        }
    }

    /** Goes on when nothing is waited for any more: to an examiner, to the core system, or to the end. */
    public void goOn(Application application, Occasion occasion) {
        var next = LifeCourse.goOn(application.kind(), application.arrival().coreSystem());
        if (next != application.state()) {
            step(application, next, occasion);
        }
        if (next == DONE) {
            application.awaitReading();
        }
    }

    /** Sends what was decided to its core system once more. */
    public void sendAgain(Application application) {
        application.sendAgain();
        core.procedureDecided(application);
        changed("application.send-again", application, null);
    }

    /** Takes the step, and does what belongs to it. */
    public void step(Application application, ApplicationState next, Occasion occasion) {
        application.become(next, occasion);
        follow(application, occasion);
    }

    /** Does what belongs to the state an application has just come into. */
    public void follow(Application application, Occasion occasion) {
        if (application.state() == IN_CORE) {
            core.procedureDecided(application);
        }
        completeIfEnded(application);
        if (application.state() == DONE) {
            notices.about(application, "application-done", "done", Map.of());
            releaseSiblings(application, occasion);
        }
        if (application.state() == WITHDRAWN) {
            notices.about(application, "application-withdrawn", "withdrawn", Map.of());
        }
        changed("application." + application.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                application, null);
    }

    /** What arrived is done with in the register once the application has ended, what corrected it too. */
    public void completeIfEnded(Application application) {
        if (!LifeCourse.isEnd(application.state())) {
            return;
        }
        var corrected = applications.listCorrections(application.id()).stream().map(Correction::recordId);
        Stream.concat(Stream.ofNullable(application.recordId()), corrected.filter(Objects::nonNull)).forEach(documents::complete);
    }

    /** Lets siblings that waited for the application go on by themselves. */
    private void releaseSiblings(Application ended, Occasion occasion) {
        waitingFor(ended).forEach(sibling -> goOn(sibling, occasion));
    }

    /** Tells the application and its siblings which persons of the ledger their applicants have become. */
    public void joinLedger(Application application, Map<UUID, UUID> personOfAccount) {
        joinPerson(application, personOfAccount);
        siblingsOf(application).forEach(sibling -> joinPerson(sibling, personOfAccount));
    }

    /** What waited for something that will never come is given to an examiner. */
    public void handSiblingsToExaminers(Application ended, Occasion occasion) {
        waitingFor(ended).forEach(sibling -> step(sibling, ARRIVED, occasion));
    }

    /** Writes a change into the audit log, in the deed's own transaction, and remembers it for whoever comes second. */
    public void changed(String deed, Application application, String reason) {
        var who = actor.get();
        boolean staff = who.kind() == Actor.Kind.STAFF;
        application.changed(new LastDeed(deed, staff ? who.id() : null, staff ? who.name() : null, clock.now()));
        wrote(deed, application, reason);
    }

    /** Writes into the audit log what leaves the application itself as it is. */
    public void wrote(String deed, Application application, String reason) {
        audit.changed(new AuditNote(
                deed, application.personId(), "application", application.id().toString(), reason));
    }

    /** True if the procedure is the report of a move, which the ledger enters; told by what was asked, for whether it needs a visit changes with the law. */
    public static boolean reportsMove(Application application) {
        return CoreMail.LEDGER.equals(application.arrival().coreSystem()) && application.answers().containsKey(MOVE);
    }

    /** True if the procedure is the report of a birth, which the ledger enters. */
    public static boolean reportsBirth(Application application) {
        return CoreMail.LEDGER.equals(application.arrival().coreSystem()) && !application.answers().containsKey(MOVE);
    }

    /** What the ledger enters for the application, and from where. */
    public static LedgerEntry entryOf(Application application) {
        if (reportsBirth(application)) {
            return LedgerEntry.BIRTH;
        }
        if (!reportsMove(application)) {
            return LedgerEntry.NONE;
        }
        return application.visit() == VisitRule.NONE ? LedgerEntry.MOVE : LedgerEntry.MOVE_AT_VISIT;
    }

    /** True if the procedure with that form is the report of a birth. */
    public static boolean reportsBirth(ProcedureView procedure, FormDefinition form) {
        return CoreMail.LEDGER.equals(procedure.coreSystem()) && !Paths.keptBy(form).contains(MOVE);
    }

    private List<Application> waitingFor(Application ended) {
        return applications.listWaiting(ended.arrival().bundleId(), ended.arrival().procedure());
    }

    private List<Application> siblingsOf(Application application) {
        return applications.listOfBundle(application.arrival().bundleId()).stream()
                .filter(other -> !other.id().equals(application.id()))
                .toList();
    }

    private void joinPerson(Application application, Map<UUID, UUID> personOfAccount) {
        if (application.personId() == null) {
            agency.accountOf(application).map(personOfAccount::get).ifPresent(application::belongsTo);
        }
    }
}
