package jp.yakuba.document.api;

/** Whether the copy of a fixed sheet is there; each has its words under {@code document.mask.copy.<name>}. */
public enum MaskCopyState {
    /** Nobody asked for it yet. */
    NONE,
    /** Being drawn. */
    WAITING,
    MADE,
    /** It cannot be drawn, for the reason that stands beside it. */
    IMPOSSIBLE
}
