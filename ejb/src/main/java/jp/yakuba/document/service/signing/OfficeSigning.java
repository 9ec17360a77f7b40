package jp.yakuba.document.service.signing;

import static jp.yakuba.document.api.DocumentProblem.SIGNING_CERTIFICATE_OVER;
import static jp.yakuba.document.api.DocumentProblem.SIGNING_CERTIFICATE_REVOKED;
import static jp.yakuba.document.api.DocumentProblem.SIGNING_KEY_UNUSABLE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.signing.OfficeSignature;
import jp.yakuba.document.model.signing.Signer;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.signing.SignatureStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.PdfSigning;
import jp.yakuba.signature.api.SigningMeans;

/**
 * The part of signing that belongs to the deed that sends out: the key is looked at before a number is taken, the signature is
 * made with it alone, and nobody outside is asked. Time stamps come after the deed ({@link SigningRound}).
 */
@ApplicationScoped
public class OfficeSigning {
    private static final String MAIL_WAIT = "signing.mail-wait.minutes";
    private static final int USUAL_MINUTES = 10;

    @Inject
    private SigningMeans means;

    @Inject
    private PdfSigning pdf;

    @Inject
    private SignatureStore store;

    @Inject
    private RecordHistory history;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Who signs copies in this deed; or nobody, where the office has no key or the way needs no signature. */
    public static final class CopyHand {
        private final Hand hand;

        private CopyHand(Hand hand) {
            this.hand = hand;
        }

        /** True if copies on the way are signed; paper bears a seal. */
        public boolean signs(DispatchChannel channel) {
            return hand != null && channel != DispatchChannel.POST;
        }
    }

    /** The hand that signs what goes on the ways; refused with the reason if the office's key is needed and cannot be used. */
    public CopyHand hand(Collection<DispatchChannel> ways) {
        return new CopyHand(ways.stream().allMatch(DispatchChannel.POST::equals) ? null : hand());
    }

    private Hand hand() {
        var found = means.key();
        return switch (found.state()) {
            case OFF -> null;
            case WORKING -> found.usable().orElseThrow();
            case EXPIRED -> throw new RuleViolation(SIGNING_CERTIFICATE_OVER);
            case REVOKED -> throw new RuleViolation(SIGNING_CERTIFICATE_REVOKED);
            default -> throw new RuleViolation(SIGNING_KEY_UNUSABLE);
        };
    }

    /** The hand that signs what waits for it; empty while the office has none that it may use. */
    Optional<Hand> freeHand() {
        return means.key().usable();
    }

    /** Whose certificate signs with the hand, as it is kept. */
    static Signer signer(Hand hand) {
        var by = hand.signer();
        return new Signer(by.name(), by.issuer(), by.serial());
    }

    /** Signs the PDF. */
    public byte[] sign(byte[] copy, CopyHand by) {
        return pdf.sign(copy, by.hand);
    }

    /** Writes down that the copy was signed; true if its mail waits for a time stamp. */
    public boolean signed(UUID recordId, String sha256, DispatchChannel channel, CopyHand by) {
        if (!by.signs(channel) || store.find(sha256).isPresent()) {
            return false;
        }
        var now = clock.now();
        boolean waits = channel == DispatchChannel.MAIL && means.hasStamps();
        var signer = signer(by.hand);
        store.add(OfficeSignature.given(recordId, sha256, signer, now, waits ? now.plus(mailWait()) : null));
        history.note(recordId, RecordEventKind.SIGNED, Map.of("copy", sha256, "signer", signer.name(), "certificate", signer.serial()));
        return waits;
    }

    private Duration mailWait() {
        return Duration.ofMinutes(organization.findSetting(MAIL_WAIT, clock.today()).map(Integer::parseInt).orElse(USUAL_MINUTES));
    }
}
