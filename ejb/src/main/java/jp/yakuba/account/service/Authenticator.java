package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.model.OneTimeCode;
import jp.yakuba.account.model.RecoveryCode;
import jp.yakuba.account.model.SecondFactor;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.store.FactorStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Sets up and checks second factors. */
@ApplicationScoped
public class Authenticator {
    private static final String KEY = "totp";

    @Inject
    private FactorStore store;

    @Inject
    private KeyRing keys;

    @Inject
    private OfficeClock clock;

    /** True if sign-in asks the owner for a second factor. */
    public boolean isAsked(UUID ownerId) {
        return store.isAsked(ownerId);
    }

    /** A fresh secret for the owner, not yet asked for. */
    public OneTimeCode begin(UUID ownerId) {
        var secret = SecretToken.bytes(OneTimeCode.SECRET_BYTES);
        var sealed = keys.seal(KEY, ownerId.toString(), secret);
        var known = store.find(ownerId);
        if (known.filter(SecondFactor::isAsked).isPresent()) {
            throw new RuleViolation(AccountProblem.SECOND_FACTOR_STATE);
        }
        known.ifPresentOrElse(
                factor -> factor.restart(sealed, clock.now()),
                () -> store.add(new SecondFactor(ownerId, sealed, clock.now())));
        return new OneTimeCode(secret);
    }

    /** Turns the factor on by a first right code and gives recovery codes. */
    public List<String> confirm(UUID ownerId, String typed) {
        var factor = store.lock(ownerId)
                .filter(begun -> !begun.isAsked())
                .orElseThrow(() -> new RuleViolation(AccountProblem.SECOND_FACTOR_STATE));
        var step = secretOf(factor).stepOf(typed, clock.now(), factor.lastStep());
        factor.confirm(step.orElseThrow(() -> new RuleViolation(AccountProblem.CODE_WRONG)), clock.now());
        store.forgetCodes(ownerId);
        var codes = new ArrayList<String>();
        for (int i = 0; i < RecoveryCode.COUNT; i++) {
            var code = RecoveryCode.fresh();
            codes.add(code);
            store.add(new RecoveryCode(ownerId, code));
        }
        return codes;
    }

    /** True if the typed code is right now, or an unused recovery code; it is used up. */
    public boolean accepts(UUID ownerId, String typed) {
        var factor = store.lock(ownerId).filter(SecondFactor::isAsked);
        if (factor.isEmpty()) {
            return false;
        }
        var step = secretOf(factor.get()).stepOf(typed, clock.now(), factor.get().lastStep());
        if (step.isPresent()) {
            factor.get().use(step.getAsLong());
            return true;
        }
        var recovery = store.findUnused(ownerId, RecoveryCode.hashOf(ownerId, typed));
        recovery.ifPresent(code -> code.use(clock.now()));
        return recovery.isPresent();
    }

    /** Takes the factor off. */
    public void remove(UUID ownerId) {
        store.find(ownerId).ifPresent(store::remove);
    }

    private OneTimeCode secretOf(SecondFactor factor) {
        return new OneTimeCode(keys.open(KEY, factor.ownerId().toString(), factor.sealedSecret()));
    }
}
