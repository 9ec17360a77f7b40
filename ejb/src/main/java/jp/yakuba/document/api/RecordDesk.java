package jp.yakuba.document.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The records desk of staff: registers, single records, who has them, who has read them, when they are done with. */
@Local
public interface RecordDesk {
    /** Records the actor may read, page by page. */
    Page<RecordLine> list(RecordFilter filter, PageRequest page);

    /**
     * The next records that fit, in the order of their numbers, at most 500 at once: for files, which are written part by part.
     *
     * @param behind the last one of the part before; null for the first part
     */
    List<RecordLine> listNext(RecordFilter filter, RecordLine behind, int size);

    /** One record; refused with {@code DOC-001} if there is none that the actor may read. */
    RecordSheet get(UUID recordId);

    /** Puts a record into a file (編てつ), or into another one. */
    void file(UUID recordId, long version, UUID dossierId);

    /** Gives it to a section and a person (配布); person null for the section alone. */
    void distribute(UUID recordId, long version, String section, UUID staffId);

    /** Says that it is done with (完結). */
    void complete(UUID recordId, long version);

    /** Takes it up again, with a reason. */
    void reopen(UUID recordId, long version, String reason);

    /** Gives a misdirected letter back to its sender, with the reason. */
    void refuse(UUID recordId, long version, String reason);

    /** Sends a misdirected letter on to another body, with the reason. */
    void forward(UUID recordId, long version, String to, String reason);

    /** Makes it confidential with these readers besides the actor (秘密文書); with none it is open to its sections again. */
    void restrict(UUID recordId, long version, Set<UUID> readers);

    /** Puts it before readers (供覧). */
    UUID circulate(@Valid Circulate command);

    /** The actor has read it. */
    void read(UUID circulationId, String comment);

    /** What the actor was asked to read, unread or read. */
    Page<ReadingLine> listReadings(boolean read, PageRequest page);

    /** How many records the actor has still to read. */
    long countUnread();

    /** Opens a file of a record; reading to the end fails if the bytes no longer give the hash. */
    InputStream open(UUID recordId, int position);

    /** Opens the PDF/A beside a file of a record; refused with {@code DOC-008} while there is none. */
    InputStream openRendition(UUID recordId, int position);

    /** Checks history, entry and files of a record; empty if all is as it was written. */
    Optional<HistoryBreak> verify(UUID recordId);

    /** Codes of the sections whose records the actor reads, in the order of the office. */
    List<String> listSectionsRead();

    /** Codes of the sections whose records the actor keeps, as records officer or manager; the own main section first. */
    List<String> listSectionsKept();

    /** Members of staff of the section that has the affairs of a section today, to choose from. */
    List<RecordSheet.Reader> listColleagues(String section);
}
