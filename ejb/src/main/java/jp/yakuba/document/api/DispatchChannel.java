package jp.yakuba.document.api;

/** The way on which a document leaves. */
public enum DispatchChannel {
    /** To the inbox of a resident's account. */
    INBOX,
    /** By mail, with the document as PDF. */
    MAIL,
    /** By post, with a label and a line of the posting list. */
    POST,
    /** By the exchange of documents between bodies; refused while it is not connected. */
    EXCHANGE,
    /** On the notice board (掲示). */
    NOTICE
}
