package jp.yakuba.document.api;

import java.util.List;

/**
 * The way between bodies (文書交換) as records see it: the exchange stands above them and gives them this, so that they
 * need not know it.
 */
public interface DocumentExchange {
    /** The offices that take letters now, by code. */
    List<ExchangeOffice> listOffices();

    /** Takes a letter along in the caller's deed; it leaves when the deed stands. */
    void send(LeavingLetter letter);
}
