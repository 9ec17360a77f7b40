package jp.yakuba.certificate.api;

/** What the office of the home address answers. */
public enum CopyOutcome {
    TOLD,
    /** No copy at another desk; why is not said. */
    NOT_HERE,
    /** A change of the household waits there to become final. */
    CHANGE_WAITS,
    /** The request came so late that whoever asked has left, or what was told did not leave on its day. */
    TOO_LATE
}
