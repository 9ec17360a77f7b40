package jp.yakuba.audit.api;

import java.util.UUID;

/**
 * The first place where the audit chain does not hold.
 *
 * @param sequence the number in the chain at which it shows
 * @param entryId the entry that this number seals; null if the seal itself is gone
 * @param kind what is wrong
 */
public record ChainBreak(long sequence, UUID entryId, Kind kind) {

    /** What can be wrong with a link of the chain. */
    public enum Kind {
        /** A number is missing: a seal, and whatever it sealed, was removed. */
        SEAL_MISSING,
        /** The entry that the seal belongs to is gone. */
        ENTRY_MISSING,
        /** The entry does not say any more what was sealed. */
        ENTRY_CHANGED,
        /** The seal does not continue the one before it: seals were exchanged or rewritten. */
        LINK_BROKEN,
        /** The chain says something else than the head that was published or stamped at this number. */
        HEAD_CONTRADICTED
    }
}
