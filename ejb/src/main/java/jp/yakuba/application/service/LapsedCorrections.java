package jp.yakuba.application.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.Occasion;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/**
 * Corrections whose period has run out (補正期間の経過): the applicant is told, the history says so, and the section finds it among
 * its due work. What comes next is the section's to say: refuse, or ask again (行政手続法7条). Each in a transaction of its own.
 */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LapsedCorrections {
    private static final String OFFICE = "corrections due";
    private static final int MOST = 500;

    @Inject
    private ApplicationStore applications;

    @Inject
    private LifeSteps life;

    @Inject
    private Notices notices;

    @Inject
    private Occasions occasions;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Applications whose applicant let a period pass and was not told of it yet. */
    @RolesAllowed(Role.SYSTEM)
    public List<UUID> listUntold() {
        return applications.listLapsed(clock.today(), MOST);
    }

    /** Tells it once. */
    @RolesAllowed(Role.SYSTEM)
    public void tell(UUID applicationId) {
        actor.actAs(Actor.system(OFFICE), OFFICE);
        applications.lock(applicationId).ifPresent(application -> applications.findOpenCorrection(applicationId)
                .filter(correction -> correction.owesTelling(clock.today()))
                .ifPresent(correction -> tell(application, correction)));
    }

    private void tell(Application application, Correction correction) {
        correction.lapseTold(clock.now());
        application.correctionLapsed(occasions.ofOffice(Occasion.LAPSED));
        life.changed("application.correction-lapsed", application, null);
        notices.about(application, template(application), "lapsed:" + correction.id(),
                Map.of("until", notices.dayFor(application, correction.until())));
    }

    /** A notification (届出) is never refused (行政手続法37条): it is not finished until it is complete. */
    private static String template(Application application) {
        return "application-correction-lapsed" + (application.kind() == ProcedureKind.NOTIFICATION ? "-notification" : "");
    }
}
