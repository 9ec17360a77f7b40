package jp.yakuba.document.service.filing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jp.yakuba.document.api.CarryOver;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Looks every minute whether a year has turned (年度繰越): the office's clock may be moved, so no date of the machine is asked. */
@Singleton
@Startup
@Lock(LockType.WRITE)
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlanClock {
    private static final Logger LOG = System.getLogger(PlanClock.class.getName());
    private static final String NAME = "filing plan";

    private YearTurn turn;
    private FilingDesk desk;
    private OrganizationDesk organization;
    private CurrentActor actor;
    private RequestContextController requests;
    private final PatientDeed turning = new PatientDeed("The turn of the fiscal year", this::look);

    protected PlanClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public PlanClock(
            YearTurn turn, FilingDesk desk, OrganizationDesk organization, CurrentActor actor, RequestContextController requests) {
        this.turn = turn;
        this.desk = desk;
        this.organization = organization;
        this.actor = actor;
        this.requests = requests;
    }

    /** Brings the town's first plan before anybody is served. */
    @PostConstruct
    @PermitAll // the container alone calls it
    public void begin() {
        look();
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "5", persistent = false, info = "document: turn of the fiscal year")
    void tick() {
        turning.tick();
    }

    private void look() {
        boolean opened = requests.activate();
        try {
            actor.actAs(Actor.system(NAME), NAME);
            turn.begin(organization.town().code());
            turn.yearsDue().stream().map(desk::carryOver).filter(CarryOver::done).forEach(carried -> LOG.log(Level.INFO,
                    "The filing plan was carried over into {0}: {1} files, sections left behind {2}",
                    String.valueOf(carried.fiscalYear()), String.valueOf(carried.opened()), carried.left()));
            for (int closed = turn.closeDue(); closed > 0; closed = turn.closeDue()) {
                LOG.log(Level.INFO, "{0} files were closed, their retention is counted now", String.valueOf(closed));
            }
        } catch (RuleViolation notYet) {
            LOG.log(Level.DEBUG, "No town yet", notYet);
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }
}
