package jp.yakuba.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.CardSigned;
import jp.yakuba.account.api.SigningDesk;
import jp.yakuba.account.api.SigningView;
import jp.yakuba.account.model.CardSignature;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.model.Signing;
import jp.yakuba.account.store.CardStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Keeps signatures on their way between the portal and the card software. */
@Stateless
public class SigningDeskBean implements SigningDesk {
    private static final int LONGEST_CERTIFICATE = 8000;
    private static final int LONGEST_SIGNATURE = 2000;
    private static final int LONGEST_PATH = 500;

    private CardStore store;
    private CurrentActor actor;
    private OfficeClock clock;

    protected SigningDeskBean() {
        // for the container
    }

    @Inject
    public SigningDeskBean(CardStore store, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public String open(byte[] digest, String returnPath) {
        boolean ours = returnPath.startsWith("/") && !returnPath.startsWith("//") && returnPath.length() <= LONGEST_PATH;
        if (digest.length != CardSignature.DIGEST_BYTES || !ours) {
            throw new RuleViolation(AccountProblem.HANDOVER_LAPSED);
        }
        var state = SecretToken.fresh();
        store.add(new Signing(state, actor.get().id(), digest, returnPath, clock.now()));
        return state;
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public Optional<SigningView> find(String state) {
        return store.lockSigning(state)
                .filter(signing -> signing.stands(clock.now()) && signing.accountId().equals(actor.get().id()))
                .map(Signing::view);
    }

    /** Open to all: the card software has no session; knowing the state is the proof, the signature is judged later. */
    @Override
    @PermitAll
    public void deliver(String state, String certificate, String signature) {
        if (certificate == null || signature == null
                || certificate.length() > LONGEST_CERTIFICATE || signature.length() > LONGEST_SIGNATURE) {
            throw new RuleViolation(AccountProblem.CARD_UNREADABLE);
        }
        store.lockSigning(state)
                .filter(signing -> signing.stands(clock.now()) && !signing.isDelivered())
                .orElseThrow(() -> new RuleViolation(AccountProblem.HANDOVER_LAPSED))
                .deliver(new CardSigned(certificate, signature));
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public Optional<CardSigned> take(String state) {
        return store.lockSigning(state)
                .filter(signing -> signing.stands(clock.now()) && signing.isDelivered()
                        && signing.accountId().equals(actor.get().id()))
                .map(signing -> signing.take(clock.now()));
    }
}
