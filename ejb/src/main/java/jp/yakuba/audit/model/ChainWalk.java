package jp.yakuba.audit.model;

import java.security.MessageDigest;
import java.util.UUID;
import jp.yakuba.audit.api.ChainBreak;
import jp.yakuba.audit.api.ChainBreak.Kind;

/** A walk along the audit chain from its first link, which stops at the first that does not hold. */
public final class ChainWalk {
    private Seal last = Seal.beforeTheFirst();
    private long verified;
    private ChainBreak firstBreak;

    /**
     * Steps onto the next link; returns true if it holds and the walk goes on.
     *
     * @param seal the link as it is kept
     * @param entryId the entry that the link names
     * @param facts what the entry says now; null if it is gone
     * @param published the hash that was published or stamped at this number; null if none was
     */
    public boolean step(Seal seal, UUID entryId, SealedFacts facts, byte[] published) {
        if (firstBreak != null) {
            return false;
        }
        var wrong = wrongWith(seal, facts, published);
        if (wrong == null) {
            last = seal;
            verified++;
            return true;
        }
        var missing = wrong == Kind.SEAL_MISSING;
        firstBreak = new ChainBreak(missing ? last.sequence() + 1 : seal.sequence(), missing ? null : entryId, wrong);
        return false;
    }

    /** Ends the walk where the chain ends; a head that was published further on shows that its end was cut off. */
    public void end(long publishedUpTo) {
        if (firstBreak == null && publishedUpTo > last.sequence()) {
            firstBreak = new ChainBreak(last.sequence() + 1, null, Kind.SEAL_MISSING);
        }
    }

    /** The last link that holds. */
    public Seal last() {
        return last;
    }

    /** How many links hold. */
    public long verified() {
        return verified;
    }

    /** The first link that does not hold; null if all do. */
    public ChainBreak firstBreak() {
        return firstBreak;
    }

    private Kind wrongWith(Seal seal, SealedFacts facts, byte[] published) {
        if (seal.sequence() != last.sequence() + 1) {
            return Kind.SEAL_MISSING;
        }
        if (!seal.follows(last)) {
            return Kind.LINK_BROKEN;
        }
        if (facts == null) {
            return Kind.ENTRY_MISSING;
        }
        if (!seal.seals(facts)) {
            return Kind.ENTRY_CHANGED;
        }
        return published == null || MessageDigest.isEqual(published, seal.hash()) ? null : Kind.HEAD_CONTRADICTED;
    }
}
