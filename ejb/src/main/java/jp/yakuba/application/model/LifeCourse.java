package jp.yakuba.application.model;

import static jp.yakuba.application.api.ApplicationState.ARRIVED;
import static jp.yakuba.application.api.ApplicationState.CORRECTION;
import static jp.yakuba.application.api.ApplicationState.DECIDING;
import static jp.yakuba.application.api.ApplicationState.DONE;
import static jp.yakuba.application.api.ApplicationState.EXAMINING;
import static jp.yakuba.application.api.ApplicationState.IN_CORE;
import static jp.yakuba.application.api.ApplicationState.REFUSED;
import static jp.yakuba.application.api.ApplicationState.VISIT;
import static jp.yakuba.application.api.ApplicationState.WAITING;
import static jp.yakuba.application.api.ApplicationState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ProcedureKind;

/**
 * Where an application may go from each state of its life. A notification (届出) knows no decision: it is never DECIDING
 * and never REFUSED (行政手続法37条). What has ended stays ended.
 */
public final class LifeCourse {
    private static final Map<ApplicationState, Set<ApplicationState>> NEXT = Map.of(
            ARRIVED, EnumSet.of(WAITING, VISIT, EXAMINING, CORRECTION, DECIDING, IN_CORE, DONE, WITHDRAWN),
            WAITING, EnumSet.of(ARRIVED, CORRECTION, IN_CORE, DONE, WITHDRAWN),
            EXAMINING, EnumSet.of(VISIT, CORRECTION, DECIDING, IN_CORE, DONE, WITHDRAWN),
            CORRECTION, EnumSet.of(ARRIVED, WAITING, EXAMINING, VISIT, DECIDING, IN_CORE, DONE, WITHDRAWN),
            DECIDING, EnumSet.of(EXAMINING, IN_CORE, DONE, REFUSED, WITHDRAWN),
            VISIT, EnumSet.of(EXAMINING, CORRECTION, DONE, IN_CORE, WITHDRAWN),
            IN_CORE, EnumSet.of(DONE, EXAMINING, CORRECTION),
            DONE, EnumSet.noneOf(ApplicationState.class),
            REFUSED, EnumSet.noneOf(ApplicationState.class),
            WITHDRAWN, EnumSet.noneOf(ApplicationState.class));
    private static final Set<ApplicationState> WAITS_FOR_APPLICANT = EnumSet.of(WAITING, CORRECTION, VISIT);
    private static final Set<ApplicationState> ENDED = EnumSet.of(DONE, REFUSED, WITHDRAWN);
    private static final Set<ApplicationState> ONLY_WITH_DECISION = EnumSet.of(DECIDING, REFUSED);

    private LifeCourse() {}

    /** True if something of the kind may go from one state to the other. */
    public static boolean mayBecome(ProcedureKind kind, ApplicationState from, ApplicationState to) {
        boolean decisionOfNotification = kind == ProcedureKind.NOTIFICATION && ONLY_WITH_DECISION.contains(to);
        return !decisionOfNotification && (NEXT.get(from).contains(to) || isFoundIncomplete(kind, from, to));
    }

    /** A notification that ended at its arrival may turn out to be incomplete when the section reads it. */
    private static boolean isFoundIncomplete(ProcedureKind kind, ApplicationState from, ApplicationState to) {
        return kind == ProcedureKind.NOTIFICATION && from == DONE && to == CORRECTION;
    }

    /** True while the office waits for the applicant or a visit, so that the processing period does not run. */
    public static boolean pauses(ApplicationState state) {
        return WAITS_FOR_APPLICANT.contains(state);
    }

    /** True if nothing happens any more. */
    public static boolean isEnd(ApplicationState state) {
        return ENDED.contains(state);
    }

    /** True while the applicant may take it back: until the decision, and until it has gone to a core system. */
    public static boolean mayWithdraw(ApplicationState state) {
        return NEXT.get(state).contains(WITHDRAWN);
    }

    /** True while an examiner works on it. */
    public static boolean isOnTheDesk(ApplicationState state) {
        return state == ARRIVED || state == EXAMINING;
    }

    /** Where it goes when everything it waited for is there: to the core, to an examiner, or to its end. */
    public static ApplicationState goOn(ProcedureKind kind, String coreSystem) {
        if (kind == ProcedureKind.APPLICATION) {
            return ARRIVED;
        }
        return coreSystem == null ? DONE : IN_CORE;
    }
}
