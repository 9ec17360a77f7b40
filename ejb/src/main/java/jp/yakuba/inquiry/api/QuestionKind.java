package jp.yakuba.inquiry.api;

import java.util.Locale;

/** How a question is answered. */
public enum QuestionKind {
    /** One line. */
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    /** One of several. */
    CHOICE,
    /** Some of several. */
    CHOICES,
    /** Rows with the same columns. */
    TABLE;

    /** The word that travels. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a word that a form may hold. */
    public static QuestionKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** True if it is answered by what the form offers. */
    public boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }

    /** True if the form must name choices or columns. */
    public boolean hasList() {
        return isChosen() || this == TABLE;
    }
}
