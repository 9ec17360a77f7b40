package jp.yakuba.document.api;

/** Where a list of disposal stands. */
public enum DisposalState {
    /** The head of the section checks it (主管課の点検). */
    CHECKING,
    /** General affairs checks it (総務課の確認). */
    REVIEWING,
    /** The archivist chooses what stays for ever (歴史的文書の選別). */
    APPRAISING,
    /** A second person, who has had no hand in it so far, confirms it (最終確認). */
    CONFIRMING,
    /** Confirmed: files go one after the other. */
    CONFIRMED,
    /** Every file of it came to its end. */
    DONE,
    /** Called off as a whole (取りやめ). */
    CALLED_OFF;

    /** True while somebody must do something before anything goes. */
    public boolean isUnderWay() {
        return ordinal() < CONFIRMED.ordinal();
    }
}
