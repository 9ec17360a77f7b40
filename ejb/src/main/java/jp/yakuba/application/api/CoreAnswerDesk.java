package jp.yakuba.application.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;

/** Where the answers of core systems come in; called by the queue receivers only. */
@Local
public interface CoreAnswerDesk {
    /**
     * Applies an answer to its procedure inside the caller's transaction.
     *
     * <p>The receiver has already dropped copies of the same message and checked that the outgoing message exists. An
     * answer to an unknown procedure, or to one that the system has nothing to do with, is refused; one that says again
     * what is already known changes nothing.
     */
    void take(@Valid CoreAnswer answer);
}
