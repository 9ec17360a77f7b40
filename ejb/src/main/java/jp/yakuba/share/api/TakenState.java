package jp.yakuba.share.api;

/** How what was taken over stands to what its origin says now. */
public enum TakenState {
    /** It was not taken over from there. */
    NONE,
    /** The origin says just this. */
    SAME,
    /** The origin has written a newer version. */
    NEWER,
    /** The origin shares it no more. */
    WITHDRAWN
}
