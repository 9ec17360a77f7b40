package jp.yakuba.document.api;

/**
 * A part that was looked at.
 *
 * @param kind what was looked at
 * @param checked how many things of it hold
 * @param next where the next part begins, behind what does not hold too; null if everything was looked at
 * @param broken the first thing of the part that does not hold; null if all do
 */
public record IntegrityPart(IntegrityKind kind, int checked, String next, Broken broken) {

    /**
     * Something that does not hold.
     *
     * @param what file, record, series or protocol, as people name it
     * @param where the step, piece or number at which it shows; null for the whole
     * @param fault what is wrong: the end of the message key {@code document.integrity.fault.<fault>}
     */
    public record Broken(String what, String where, String fault) {}
}
