package jp.yakuba.document.service.signing;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_FILE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.CheckedSignature;
import jp.yakuba.document.api.OfficeSignatureDesk;
import jp.yakuba.document.api.SignatureLine;
import jp.yakuba.document.api.SigningState;
import jp.yakuba.document.service.KeptFiles;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.store.signing.SignatureStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.signature.api.PdfSigning;
import jp.yakuba.signature.api.SignatureFault;
import jp.yakuba.signature.api.SignatureReport;
import jp.yakuba.signature.api.SigningMeans;

/** Behind the signing desk: whoever may read a record may see and check its signatures. */
@Stateless
@RunAs(Role.DESK)
public class OfficeSignatureDeskBean implements OfficeSignatureDesk {
    private static final Duration USUAL_WAIT = Duration.ofMinutes(15);

    private SignatureStore store;
    private SigningMeans means;
    private PdfSigning pdf;
    private KeptFiles files;
    private OwnRecords own;
    private OfficeClock clock;

    protected OfficeSignatureDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public OfficeSignatureDeskBean(SignatureStore store, SigningMeans means, PdfSigning pdf, KeptFiles files, OwnRecords own, OfficeClock clock) {
        this.store = store;
        this.means = means;
        this.pdf = pdf;
        this.files = files;
        this.own = own;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<SignatureLine> list(UUID recordId) {
        own.get(recordId);
        return store.listOf(recordId);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<CheckedSignature> check(UUID recordId) {
        own.get(recordId);
        own.looked("document.signature-check", recordId, null);
        return store.listOf(recordId).stream().map(line -> new CheckedSignature(line, report(line))).toList();
    }

    private SignatureReport report(SignatureLine line) {
        try {
            return pdf.check(files.read(line.latest()));
        } catch (IOException damaged) {
            return SignatureReport.unreadable(SignatureFault.DAMAGED);
        }
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public InputStream open(UUID recordId, String original) {
        own.get(recordId);
        var signed = store.listOf(recordId).stream().filter(line -> line.original().equals(original)).findFirst()
                .orElseThrow(() -> new RuleViolation(NO_SUCH_FILE));
        own.looked("document.open-file", recordId, original);
        try {
            return files.open(signed.latest());
        } catch (IOException gone) {
            throw new RuleViolation(NO_SUCH_FILE);
        }
    }

    @Override
    @PermitAll // the health page tells whether the office can sign; it names neither file nor certificate
    public SigningState state() {
        var key = means.key();
        var stamping = !means.hasStamps() ? SigningState.Stamps.OFF
                : store.isStampingStuck() ? SigningState.Stamps.AWAY : SigningState.Stamps.WORKING;
        return new SigningState(key.state(), key.until(), stamping, means.hasStamps() ? store.countOverdue(clock.now().minus(USUAL_WAIT)) : 0);
    }
}
