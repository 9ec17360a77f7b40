package jp.yakuba.exchange.api;

/** Who of the recipient's office may open a letter (取扱区分). */
public enum LetterMark {
    /** Whoever handles mail. */
    ORDINARY,
    /** 秘: those whom the recipient names. */
    CONFIDENTIAL,
    /** 親展: the addressee alone. */
    PERSONAL
}
