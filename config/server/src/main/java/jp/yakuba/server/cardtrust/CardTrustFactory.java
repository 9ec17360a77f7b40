package jp.yakuba.server.cardtrust;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactorySpi;

/** Makes the trust manager of the card listener from the key store of authorities whose cards a browser may offer. */
public final class CardTrustFactory extends TrustManagerFactorySpi {
    private List<X509Certificate> offered = List.of();

    /** For Java's security framework. */
    public CardTrustFactory() {
        // made by name
    }

    @Override
    protected void engineInit(KeyStore authorities) throws KeyStoreException {
        var found = new ArrayList<X509Certificate>();
        if (authorities != null) {
            for (var alias : Collections.list(authorities.aliases())) {
                if (authorities.getCertificate(alias) instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            }
        }
        offered = List.copyOf(found);
    }

    @Override
    protected void engineInit(ManagerFactoryParameters parameters) throws InvalidAlgorithmParameterException {
        throw new InvalidAlgorithmParameterException("Only a key store tells which authorities are offered");
    }

    @Override
    protected TrustManager[] engineGetTrustManagers() {
        return new TrustManager[] {new AnyCardTrust(offered)};
    }
}
