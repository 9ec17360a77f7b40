package jp.yakuba.exchange.api;

import jakarta.ejb.Local;

/** The desk at which another office reads what is published for it. */
@Local
public interface PublicationDoorDesk {
    /**
     * A page of what changed since a state, signed by this office; without changes it says that there are none.
     *
     * @param since the state that the last page named; {@code 0} for the beginning
     */
    byte[] read(String name, String since);
}
