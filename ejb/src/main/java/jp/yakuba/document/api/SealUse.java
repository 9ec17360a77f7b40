package jp.yakuba.document.api;

/** Whether the office's seal is put on what goes out (公印). */
public enum SealUse {
    NONE,
    SEAL,
    /** 公印省略: the words stand where the seal would. */
    OMITTED
}
