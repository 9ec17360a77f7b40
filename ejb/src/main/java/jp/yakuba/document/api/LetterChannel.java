package jp.yakuba.document.api;

/** The way a letter came (収受の方法). */
public enum LetterChannel {
    POST,
    COUNTER,
    SCAN,
    MAIL,
    FAX,
    EXCHANGE
}
