package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.io.InputStream;

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

    /** Opens a kept file; reading to the end fails if the bytes no longer give the hash. */
    InputStream open(String sha256);

    /** Whether files are searched for viruses before they are kept; for the health page. */
    VirusScanState virusScan();
}
