package jp.yakuba.document.api;

/** How far an import of earlier documents has come. */
public enum ImportState {
    /** Nobody has begun with it, or it goes on in a moment. */
    WAITING,
    RUNNING,
    /** Somebody has stopped it; it can go on where it was. */
    STOPPED,
    /** The list as a whole cannot be read, or is another one than at the beginning. */
    BROKEN,
    DONE;

    /** True if lines are still to be taken by themselves. */
    public boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
