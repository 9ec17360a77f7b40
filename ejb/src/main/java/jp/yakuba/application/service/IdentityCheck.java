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

/** Asks for the level of identity (本人確認の水準) that each procedure needs: the session's, and a signature where one is needed. */
@ApplicationScoped
public class IdentityCheck {
    @Inject
    private CurrentActor actor;

    @Inject
    private SignatureDesk signatures;

    @Inject
    private AuditDesk audit;

    /** Refuses if the session is too weak for a procedure; a card session is what a signature is added to. */
    public void sessionSuffices(List<ProcedureView> procedures) {
        for (var procedure : procedures) {
            var needed = procedure.identity() == Assurance.SIGNATURE ? Assurance.CARD : procedure.identity();
            if (!actor.get().assurance().satisfies(needed)) {
                audit.refused(new AuditNote(
                        "application.submit", null, "procedure", procedure.code(), IDENTITY_TOO_WEAK.code()));
                throw new RuleViolation(IDENTITY_TOO_WEAK, procedure.name().ja(), needed.name());
            }
        }
    }

    /** True if one of the procedures needs a signature. */
    public static boolean needsSignature(List<ProcedureView> procedures) {
        return procedures.stream().anyMatch(procedure -> procedure.identity() == Assurance.SIGNATURE);
    }

    /** Verifies the signature over the digest, and that it is the applicant's own. */
    public void signed(UUID draftId, byte[] digest, Signature signature, Map<String, String> answers) {
        if (signature == null) {
            throw new RuleViolation(SIGNATURE_REFUSED);
        }
        var signer = signatures.verify(new VerifySignature(
                "draft", draftId, digest, signature.certificate(), signature.signedDigest()));
        var applicant = FactBook.complete(answers);
        boolean sameName = NameFolding.same(signer.name(), applicant.getOrDefault("applicant.name", ""));
        var birthDate = applicant.getOrDefault("applicant.birthDate", "");
        boolean sameBirth = birthDate.isEmpty() || signer.birthDate() == null
                || birthDate.equals(signer.birthDate().toString());
        if (!sameName || !sameBirth) {
            audit.refused(new AuditNote(
                    "application.submit", null, "draft", draftId.toString(), SIGNED_BY_ANOTHER.code()));
            throw new RuleViolation(SIGNED_BY_ANOTHER);
        }
    }
}
