package jp.yakuba.signature.api;

import java.util.List;

/** Whom the office trusts for signatures, as files that can be handed on: certificates of authorities and their revocation lists. */
public interface TrustAnchors {

    /** All of them as they are now, certificates first. */
    List<Anchor> list();

    /**
     * A certificate or a list.
     *
     * @param name a plain file name with the ending {@code .cer} or {@code .crl}
     * @param content in DER
     */
    record Anchor(String name, byte[] content) {}
}
