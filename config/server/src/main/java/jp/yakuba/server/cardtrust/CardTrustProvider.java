package jp.yakuba.server.cardtrust;

import java.security.Provider;

/** Offers Elytron the trust manager of the card listener under the algorithm {@value #ALGORITHM}. */
public final class CardTrustProvider extends Provider {
    /** Name under which the scripts ask for it. */
    public static final String ALGORITHM = "AnyCard";

    private static final String NAME = "YakubaCardTrust";
    private static final long serialVersionUID = 1L;

    public CardTrustProvider() {
        super(NAME, "1.0", "Lets every certificate through to the application, which judges it");
        put("TrustManagerFactory." + ALGORITHM, CardTrustFactory.class.getName());
    }
}
