package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.util.List;

/** The address book (住所録): which offices exchange documents and where, told by one office to another. What is told gives no right. */
@Local
public interface AddressBookDesk {
    /** Most offices that one book names; there are fewer than 2,000 municipalities. */
    int MOST = 4000;

    /** For the office that asks: those with whom this one exchanges, by code, without the asker. */
    List<AddressLine> list();

    /**
     * Asks another office for its book; nothing is taken over by that.
     *
     * @param code of the office that is asked
     * @return its lines, by code, without this office; refused with {@code EXC-070} if it cannot be asked now, or what it says cannot be read
     */
    List<AddressLine> ask(String code);
}
