package jp.yakuba.signature.api;

/** What is put behind a signature so that it stays provable. */
public enum Proof {
    /** A time stamp of somebody else (baseline T). */
    STAMP,
    /** Certificates and revocation lists under an archive time stamp; once more, another archive time stamp (baseline LTA). */
    KEEPING
}
