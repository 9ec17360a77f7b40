package jp.yakuba.application.model;

import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.ProcedureView;

/**
 * What arrives of one procedure.
 *
 * @param typed the answers of this procedure exactly as typed
 * @param answers the same, read
 */
public record Arrival(
        UUID bundleId, int position, ReceiptNumber receiptNumber, ProcedureView procedure, int formVersion, Sender sender,
        Map<String, String> typed, Map<String, String> answers) {

    /**
     * Who sends it, how and how surely known.
     *
     * @param channel ONLINE or COUNTER
     * @param identityShown papers shown at the counter; null online
     */
    public record Sender(
            UUID accountId, UUID personId, String name, String kana, Channel channel, String identity, String identityShown) {}

    /** Where it comes in. */
    public enum Channel {
        ONLINE,
        COUNTER
    }
}
