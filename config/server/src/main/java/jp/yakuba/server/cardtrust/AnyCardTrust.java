package jp.yakuba.server.cardtrust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every client certificate through the handshake. TLS proves that the visitor holds the key; whether the card is
 * good (issuer, policy, span, revocation) the application judges before anybody is let in, and answers in words. Were it
 * judged here, the owner of an expired card would see nothing but a broken connection.
 */
final class AnyCardTrust extends X509ExtendedTrustManager {
    private final List<X509Certificate> offered;

    AnyCardTrust(List<X509Certificate> offered) {
        this.offered = offered;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("No certificate");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("This listener visits nobody");
    }

    /** The authorities whose cards a browser offers its owner to choose from. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return offered.toArray(X509Certificate[]::new);
    }
}
