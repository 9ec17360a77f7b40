package jp.yakuba.signature.api;

/** Signatures within an XML that they cover whole (enveloped XAdES). */
public interface XmlSigning {
    /** Signs with the hand; nobody else is asked. The signature is the last child of the root. */
    byte[] sign(byte[] xml, Hand hand);

    /** Puts proof behind the signature; {@link ProofFailed} if none is to be had. What was signed stays as it is. */
    Extended extend(byte[] xml, Proof proof);

    /** Checks that one signature stands there, of the one form that is taken, over the whole XML. */
    SealReport check(byte[] xml);
}
