package jp.yakuba.signature.api;

import java.util.List;

/** Signatures over files that lie beside them in a container (XAdES in ASiC-E); files are never held whole in memory. */
public interface ContainerSigning {
    /** Signs the files with the hand; nobody else is asked. Returns what stands in {@code META-INF/signatures.xml}. */
    byte[] sign(List<SignedFile> files, Hand hand);

    /** Puts proof behind the signature; {@link ProofFailed} if none is to be had. */
    Extended extend(byte[] signatures, List<SignedFile> files, Proof proof);

    /** Checks that one signature stands there, of the one form that is taken, over exactly these files. */
    SealReport check(byte[] signatures, List<SignedFile> files);
}
