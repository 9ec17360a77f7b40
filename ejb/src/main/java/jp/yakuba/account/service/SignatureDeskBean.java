package jp.yakuba.account.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Base64;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.SignatureDesk;
import jp.yakuba.account.api.SignedFacts;
import jp.yakuba.account.api.VerifySignature;
import jp.yakuba.account.model.CardFacts;
import jp.yakuba.account.model.CardIdentity;
import jp.yakuba.account.model.CardSignature;
import jp.yakuba.account.model.CertificateKind;
import jp.yakuba.account.model.SignatureEvidence;
import jp.yakuba.account.store.CardStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Checks signatures at the moment they arrive and keeps what was seen. */
@Stateless
@RunAs(Role.DESK)
public class SignatureDeskBean implements SignatureDesk {
    private CardStore store;
    private CardAuthorities authorities;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected SignatureDeskBean() {
        // for the container
    }

    @Inject
    public SignatureDeskBean(
            CardStore store, CardAuthorities authorities, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.authorities = authorities;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public SignedFacts verify(VerifySignature command) {
        var der = decode(command.certificate());
        var signature = decode(command.signature());
        var certificate = authorities.read(der);
        var check = authorities.checkOf(CertificateKind.SIGNATURE);
        var now = clock.now();
        var verdict = check.judge(certificate, now);
        if (verdict.problem() != null) {
            throw refuse(command, verdict.problem());
        }
        if (!new CardSignature(signature).holds(command.digest(), certificate)) {
            throw refuse(command, AccountProblem.SIGNATURE_WRONG);
        }
        var facts = CardFacts.of(certificate)
                .orElseThrow(() -> refuse(command, AccountProblem.SIGNED_FACTS_UNREADABLE));
        var identity = CardIdentity.of(certificate);
        var evidence = new SignatureEvidence(
                new SignatureEvidence.Subject(command.subjectType(), command.subjectId(), actor.get().id()),
                new SignatureEvidence.Signed(command.digest(), der, signature),
                identity, check.listFor(certificate, now), now);
        store.add(evidence);
        audit.changed(new AuditNote("account.signature.accept", null, command.subjectType(),
                command.subjectId().toString(), identity.serial()));
        return new SignedFacts(
                facts.name(), facts.birthDate(), facts.sex(), facts.address(), identity.serial(), evidence.id());
    }

    private RuleViolation refuse(VerifySignature command, AccountProblem problem) {
        audit.refused(new AuditNote("account.signature.accept", null, command.subjectType(),
                command.subjectId().toString(), problem.code()));
        return new RuleViolation(problem);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            throw new RuleViolation(AccountProblem.CARD_UNREADABLE);
        }
    }
}
