package jp.yakuba.document.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** The receipt desk (収受): takes letters in by upload and scan, by mail, and from the exchange of documents. */
@Local
public interface ReceiptDesk {
    /** Largest file that staff may hand in. */
    long LARGEST_BYTES = 100L * 1024 * 1024;

    /** Most files of one letter. */
    int MOST_FILES = 50;

    /**
     * Keeps a file for the letter that is being written down; it stays until entered or put away, whatever is wrong with the
     * form. A mail file ({@code .eml}) is opened, and its attachments are kept beside it.
     */
    StagedUpload stage(InputStream content, String name);

    /** The actor's files that wait, in the order handed in. */
    List<StagedUpload.File> listStaged(List<UUID> ids);

    /** Puts a waiting file away. */
    void discard(UUID stagedId);

    /** Enters a letter with its waiting files: number, file of the plan, person, readers. The same letter again gives the same record. */
    RecordView receive(@Valid ReceiveLetter letter, List<UUID> staged);

    /** Enters what the exchange brought; its files are kept already. */
    RecordView receiveFromExchange(@Valid ReceiveLetter letter, List<StoredFile> files);
}
