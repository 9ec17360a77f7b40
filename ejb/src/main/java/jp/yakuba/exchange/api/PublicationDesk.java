package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The desk where domains publish lists for agreed offices, and see how old their copies of others' lists are. Who may read a list here
 * stands at the peer, as for services; so does what this office may read there.
 */
@Local
public interface PublicationDesk {
    /** Most bytes of an item. */
    int LARGEST_ITEM = 384 * 1024;

    /** Opens a publication, empty for the time being; one that is open stays as it is. */
    void open(String name);

    /** Publishes an item in place of the one with its key; the very same again changes nothing. True if something changed. */
    boolean publish(String name, String key, byte[] content);

    /** Takes an item back; copies hear of it. True if it was there. */
    boolean withdraw(String name, String key);

    /** As {@link #publish}, and copies hear that nothing may stay of what was told of the item before. The very same again changes nothing. */
    boolean publishAnew(String name, String key, byte[] content);

    /** As {@link #withdraw}, and copies hear that nothing may stay of what was told of the item before. */
    boolean withdrawWhole(String name, String key);

    /** What the item says to others now; empty if it was withdrawn, or never was one. */
    Optional<byte[]> find(String name, String key);

    /** The copies of what others publish under the name, by code of the office. */
    List<CopyView> listCopies(String name);

    /** The offices that may read this office's publication, by code, and when each last did. */
    List<PublicationReader> listReaders(String name);

    /** Those of the keys whose item does not stand there with the hash: it says something else, was withdrawn, or never was. */
    List<String> listOthers(String name, Map<String, String> sha256ByKey);

    /** Names of all offices with which this one exchanges, by code. */
    Map<String, String> listOffices();

    /**
     * Takes away the signed pages of an office's publication that told of the items, and a reading that waits for its last page if it tells of one; nobody
     * makes the copy newer until the deed ends. False if that is being done now: then nothing is taken away.
     */
    boolean forgetTold(String name, String peer, List<String> keys);

    /** Drops pages that wait for the last one of their reading, if none came since the moment; what is in hand stays until later. */
    void dropReadings(String name, Instant before);

    /**
     * Ends the copies of offices that this one may ask no more, or that say so themselves, with all their pages; codes of those offices. A suspended office
     * may be asked again.
     */
    List<String> endCopies(String name);

    /** Asks all agreed offices for news as soon as possible. */
    void refresh(String name);
}
