package jp.yakuba.document.api;

/** Where a file stands. */
public enum DossierState {
    /** Records may be put in. */
    OPEN,
    /** Closed: its retention is counted. */
    CLOSED,
    /** Destroyed (廃棄): what lay in it is gone, its history and the protocol stay. */
    DESTROYED,
    /** Given to the archive (移管): it is kept there and no longer here. */
    TRANSFERRED;

    /** True once nothing lies in it any more. */
    public boolean isGone() {
        return this == DESTROYED || this == TRANSFERRED;
    }
}
