package jp.yakuba.signature.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.KeyFound;
import jp.yakuba.signature.api.KeyState;
import jp.yakuba.signature.api.SigningMeans;
import jp.yakuba.signature.gateway.StampAuthority;

/** Looks at the key file and at the revocation lists at hand. */
@ApplicationScoped
public class OfficeMeans implements SigningMeans {
    private SigningKeys keys;
    private SigningTrust trust;
    private StampAuthority stamps;
    private OfficeClock clock;

    protected OfficeMeans() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public OfficeMeans(SigningKeys keys, SigningTrust trust, StampAuthority stamps, OfficeClock clock) {
        this.keys = keys;
        this.trust = trust;
        this.stamps = stamps;
        this.clock = clock;
    }

    @Override
    public KeyFound key() {
        var found = keys.at(clock.now());
        var state = found.state() == KeyState.WORKING && trust.now().revoked(found.key().certificate(), clock.now())
                ? KeyState.REVOKED : found.state();
        return new KeyFound(state, found.key() == null ? null : found.key().until(),
                state == KeyState.WORKING ? Optional.<Hand>of(found.key()) : Optional.empty());
    }

    @Override
    public boolean hasStamps() {
        return stamps.isOn();
    }
}
