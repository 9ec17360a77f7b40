package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The exchange as the office sees it: what leaves, what arrived, what became of it, and the proof of it. */
@Local
public interface ExchangeDesk {
    /** Messages that leave, latest first; {@code openOnly} leaves out what is settled. */
    Page<ParcelLine> listParcels(boolean openOnly, PageRequest request);

    /** Messages that arrived, latest first; {@code openOnly} leaves out what was accepted. */
    Page<ArrivalLine> listArrivals(boolean openOnly, PageRequest request);

    /** What was sent of a record that the actor may read, one message for each office. */
    List<ParcelLine> listOfRecord(UUID recordId);

    /** How a record that the actor may read came by the exchange; empty if it did not. */
    Optional<ArrivalLine> findOfRecord(UUID recordId);

    /** Refuses if the record may not be read by the actor, or there is no such message of it. */
    void requireEvidence(UUID recordId, UUID messageId);

    /**
     * Writes the proof of a message of a record that the actor may read as a ZIP file: the container as it went over the line, the signed
     * answer, the report of the check, and how anybody can check them without this office.
     */
    void writeEvidence(UUID recordId, UUID messageId, OutputStream to) throws IOException;

    /** Tries a message that waits now, whatever pause it has. */
    void tryNow(UUID parcelId, String reason);

    /**
     * Takes a message back (取消) that was not judged yet: what the peer has not heard of ends at once, else whoever works on it stops at the
     * next piece and the peer is told. If it has judged meanwhile its answer stands. One that was given up and that the peer may have all of is told
     * back too: until the peer says that it has it no more, none before it is ordered again. Refused unless the actor is of the section that sent it,
     * keeps the records of all, or keeps the system running; of a letter by rule unless the actor is of that section and may read it.
     *
     * @param reason why, in words
     */
    void takeBack(UUID parcelId, String reason);

    /**
     * Orders a message again that was given up: the same message and the same container. Refused if a later one of its conversation has left
     * meanwhile, for it could not be before it any more, and of a letter by rule, which its section orders anew.
     *
     * @param reason why, in words
     */
    void orderAgain(UUID parcelId, String reason);

    /** Gives a message up; what waits behind it goes on. */
    void giveUp(UUID parcelId, String reason);
}
