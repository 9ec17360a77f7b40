package jp.yakuba.document.service.signing;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.SignatureLevel;
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
import jp.yakuba.document.gateway.StampAuthority;
import jp.yakuba.document.service.FileIntake;
import jp.yakuba.document.service.KeptFiles;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.signing.SignatureStore;
import jp.yakuba.document.store.signing.SignatureStore.Due;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

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
    private SigningTrust trust;

    @Inject
    private StampAuthority stamps;

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
        return stamps.isOn() ? store.claim(clock.now()) : Optional.empty();
    }

    /** Makes the next version: with everything for keeping if the lists are there, else with a time stamp at least. */
    public Made make(Due due) throws IOException {
        var pdf = files.read(due.latest());
        try {
            return extended(pdf, SignatureLevel.PAdES_BASELINE_LTA, SignatureStage.KEPT, null);
        } catch (AlertException unproven) {
            var missing = trust.now().lists().isEmpty() || isAboutLists(unproven) ? SignatureProblem.NO_LISTS : SignatureProblem.NOT_VALID;
            if (due.stage() != SignatureStage.SIGNED) {
                throw new StampFailed(missing, unproven);
            }
            return extended(pdf, SignatureLevel.PAdES_BASELINE_T, SignatureStage.STAMPED, missing);
        }
    }

    private static boolean isAboutLists(AlertException unproven) {
        return String.valueOf(unproven.getMessage()).contains("Revocation data is missing");
    }

    private Made extended(byte[] pdf, SignatureLevel level, SignatureStage stage, SignatureProblem missing) {
        var known = trust.now();
        var source = new StampSource(stamps, known.authorities());
        var longer = SignaturePress.extend(pdf, level, known.verifier(), source);
        return new Made(longer, stage, source.until(), missing);
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
