package jp.yakuba.document.service.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.SignatureProblem;
import jp.yakuba.document.api.SignatureStage;
import jp.yakuba.document.service.FileIntake;
import jp.yakuba.document.service.KeptFiles;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.signing.SignatureStore;
import jp.yakuba.document.store.signing.SignatureStore.Due;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.signature.api.PdfSigning;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.ProofFailed;
import jp.yakuba.signature.api.ProofFault;
import jp.yakuba.signature.api.SigningMeans;

/**
 * The steps after a deed: a time stamp and what proves certificates are fetched outside of every transaction and put beside the signed copy;
 * later the archive time stamp is renewed in time. What fails waits and is tried again; two nodes never put two versions.
 */
@ApplicationScoped
public class SigningRound {
    private static final Logger LOG = System.getLogger(SigningRound.class.getName());
    private static final String RENEW_BEFORE = "signing.renew-before.days";
    private static final int USUAL_DAYS = 180;

    @Inject
    private SignatureStore store;

    @Inject
    private SigningMeans means;

    @Inject
    private PdfSigning signing;

    @Inject
    private KeptFiles files;

    @Inject
    private FileIntake intake;

    @Inject
    private RecordHistory history;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** What was made for a step. */
    public record Made(byte[] pdf, SignatureStage stage, Instant until, SignatureProblem missing) {}

    /** The next that is due; none while no time stamp service is named. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Due> claim() {
        return means.hasStamps() ? store.claim(clock.now()) : Optional.empty();
    }

    /** Makes the next version: with everything for keeping if the lists are there, else with a time stamp at least. */
    public Made make(Due due) throws IOException {
        var pdf = files.read(due.latest());
        try {
            return extended(pdf, Proof.KEEPING, SignatureStage.KEPT, null);
        } catch (ProofFailed unproven) {
            if (isAboutStamps(unproven.fault()) || due.stage() != SignatureStage.SIGNED) {
                throw unproven;
            }
            return extended(pdf, Proof.STAMP, SignatureStage.STAMPED, SignatureProblem.of(unproven.fault()));
        }
    }

    private static boolean isAboutStamps(ProofFault fault) {
        return fault != ProofFault.NO_LISTS && fault != ProofFault.NOT_VALID;
    }

    private Made extended(byte[] pdf, Proof proof, SignatureStage stage, SignatureProblem missing) {
        var longer = signing.extend(pdf, proof);
        return new Made(longer.content(), stage, longer.stampUntil(), missing);
    }

    /** Puts what was made beside the signed copy, unless somebody else did meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(Due due, Made made) {
        var locked = store.lock(due.original()).filter(signature -> signature.latest().equals(due.latest()));
        if (locked.isEmpty()) {
            return;
        }
        var signature = locked.get();
        var file = intake.keep(new ByteArrayInputStream(made.pdf()), "signed.pdf", ReceiptDesk.LARGEST_BYTES);
        store.addVersion(due.original(), file.sha256(), made.stage(), clock.now(), made.until());
        signature.reached(made.stage(), file.sha256(), made.until(), clock.now(), renewBefore());
        if (made.missing() != null) {
            signature.mustWait(made.missing(), clock.now());
        }
        history.note(signature.recordId(), RecordEventKind.RENEWED, Map.of("copy", due.original(), "beside", file.sha256(),
                "stage", made.stage(), "stamp-until", made.until()));
    }

    /** The step waits; in the log stands what was in the way. */
    @Transactional(TxType.REQUIRES_NEW)
    public void postpone(Due due, SignatureProblem problem, Exception obstacle) {
        var level = problem == SignatureProblem.FAILED ? Level.ERROR : Level.WARNING;
        LOG.log(level, "The signature of " + due.original() + " waits (" + problem + "): " + obstacle.getMessage(),
                problem == SignatureProblem.FAILED ? obstacle : null);
        store.lock(due.original()).ifPresent(signature -> signature.mustWait(problem, clock.now()));
    }

    private Duration renewBefore() {
        return Duration.ofDays(organization.findSetting(RENEW_BEFORE, clock.today()).map(Integer::parseInt).orElse(USUAL_DAYS));
    }
}
