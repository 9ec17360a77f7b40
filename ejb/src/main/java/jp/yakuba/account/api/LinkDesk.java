package jp.yakuba.account.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;

/**
 * The counter's desk for joining an account with a person of the ledger (窓口での紐付け), after a clerk has seen who it is.
 */
@Local
public interface LinkDesk {
    /**
     * Joins them. Refused with {@code ACC-027} unless the clerk found the person just now in a search with a reason, with
     * {@code ACC-028} for a protected person, with {@code ACC-029} if account or person is joined with another already, with
     * {@code ACC-006} if no account has the address, and with {@code ACC-030} for somebody who lives here no more.
     */
    void link(@Valid LinkAtCounter command);
}
