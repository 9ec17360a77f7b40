package jp.yakuba.document.service.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.signing.OfficeSignature;
import jp.yakuba.document.model.signing.Signer;
import jp.yakuba.document.model.signing.StepTimes;
import jp.yakuba.document.service.FileIntake;
import jp.yakuba.document.service.KeptFiles;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.HistoryStore;
import jp.yakuba.document.store.signing.SheetSealStore;
import jp.yakuba.document.store.signing.SheetSealStore.Due;
import jp.yakuba.document.store.signing.SignatureStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.PdfSigning;

/**
 * Signs the sheets of decided drafts after the deed, so that no decision waits for a key or fails with it: while the office cannot sign
 * they wait. Time stamps come later, as for every signature ({@link SigningRound}).
 */
@ApplicationScoped
public class SheetSealRound {
    private static final Logger LOG = System.getLogger(SheetSealRound.class.getName());

    @Inject
    private SheetSealStore seals;

    @Inject
    private SignatureStore signatures;

    @Inject
    private OfficeSigning signing;

    @Inject
    private PdfSigning pdf;

    @Inject
    private KeptFiles files;

    @Inject
    private FileIntake intake;

    @Inject
    private HistoryStore ends;

    @Inject
    private RecordHistory history;

    @Inject
    private OfficeClock clock;

    /** What was signed, and with which key. */
    record Sealed(byte[] pdf, Signer signer) {}

    /** The next that is due; none while the office cannot sign. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Due> claim() {
        return signing.freeHand().isPresent() ? seals.claim(clock.now()) : Optional.empty();
    }

    /** Signs the sheet, outside of every transaction. */
    Sealed sign(Due due) throws IOException {
        var hand = signing.freeHand().orElseThrow(() -> new IOException("The office cannot sign any more"));
        return new Sealed(pdf.sign(files.read(due.sheet()), hand), OfficeSigning.signer(hand));
    }

    /** Keeps what was signed beside the sheet, unless somebody else did, or the record was ended meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(Due due, Sealed sealed) {
        ends.lockEnd(due.recordId()); // whoever ends the record comes before or after, and finds what is signed
        if (!seals.lockWaiting(due.recordId())) {
            return;
        }
        var file = intake.keep(new ByteArrayInputStream(sealed.pdf()), "signed.pdf", ReceiptDesk.LARGEST_BYTES);
        signatures.add(OfficeSignature.given(due.recordId(), file.sha256(), sealed.signer(), clock.now(), null));
        seals.sealed(due.recordId(), file.sha256());
        history.note(due.recordId(), RecordEventKind.SIGNED, Map.of("copy", file.sha256(), "sheet", due.sheet(), "signer", sealed.signer().name(),
                "certificate", sealed.signer().serial()));
    }

    /** The sheet has to wait; in the log stands what was in the way. */
    @Transactional(TxType.REQUIRES_NEW)
    public void postpone(Due due, Exception obstacle) {
        LOG.log(Level.WARNING, "The sheet " + due.sheet() + " waits for its signature", obstacle);
        seals.postpone(due.recordId(), clock.now().plus(StepTimes.pause(due.attempts())));
    }
}
