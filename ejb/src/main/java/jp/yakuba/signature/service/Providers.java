package jp.yakuba.signature.service;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The library enters its provider for the whole machine; one that a deployment leaves behind would be dead code to the next. */
@Singleton
@Startup
public class Providers {
    @PreDestroy
    @PermitAll // the container alone calls it
    void leaveNothingBehind() {
        var provider = Security.getProvider(BouncyCastleProvider.PROVIDER_NAME);
        if (provider != null && provider.getClass() == BouncyCastleProvider.class) {
            Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
        }
    }
}
