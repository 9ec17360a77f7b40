package jp.yakuba.document.api;

import java.util.List;
import java.util.UUID;

/**
 * The way between bodies (文書交換) as records see it: the exchange stands above them and gives them this, so that they
 * need not know it.
 */
public interface DocumentExchange {
    /** The offices that take letters now, by code. */
    List<ExchangeOffice> listOffices();

    /** Takes a letter along in the caller's deed; it leaves when the deed stands. */
    void send(LeavingLetter letter);

    /** True if a part for programs lies beside the draft that says the same as its words: then its words are fixed. */
    boolean isBound(UUID draftId);
}
