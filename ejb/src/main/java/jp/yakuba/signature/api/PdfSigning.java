package jp.yakuba.signature.api;

/** Signatures in PDF (PAdES); what was there stays byte for byte. */
public interface PdfSigning {
    /** Signs with the hand; nobody else is asked. */
    byte[] sign(byte[] pdf, Hand hand);

    /** Puts proof behind the signature; {@link ProofFailed} if none is to be had. */
    Extended extend(byte[] pdf, Proof proof);

    /** Checks the first signature, which is the office's, against the authorities that the office trusts. */
    SignatureReport check(byte[] pdf);
}
