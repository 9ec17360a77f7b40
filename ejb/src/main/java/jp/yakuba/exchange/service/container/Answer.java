package jp.yakuba.exchange.service.container;

import java.time.Instant;
import java.util.UUID;
import jp.yakuba.signature.api.Signer;

/**
 * What an office answered to a container, signed by it.
 *
 * @param letter to what it is the answer
 * @param number the recipient's own number of it (収受番号); null if it was refused
 * @param refusal why it was refused; null if it was received
 * @param signer whose certificate signed the answer
 */
public record Answer(Letter letter, Instant at, String number, Refusal refusal, Signer signer) {

    /**
     * The container that is answered.
     *
     * @param sha256 of the whole container
     * @param sender code of the office that sent it
     * @param recipient code of the office that answers
     */
    public record Letter(UUID messageId, String sha256, String sender, String recipient) {}

    /** The code of the reason, which may be one that is not known here, and words for people. */
    public record Refusal(String code, String words) {}

    /** True if it is a receipt (受領通知). */
    public boolean isReceipt() {
        return refusal == null;
    }
}
