package jp.yakuba.document.api;

/** Who may open a letter between offices (取扱区分). */
public enum LetterMark {
    /** Whoever has the duty. */
    ORDINARY,
    /** 秘: named readers alone. */
    CONFIDENTIAL,
    /** 親展: the one it is addressed to. */
    PERSONAL
}
