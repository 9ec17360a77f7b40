package jp.yakuba.document.api;

/** Where a sheet of masks stands; each has its words under {@code document.mask.state.<name>}. */
public enum MaskState {
    /** Being prepared. */
    DRAFT,
    /** Before a second person (二人目の確認). */
    PROPOSED,
    /** Fixed: never changed again, a new one follows it. */
    FIXED
}
