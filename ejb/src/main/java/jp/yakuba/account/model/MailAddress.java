package jp.yakuba.account.model;

import java.util.regex.Pattern;

/**
 * A mail address of a person (メールアドレス): checked for its form; whether it answers, a link tells. Plain letters only:
 * others look alike, change their direction or cannot be delivered.
 */
public record MailAddress(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST = 254;

    public MailAddress {
        if (!isReadable(text)) {
            throw new IllegalArgumentException("Not a mail address");
        }
    }

    /** True if the text has the form of a mail address. */
    public static boolean isReadable(String text) {
        return text != null && text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** Trims, and turns full-width letters and signs, as a Japanese keyboard gives them, into plain ones. */
    public static String tidy(String typed) {
        return typed == null ? "" : java.text.Normalizer.normalize(typed.strip(), java.text.Normalizer.Form.NFKC);
    }

    @Override
    public String toString() {
        return "a mail address";
    }
}
