package jp.yakuba.exchange.api;

/**
 * One step of the trial of a line (回線の自己診断).
 *
 * @param part what was tried
 * @param verdict how it came out, and on whose side it must be mended
 * @param reason what exactly was found, one word for each that there is
 * @param detail what the machine said, for operators; null if it said nothing
 */
public record TrialStep(Part part, Verdict verdict, Reason reason, String detail) {
    /** What is tried, in this order. */
    public enum Part {
        OWN_KEY,
        OWN_LISTS,
        NAME,
        CONNECTION,
        HANDSHAKE,
        CERTIFICATE,
        CAPABILITY,
        CLOCK,
        SERVICES
    }

    /** How a step came out. */
    public enum Verdict {
        WELL,
        /** This office must mend something. */
        OURS,
        /** The other office must mend something. */
        THEIRS,
        /** It cannot be said from here on whose side. */
        UNCLEAR,
        /** Not tried, for what comes before did not hold. */
        SKIPPED
    }

    /** What was found. */
    public enum Reason {
        GOOD,
        NOT_TRIED,
        KEY_NONE,
        KEY_UNREADABLE,
        KEY_OVER,
        AUTHORITIES_NONE,
        LISTS_NONE,
        LISTS_OVER,
        NAME_UNKNOWN,
        SILENT,
        CLOSED,
        NO_TLS_13,
        REFUSES_US,
        BROKEN_OFF,
        AUTHORITY_UNKNOWN,
        LIST_MISSING,
        CERTIFICATE_OVER,
        CERTIFICATE_REVOKED,
        OTHER_OFFICE,
        NOT_BELIEVED,
        LEFT_OUT,
        WE_ARE_UNKNOWN,
        WE_ARE_SUSPENDED,
        ANSWERS_STRANGELY,
        CLOCKS_DIFFER,
        SERVICES_MISSING
    }
}
