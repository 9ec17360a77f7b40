package jp.yakuba.document.api;

/** How far a signature is provable. */
public enum SignatureStage {
    /** Signed; when, only the office says (PAdES B-B). */
    SIGNED,
    /** A time stamp of somebody else says when (PAdES B-T). */
    STAMPED,
    /** Certificates and revocation lists stand in it under an archive time stamp (PAdES B-LTA). */
    KEPT
}
