package jp.yakuba.approval.api;

import java.time.Instant;

/**
 * A line of a proposal's history.
 *
 * @param number its place, from 1
 * @param at when
 * @param kind what happened, such as PROPOSED, AGREED, DECIDED
 * @param actor who did it
 * @param postName title of the post through which it was done; null for the office itself
 * @param step number of the stop concerned; null if none
 * @param words what was said; null if nothing
 * @param textVersion the text it was about
 * @param contentHash SHA-256 of everything that it was about
 * @param hash of the line, which holds the hash of the line before it
 */
public record ProposalEventLine(
        int number,
        Instant at,
        String kind,
        String actor,
        String postName,
        Integer step,
        String words,
        int textVersion,
        String contentHash,
        String hash) {
    /** The line with other words. */
    public ProposalEventLine withWords(String others) {
        return new ProposalEventLine(number, at, kind, actor, postName, step, others, textVersion, contentHash, hash);
    }
}
