package jp.yakuba.account.model;

import java.util.Locale;
import java.util.Set;

/**
 * What a password must be (パスワードの条件): long, not one that everybody tries first, and not the mail address.
 * Kinds of characters are not asked for: length is what helps.
 */
public final class PasswordRule {
    /** Fewest characters. */
    public static final int SHORTEST = 10;

    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> TRIED_FIRST = Set.of(
            "password", "passw0rd", "qwertyuiop", "qwerty", "1234567890", "0123456789", "abcdefghij", "letmein",
            "iloveyou", "yakuba", "welcome", "administrator");

    private PasswordRule() {}

    /** True if the password may be used with the mail address (null if there is none). */
    public static boolean accepts(String password, String mail) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            return false;
        }
        var low = password.toLowerCase(Locale.ROOT);
        if (low.chars().distinct().count() < FEWEST_DIFFERENT || startsWithTriedFirst(low)) {
            return false;
        }
        return mail == null || !low.contains(mail.toLowerCase(Locale.ROOT).split("@")[0]) || mail.indexOf('@') < 4;
    }

    private static boolean startsWithTriedFirst(String low) {
        return TRIED_FIRST.stream().anyMatch(word -> low.replaceAll("[0-9!]+$", "").equals(word) || low.equals(word));
    }
}
