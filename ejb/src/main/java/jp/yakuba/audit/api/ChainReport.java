package jp.yakuba.audit.api;

import java.time.Instant;

/**
 * What a verification of the audit chain found.
 *
 * @param verified how many links were checked and hold
 * @param firstBreak the first that does not; null if all hold
 * @param headSequence number of the last link that holds; 0 if there is none
 * @param headHash its hash in hexadecimal digits
 * @param unsealed entries that wait for the sealer: they are not protected by the chain yet
 * @param oldestUnsealed when the oldest of them happened; null if none waits
 * @param verifiedAt when the verification ended
 */
public record ChainReport(
        long verified,
        ChainBreak firstBreak,
        long headSequence,
        String headHash,
        long unsealed,
        Instant oldestUnsealed,
        Instant verifiedAt) {

    /** True if no link is broken. */
    public boolean holds() {
        return firstBreak == null;
    }
}
