package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.LifeCourse;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.application.store.AppointmentStore;
import jp.yakuba.kernel.OfficeClock;

/** Takes an application back (取下げ) and undoes what it had prepared: the provisional move, the booked time. */
@ApplicationScoped
public class Withdrawal {
    @Inject
    private ApplicationStore applications;

    @Inject
    private AppointmentStore appointments;

    @Inject
    private LifeSteps life;

    @Inject
    private Occasions occasions;

    @Inject
    private OfficeClock clock;

    /** Withdraws the locked application for its applicant. */
    void withdraw(Application application) {
        var occasion = occasions.ofApplicant(null);
        applications.findOpenCorrection(application.id()).ifPresent(this::close);
        life.step(application, ApplicationState.WITHDRAWN, occasion);
        life.takeBack(application, "application.withdraw");
        life.handSiblingsToExaminers(application, occasions.ofOffice(null));
        boolean visitLeft = applications.listOfBundle(application.arrival().bundleId()).stream()
                .anyMatch(other -> other.visit() != VisitRule.NONE && !LifeCourse.isEnd(other.state()));
        if (!visitLeft) {
            appointments.cancel(application.arrival().bundleId());
        }
    }

    private void close(Correction correction) {
        correction.close(clock.now());
    }
}
