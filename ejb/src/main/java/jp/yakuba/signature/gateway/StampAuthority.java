package jp.yakuba.signature.gateway;

import java.io.IOException;

/** A time stamp service (RFC 3161) outside of the office. */
public interface StampAuthority {
    /** True if one is named. */
    boolean isOn();

    /** Its answer to a request, both in DER; fails if it does not answer. */
    byte[] answer(byte[] request) throws IOException;
}
