package jp.yakuba.exchange.service.container;

import java.util.regex.Pattern;

/**
 * A state of a publication: its serial and a mark that no other state has, so that a list which was set back is not mistaken for the one that went on.
 *
 * @param serial from 1; 0 for the beginning, before anything was published
 * @param mark 32 hexadecimal digits; empty at the beginning
 */
public record PublicationState(long serial, String mark) {
    /** Before anything was published. */
    public static final PublicationState BEGINNING = new PublicationState(0, "");
    private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,17}-[0-9a-f]{32}");

    /** True if the word names a state, whether or not there ever was one. */
    public static boolean isOne(String word) {
        return word != null && FORM.matcher(word).matches();
    }

    /** Reads what {@link #toString()} writes. */
    public static PublicationState of(String word) {
        if (!isOne(word)) {
            throw new IllegalArgumentException("No state of a publication");
        }
        int dash = word.indexOf('-');
        return dash < 0 ? BEGINNING : new PublicationState(Long.parseLong(word.substring(0, dash)), word.substring(dash + 1));
    }

    @Override
    public String toString() {
        return serial == 0 ? "0" : serial + "-" + mark;
    }
}
