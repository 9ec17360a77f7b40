package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_STAFF;
import static jp.yakuba.application.api.ApplicationProblem.TOO_MANY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.AssignApplications;
import jp.yakuba.application.api.AssignmentOutcome;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.StaffView;

/** Gives applications to members of staff; what two give away at once goes to the first one's choice. */
@ApplicationScoped
public class Assignments {
    private static final int MOST_AT_ONCE = 200;

    @Inject
    private OwnSections own;

    @Inject
    private ApplicationStore applications;

    @Inject
    private LifeSteps life;

    @Inject
    private Occasions occasions;

    /** Locks the rows in the order of their ids, so that two bulks wait for each other and never for ever. */
    AssignmentOutcome assign(AssignApplications command) {
        if (command.lines().size() > MOST_AT_ONCE) {
            throw new RuleViolation(TOO_MANY, MOST_AT_ONCE);
        }
        var receiver = command.staffId() == null ? null
                : own.colleague(command.staffId()).orElseThrow(() -> new RuleViolation(NO_SUCH_STAFF));
        var missed = new ArrayList<AssignmentOutcome.Missed>();
        var lines = command.lines().stream().sorted(Comparator.comparing(AssignApplications.Seen::applicationId)).toList();
        for (var line : lines) {
            var application = own.lock(line.applicationId());
            if (!isWith(application, line.assignee()) && !isWith(application, command.staffId())) {
                missed.add(new AssignmentOutcome.Missed(application.arrival().receiptNumber(), application.assigneeName()));
            } else {
                give(application, receiver);
            }
        }
        applications.write();
        return new AssignmentOutcome(lines.size() - missed.size(), missed);
    }

    private static boolean isWith(Application application, UUID staff) {
        return Objects.equals(application.assigneeId(), staff);
    }

    private void give(Application application, StaffView receiver) {
        var id = receiver == null ? null : receiver.id();
        boolean taken = id != null && application.state() == ApplicationState.ARRIVED;
        if (isWith(application, id) && !taken) {
            return;
        }
        application.assign(id, receiver == null ? null : receiver.name());
        if (taken) {
            application.become(
                    ApplicationState.EXAMINING, occasions.ofSection(application.arrival().section(), null));
        }
        life.changed("application.assign", application, null);
    }
}
