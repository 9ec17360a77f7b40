package jp.yakuba.resident.model;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import jp.yakuba.kernel.Folding;

/**
 * A text in the one form in which addresses are compared (住所の表記ゆれ): widths, kana, forms of kanji, figures and the words
 * between figures (丁目, 番地, 番, 号, の, hyphens) are one, blanks and 字 are gone. It remembers where each sign stood.
 */
final class WrittenAddress {
    private static final String KANJI_DIGITS = "〇一二三四五六七八九";
    private static final String KANJI_FIGURES = KANJI_DIGITS + "十";
    private static final String HYPHENS = "-‐‑‒–—―−ー~〜";
    private static final List<String> BETWEEN_FIGURES = List.of("丁目", "番地", "番", "号室", "号", "室", "の", "-");
    /** Forms of the signs of the first plane, filled as they come: long texts ask for few signs many times. */
    private static final String[] KNOWN = new String[Character.MIN_SUPPLEMENTARY_CODE_POINT];
    private static final Pattern TENS = Pattern.compile("[〇一二三四五六七八九]?十[〇一二三四五六七八九]?");

    private final StringBuilder signs = new StringBuilder();
    private final Places from = new Places();
    private final Places until = new Places();

    private WrittenAddress() {}

    /** False if no sign of the text can be a figure in any form; quick, for most texts are of this kind. */
    static boolean mayHoldFigure(String text) {
        return text.codePoints().anyMatch(WrittenAddress::mayBeFigure);
    }

    private static boolean mayBeFigure(int sign) {
        return switch (Character.getType(sign)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.OTHER_SYMBOL -> true;
            case Character.OTHER_LETTER -> KANJI_FIGURES.indexOf(sign) >= 0 || sign >= 0xF900 && sign <= 0xFAFF || sign >= 0x2F800;
            default -> false;
        };
    }

    /** The text as it is compared. */
    static WrittenAddress of(String text) {
        return spelled(text).counted().joined();
    }

    /** The form of comparison without what only closes it (12番地 and 12 are one). */
    static String key(String text) {
        var signs = of(text == null ? "" : text).signs;
        int end = signs.length();
        while (end > 0 && signs.charAt(end - 1) == '-') {
            end--;
        }
        return signs.substring(0, end);
    }

    /** The signs of the form of comparison. */
    String signs() {
        return signs.toString();
    }

    /** Where in the text the sign begins. */
    int from(int sign) {
        return from.at(sign);
    }

    /** Where in the text the sign ends. */
    int until(int sign) {
        return until.at(sign);
    }

    static boolean isFigure(int sign) {
        return sign >= '0' && sign <= '9';
    }

    private static WrittenAddress spelled(String text) {
        var spelled = new WrittenAddress();
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            int next = at + Character.charCount(sign);
            spelled.take(plain(sign), at, next);
            at = next;
        }
        return spelled;
    }

    private void take(String plain, int begin, int end) {
        if (isVoiceMark(plain) && !signs.isEmpty()) {
            var voiced = Normalizer.normalize(signs.substring(signs.length() - 1) + plain, Normalizer.Form.NFC);
            if (voiced.length() == 1) {
                signs.setCharAt(signs.length() - 1, alike(voiced.charAt(0)));
                until.move(end);
            }
            return;
        }
        plain.chars().filter(sign -> sign != '字').forEach(sign -> put(alike((char) sign), begin, end));
    }

    private static boolean isVoiceMark(String plain) {
        return plain.equals("\u3099") || plain.equals("\u309A");
    }

    private static String plain(int sign) {
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
        boolean unseen = Character.isWhitespace(sign) || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.FORMAT || Character.getType(sign) == Character.CONTROL;
        return unseen ? "" : Folding.hiragana(Folding.fold(Character.toString(sign)));
    }

    /** Small signs and が, け of place names (桜ヶ丘, 桜が丘) are one. */
    private static char alike(char sign) {
        return switch (sign) {
            case 'ゖ', 'が', 'ヶ' -> 'け';
            case 'ゕ' -> 'か';
            case 'っ' -> 'つ';
            default -> HYPHENS.indexOf(sign) > 0 ? '-' : sign;
        };
    }

    /** Kanji figures as digits. */
    private WrittenAddress counted() {
        var counted = new WrittenAddress();
        var tens = TENS.matcher(signs);
        int at = 0;
        while (at < signs.length()) {
            if (tens.region(at, signs.length()).lookingAt()) {
                var value = Integer.toString(valueOf(tens.group()));
                for (int digit = 0; digit < value.length(); digit++) {
                    counted.put(value.charAt(digit), from.at(at), until.at(tens.end() - 1));
                }
                at = tens.end();
            } else {
                int digit = KANJI_DIGITS.indexOf(signs.charAt(at));
                counted.put(digit < 0 ? signs.charAt(at) : (char) ('0' + digit), from.at(at), until.at(at));
                at++;
            }
        }
        return counted;
    }

    private static int valueOf(String tens) {
        int ten = tens.indexOf('十');
        int before = ten == 0 ? 1 : KANJI_DIGITS.indexOf(tens.charAt(0));
        int after = ten == tens.length() - 1 ? 0 : KANJI_DIGITS.indexOf(tens.charAt(ten + 1));
        return before * 10 + after;
    }

    /** What stands behind figures and only divides them becomes one hyphen. */
    private WrittenAddress joined() {
        var joined = new WrittenAddress();
        int at = 0;
        while (at < signs.length()) {
            int word = joined.endsWithFigure() ? wordBetweenFigures(at) : 0;
            if (word == 0) {
                joined.put(signs.charAt(at), from.at(at), until.at(at));
                at++;
            } else {
                joined.divide(from.at(at), until.at(at + word - 1));
                at += word;
            }
        }
        return joined;
    }

    private boolean endsWithFigure() {
        return !signs.isEmpty() && (isFigure(signs.charAt(signs.length() - 1)) || signs.charAt(signs.length() - 1) == '-');
    }

    private int wordBetweenFigures(int at) {
        return BETWEEN_FIGURES.stream().filter(word -> stands(word, at) && !belongsToTheSentence(word, at))
                .mapToInt(String::length).findFirst().orElse(0);
    }

    /** Looks there alone: a search through a long text at each of its figures would take as long as the text is long, squared. */
    private boolean stands(String word, int at) {
        int sign = 0;
        while (sign < word.length() && at + sign < signs.length() && signs.charAt(at + sign) == word.charAt(sign)) {
            sign++;
        }
        return sign == word.length();
    }

    /** の with no figure behind it belongs to the sentence (3番地の件). */
    private boolean belongsToTheSentence(String word, int at) {
        return word.equals("の") && (at + 1 == signs.length() || !isFigure(signs.charAt(at + 1)) && signs.charAt(at + 1) != '-');
    }

    private void divide(int begin, int end) {
        if (signs.charAt(signs.length() - 1) == '-') {
            until.move(end);
        } else {
            put('-', begin, end);
        }
    }

    private void put(char sign, int begin, int end) {
        signs.append(sign);
        from.add(begin);
        until.add(end);
    }

    /** Places in the text, one for each sign. */
    private static final class Places {
        private int[] places = new int[64];
        private int size;

        void add(int place) {
            if (size == places.length) {
                places = java.util.Arrays.copyOf(places, size * 2);
            }
            places[size++] = place;
        }

        int at(int sign) {
            return places[sign];
        }

        void move(int place) {
            places[size - 1] = place;
        }
    }
}
