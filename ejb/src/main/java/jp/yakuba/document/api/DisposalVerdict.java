package jp.yakuba.document.api;

/** What a section proposes for a file whose period is over. */
public enum DisposalVerdict {
    /** Destroy it (廃棄). */
    DESTROY,
    /** Keep it longer (延長). */
    EXTEND,
    /** Offer it to the archive (移管の申出). */
    OFFER
}
