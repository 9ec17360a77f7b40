package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.IDENTITY_TOO_WEAK;
import static jp.yakuba.application.api.ApplicationProblem.SIGNATURE_REFUSED;
import static jp.yakuba.application.api.ApplicationProblem.SIGNED_BY_ANOTHER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.account.api.SignatureDesk;
import jp.yakuba.account.api.SignedFacts;
import jp.yakuba.account.api.VerifySignature;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Signature;
import jp.yakuba.application.model.NameFolding;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ResidentDesk;

/** Asks for the level of identity (本人確認の水準) that each procedure needs: the session's, and a signature where one is needed. */
@ApplicationScoped
public class IdentityCheck {
    @Inject
    private CurrentActor actor;

    @Inject
    private SignatureDesk signatures;

    @Inject
    private ResidentDesk residents;

    @Inject
    private AuditDesk audit;

    /** Refuses if the session is too weak for a procedure; a card session is what a signature is added to. */
    public void sessionSuffices(List<ProcedureView> procedures) {
        for (var procedure : procedures) {
            var needed = ofSession(procedure);
            if (!actor.get().assurance().satisfies(needed)) {
                audit.refused(new AuditNote(
                        "application.submit", null, "procedure", procedure.code(), IDENTITY_TOO_WEAK.code()));
                throw new RuleViolation(IDENTITY_TOO_WEAK, procedure.name().ja(), needed.name());
            }
        }
    }

    /** What a session must reach for the procedure: a card's, where a signature is added to it. */
    static Assurance ofSession(ProcedureView procedure) {
        return procedure.identity() == Assurance.SIGNATURE ? Assurance.CARD : procedure.identity();
    }

    /** True if one of the procedures needs a signature. */
    public static boolean needsSignature(List<ProcedureView> procedures) {
        return procedures.stream().anyMatch(procedure -> procedure.identity() == Assurance.SIGNATURE);
    }

    /** Verifies the signature of whoever acts for himself: it must be the applicant's own. */
    SignedFacts signedByApplicant(Signed signed, Map<String, String> answers) {
        var signer = verify(signed);
        if (!isApplicant(signer, answers)) {
            throw byAnother(signed);
        }
        return signer;
    }

    /**
     * Verifies the signature of an agent (代理人): the agent's own, not the principal's. Of an agent in the ledger it is the one
     * whom the ledger knows; for any other the certificate itself says who acts.
     */
    SignedFacts signedByAgent(Signed signed, Map<String, String> answers, UUID agentPersonId) {
        var signer = verify(signed);
        var known = agentPersonId == null ? null : residents.getSelf(agentPersonId);
        boolean another = known != null && !isSame(signer, known.name(), String.valueOf(known.birthDate()));
        if (another || isApplicant(signer, answers)) {
            throw byAnother(signed);
        }
        return signer;
    }

    private SignedFacts verify(Signed signed) {
        var signature = signed.signature();
        if (signature == null) {
            throw new RuleViolation(SIGNATURE_REFUSED);
        }
        return signatures.verify(new VerifySignature(
                "draft", signed.draftId(), signed.digest(), signature.certificate(), signature.signedDigest()));
    }

    private static boolean isApplicant(SignedFacts signer, Map<String, String> answers) {
        var applicant = FactBook.complete(answers);
        return isSame(signer, applicant.getOrDefault("applicant.name", ""), applicant.getOrDefault("applicant.birthDate", ""));
    }

    private static boolean isSame(SignedFacts signer, String name, String birthDate) {
        return NameFolding.same(signer.name(), name)
                && (birthDate.isEmpty() || signer.birthDate() == null || birthDate.equals(signer.birthDate().toString()));
    }

    private RuleViolation byAnother(Signed signed) {
        audit.refused(new AuditNote(
                "application.submit", null, "draft", signed.draftId().toString(), SIGNED_BY_ANOTHER.code()));
        return new RuleViolation(SIGNED_BY_ANOTHER);
    }

    /** What was signed: the draft by its digest. */
    record Signed(UUID draftId, byte[] digest, Signature signature) {}
}
