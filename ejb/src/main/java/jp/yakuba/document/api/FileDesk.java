package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.io.InputStream;
import java.util.Collection;
import java.util.UUID;

/** The file room: streams in, streams out, everything known by its SHA-256 and checked when read. */
@Local
public interface FileDesk {
    /**
     * Takes a file in without ever holding it whole in memory.
     *
     * @param declaredName the name its owner gave it, used only for display
     * @param limitBytes refuse with {@code DOC-002} beyond this size
     * @return what was kept; its media type comes from the content, never from the name
     */
    StoredFile keep(InputStream content, String declaredName, long limitBytes);

    /**
     * Takes in what this office has made itself, such as a fair copy; no scanner is asked, for nothing of it came from outside.
     *
     * @param limitBytes refuse with {@code DOC-002} beyond this size
     */
    StoredFile keepOwn(InputStream content, String name, long limitBytes);

    /**
     * Takes a file in for a use outside of the register, such as an attachment, with the same refusals. Bytes that are needed by
     * no use and no record any more are swept after a while.
     */
    StoredFile keepFor(UUID use, InputStream content, String declaredName, long limitBytes);

    /**
     * Keeps for a use a container that its caller has looked through part by part; beyond that only viruses are looked for.
     */
    StoredFile keepSealed(UUID use, InputStream content, String declaredName, long limitBytes);

    /** Size and type of a kept file under the name its owner gives it; refused with {@code DOC-008} if there is none. */
    StoredFile describe(String sha256, String name);

    /** Says in the caller's transaction that the uses have ended. */
    void release(Collection<UUID> uses);

    /** Opens a kept file; reading to the end fails if the bytes no longer give the hash. */
    InputStream open(String sha256);

    /**
     * Some bytes of a kept file, without what stands before them; whoever asks knows their hash, for they are not checked against that of the file.
     *
     * @param from the first byte, from 0
     * @param most how many at most; fewer at the end of the file
     */
    byte[] read(String sha256, long from, int most);

    /** Whether files are searched for viruses before they are kept; for the health page. */
    VirusScanState virusScan();
}
