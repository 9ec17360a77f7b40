package jp.yakuba.exchange.service;

import java.util.Locale;

/** What operators set in the environment for the exchange; tests set the same as system properties in small letters with dots. */
final class ExchangeSetting {
    private ExchangeSetting() {}

    /** The value; null if it is not set. */
    static String of(String variable) {
        var property = System.getProperty(variable.toLowerCase(Locale.ROOT).replace('_', '.'));
        var value = property != null ? property : System.getenv(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
