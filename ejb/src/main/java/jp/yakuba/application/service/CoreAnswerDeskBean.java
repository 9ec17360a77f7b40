package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_APPLICATION;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.CoreAnswer;
import jp.yakuba.application.api.CoreAnswer.Outcome;
import jp.yakuba.application.api.CoreAnswerDesk;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.StaffNote;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/**
 * Applies what core systems answer: done, taken for now, or refused. A refusal brings a notification back to an examiner; what
 * was decided stays decided and waits for the section to send it again.
 */
@Stateless
@RunAs(Role.DESK)
public class CoreAnswerDeskBean implements CoreAnswerDesk {
    private ApplicationStore applications;
    private LifeSteps life;
    private Occasions occasions;
    private OfficeClock clock;

    protected CoreAnswerDeskBean() {
        // for the container
    }

    @Inject
    public CoreAnswerDeskBean(ApplicationStore applications, LifeSteps life, Occasions occasions, OfficeClock clock) {
        this.applications = applications;
        this.life = life;
        this.occasions = occasions;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.SYSTEM, Role.DESK})
    public void take(CoreAnswer answer) {
        var message = applications.lockCoreMessage(answer.inReplyTo())
                .filter(asked -> asked.belongsTo(answer))
                .orElseThrow(() -> new RuleViolation(NO_SUCH_APPLICATION));
        if (!message.take(answer, clock.now())) {
            return;
        }
        var application = applications.lock(answer.applicationId())
                .orElseThrow(() -> new RuleViolation(NO_SUCH_APPLICATION));
        if (answer.outcome() == Outcome.REFUSED) {
            refused(application, answer);
        } else if (answer.outcome() == Outcome.DONE && application.state() == ApplicationState.IN_CORE) {
            application.resulted(resultOf(answer));
            life.step(application, ApplicationState.DONE, occasions.ofOffice(null));
        }
    }

    private void refused(Application application, CoreAnswer answer) {
        applications.add(new StaffNote(
                application.id(), StaffNote.NOBODY, answer.system(), answer.words(), clock.now()));
        if (application.decision().isMade()) {
            application.troubledBy(answer.words());
            life.changed("application.core-refused", application, answer.system());
            return;
        }
        boolean waitsForCore = application.state() == ApplicationState.IN_CORE
                || application.state() == ApplicationState.VISIT && LifeSteps.reportsMove(application);
        if (waitsForCore) {
            life.step(application, ApplicationState.EXAMINING, occasions.ofOffice(null));
        }
    }

    private static String resultOf(CoreAnswer answer) {
        var lines = new TreeMap<>(answer.results()).entrySet().stream()
                .map(result -> result.getKey() + ": " + result.getValue())
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? answer.words() : lines;
    }
}
