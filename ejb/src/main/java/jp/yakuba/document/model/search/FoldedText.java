package jp.yakuba.document.model.search;

import java.text.Normalizer;
import java.util.Arrays;
import jp.yakuba.kernel.Folding;

/**
 * A text in the one form in which words are found: widths, kana, case and forms of kanji are one, and blanks and line ends are gone,
 * for Japanese lines break inside of words. It remembers where each sign stood.
 */
public final class FoldedText {
    /** Forms of the signs of the first plane, filled as they come: a long text asks for few signs many times. */
    private static final String[] KNOWN = new String[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    private final StringBuilder signs;
    private int[] from;
    private int[] until;

    private FoldedText(int length) {
        signs = new StringBuilder(length);
        from = new int[Math.max(16, length)];
        until = new int[from.length];
    }

    /** The text as it is found. */
    public static FoldedText of(String text) {
        var folded = new FoldedText(text.length());
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            int next = at + Character.charCount(sign);
            folded.take(form(sign), at, next);
            at = next;
        }
        return folded;
    }

    private static String form(int sign) {
        if (sign >= KNOWN.length) {
            return folded(sign);
        }
        var known = KNOWN[sign];
        if (known == null) {
            known = folded(sign);
            KNOWN[sign] = known;
        }
        return known;
    }

    private static String folded(int sign) {
        boolean unseen = Character.isWhitespace(sign) || Character.isSpaceChar(sign) || Character.getType(sign) == Character.FORMAT
                || Character.getType(sign) == Character.CONTROL || Character.getType(sign) == Character.SURROGATE;
        return unseen ? "" : Folding.hiragana(Folding.fold(Character.toString(sign))).replace(" ", "");
    }

    private void take(String form, int begin, int end) {
        if (isVoiceMark(form) && !signs.isEmpty()) {
            var voiced = Normalizer.normalize(signs.substring(signs.length() - 1) + form, Normalizer.Form.NFC);
            if (voiced.length() == 1) {
                signs.setCharAt(signs.length() - 1, voiced.charAt(0));
                until[signs.length() - 1] = end;
                return;
            }
        }
        for (int at = 0; at < form.length(); at++) {
            put(form.charAt(at), begin, end);
        }
    }

    private static boolean isVoiceMark(String form) {
        return form.equals("\u3099") || form.equals("\u309A");
    }

    private void put(char sign, int begin, int end) {
        int place = signs.length();
        if (place == from.length) {
            from = Arrays.copyOf(from, 2 * place);
            until = Arrays.copyOf(until, 2 * place);
        }
        from[place] = begin;
        until[place] = end;
        signs.append(sign);
    }

    /** The signs of the form in which words are found. */
    public String signs() {
        return signs.toString();
    }

    /** Where in the text the sign begins. */
    public int from(int sign) {
        return from[sign];
    }

    /** Where in the text the sign ends. */
    public int until(int sign) {
        return until[sign];
    }
}
