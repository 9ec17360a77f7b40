package jp.yakuba.web.shell;

import java.util.Locale;
import java.util.stream.Stream;

/** A language of the portal: how its bundles, its choice and its {@code html lang} are called. */
public enum Language {
    JAPANESE("ja", "", "ja", Locale.JAPANESE),
    /** やさしい日本語, a language of its own, written by people. */
    EASY("ja-easy", "_ja_JP_EASY", "ja", Locale.JAPANESE),
    ENGLISH("en", "_en", "en", Locale.ENGLISH);

    private final String code;
    private final String suffix;
    private final String html;
    private final Locale locale;

    Language(String code, String suffix, String html, Locale locale) {
        this.code = code;
        this.suffix = suffix;
        this.html = html;
        this.locale = locale;
    }

    /** The language with the code; Japanese for any other. */
    public static Language of(String code) {
        return Stream.of(values()).filter(language -> language.code.equals(code)).findFirst().orElse(JAPANESE);
    }

    /** What the choice is called in cookies, links and {@code Text.in}. */
    public String code() {
        return code;
    }

    /** How the bundle's file name ends. */
    public String suffix() {
        return suffix;
    }

    /** The value of {@code html lang}. */
    public String html() {
        return html;
    }

    /** The locale for numbers and converters. */
    public Locale locale() {
        return locale;
    }
}
