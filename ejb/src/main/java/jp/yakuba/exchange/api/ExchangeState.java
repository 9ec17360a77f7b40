package jp.yakuba.exchange.api;

/**
 * How the exchange is.
 *
 * @param isOn true if this office has a certificate to show, or knows other offices
 * @param ending certificates that have ended or end within the days of warning
 * @param listsOver revocation lists that are over
 * @param waiting letters that are not answered
 */
public record ExchangeState(boolean isOn, long ending, long listsOver, long waiting) {
    /** True if somebody should look. */
    public boolean needsLook() {
        return isOn && (ending > 0 || listsOver > 0);
    }
}
