package jp.yakuba.application.api;

/** The life of an application after arrival; who acts next follows from it. */
public enum ApplicationState {
    /** Arrived (到達); nobody has looked yet. */
    ARRIVED,
    /** Waits for another procedure of the bundle to be final. */
    WAITING,
    /** Being examined. */
    EXAMINING,
    /** The applicant is asked to correct (補正待ち). */
    CORRECTION,
    /** On the route of decision (決裁). */
    DECIDING,
    /** Prepared; becomes final at the counter. */
    VISIT,
    /** Decided or accepted, on its way through the core system. */
    IN_CORE,
    /** Done: granted, or accepted for a notification. */
    DONE,
    /** Refused with reasons. */
    REFUSED,
    /** Withdrawn by the applicant before the decision. */
    WITHDRAWN
}
