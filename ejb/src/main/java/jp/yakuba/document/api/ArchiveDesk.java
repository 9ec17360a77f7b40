package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.io.OutputStream;
import java.util.UUID;

/**
 * The desk between the office and the archive (移管): what the archivist has chosen leaves as an information package
 * (E-ARK SIP), and is the archive's own once its receipt is noted.
 */
@Local
public interface ArchiveDesk {
    /** Writes the package of a file on a confirmed list; its SHA-256 is kept on the list. */
    void pack(UUID disposalId, UUID dossierId, OutputStream out);

    /** Notes that the archive has it: from now on nothing of it is left here. Refused with {@code DOC-094} before it was packed. */
    UUID received(UUID disposalId, UUID dossierId, String receipt);
}
