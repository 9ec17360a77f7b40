package jp.yakuba.certificate.api;

/** How far a request is. */
public enum CopyState {
    /** Its letter left, or waits to; no answer is here. */
    WAITING,
    /** What the copy says is here, and no copy was issued. */
    ANSWERED,
    /** The office of the home address tells nothing. */
    REFUSED,
    /** At least one copy was issued; what it says is here still. */
    ISSUED,
    /** Ended by a clerk with nothing handed over: before anything was issued, or once every sheet was void. */
    WITHDRAWN,
    /** Its time is over, and no copy was handed over. */
    LAPSED,
    /** Handed over, or its time is over after a copy was issued; nothing of what came is here. */
    DONE;

    /** True while something can come of it. */
    public boolean isOpen() {
        return this == WAITING || this == ANSWERED || this == ISSUED;
    }
}
