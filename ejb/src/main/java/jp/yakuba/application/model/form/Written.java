package jp.yakuba.application.model.form;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What people type, made uniform by kind: widths of digits and letters, hyphens, kana. Names are never touched, for their very
 * characters are the person's (髙 stays 髙).
 */
public final class Written {
    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−－ｰー]");
    private static final Pattern HALF_KANA = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");

    private Written() {}

    /** Letters, digits and signs in half width; everything else as it is. */
    public static String halfWidth(String typed) {
        var out = new StringBuilder(typed.length());
        typed.codePoints().forEach(c -> out.appendCodePoint(c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c));
        return out.toString();
    }

    /** Digits only, in half width; signs and blanks are dropped. */
    public static String digits(String typed) {
        return halfWidth(typed).replaceAll("[^0-9]", "");
    }

    /** Full-width katakana: hiragana and half-width kana are turned, blanks become one full-width blank. */
    public static String kana(String typed) {
        var wide = HALF_KANA.matcher(typed).replaceAll(half -> Normalizer.normalize(half.group(), Normalizer.Form.NFKC));
        var out = new StringBuilder(wide.length());
        wide.codePoints().forEach(c -> out.appendCodePoint(c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c));
        return SPACES.matcher(out.toString().strip()).replaceAll("　").replaceAll("[-‐‑–—―−－]", "ー");
    }

    /** A number without separators, such as {@code 1200} for {@code １，２００}; anything else is given back in half width. */
    public static String number(String typed) {
        return HYPHENS.matcher(halfWidth(typed)).replaceAll("-").replaceAll("[,、\\s円]", "");
    }

    /** Seven digits of a postal code; anything else is given back in half width. */
    public static String postal(String typed) {
        var digits = digits(typed.replace("〒", ""));
        return digits.length() == 7 ? digits : halfWidth(typed).strip();
    }

    /** A phone number as digits and hyphens; blanks and brackets become hyphens where they part groups. */
    public static String phone(String typed) {
        var half = HYPHENS.matcher(halfWidth(typed).strip()).replaceAll("-");
        return half.replaceAll("[()\\s]+", "-").replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    }

    /** A mail address in half width without blanks. */
    public static String mail(String typed) {
        return SPACES.matcher(halfWidth(typed)).replaceAll("");
    }

    /** A house number: digits, signs and hyphens in half width, the rest as it is. */
    public static String lot(String typed) {
        return Pattern.compile("(?<=[0-9])[‐‑‒–—―−－ｰー](?=[0-9])").matcher(halfWidth(typed).strip()).replaceAll("-");
    }
}
