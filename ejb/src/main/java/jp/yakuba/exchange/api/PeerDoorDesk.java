package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import jp.yakuba.kernel.Actor;

/** The porter of the listener of LGWAN: tells which office a certificate means. */
@Local
public interface PeerDoorDesk {
    /**
     * The office whose certificate was shown in the handshake; empty, and written down, if the certificate is not (any longer) one of an
     * authority that this office trusts, or names no office that it knows.
     */
    Optional<Actor> admit(List<X509Certificate> shown, String origin);
}
