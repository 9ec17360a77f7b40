package jp.yakuba.document.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The dispatch desk (施行): numbers what was decided, makes fair copies, sends them on their ways, keeps the registers. */
@Local
public interface DispatchDesk {
    /** What is needed to send the decided draft out; for its section. */
    DispatchSheet prepare(UUID draftId);

    /** The fair copy as it would be, with no number yet. */
    void preview(UUID draftId, NumberSeries series, OutputStream out);

    /** Sends it out in one deed; the same form again sends nothing and tells the same number. */
    RecordView send(@Valid SendOut command);

    /**
     * Sends what a rule orders to another office, in the caller's deed and with no decision: record, number, fair copy, message. The same
     * cause again sends nothing and tells the same number. Refused with {@code DOC-068} where a protected address stands in it outside of what is cleared.
     */
    RecordView sendByRule(@Valid SendByRule notice);

    /** Takes a number before anything is sent; {@code once} is made when the form is opened, and the same form takes one number. */
    UUID takeNumber(UUID once, NumberSeries series, String section, String purpose);

    /** Says that a number that was taken is not used (欠番), and why. */
    void giveUpNumber(UUID takenId, String reason);

    /** Numbers of a series, latest first, gaps named; section is of no meaning for series of the town. */
    NumberRegister listNumbers(NumberSeries series, String section, int year, PageRequest page);

    /** The seal register, latest first; of one's own sections, or of the whole office for the records manager. */
    Page<SealLine> listSeals(PageRequest page);

    /** What goes by post from a section on a day; an address that is protected stays away. */
    List<PostingLine> listPosting(String section, LocalDate day);

    /** The posting list as PDF. */
    void printPosting(String section, LocalDate day, OutputStream out);

    /** The label for an envelope as PDF; refused with {@code DOC-064} where the address is protected and not released. */
    void printLabel(UUID deliveryId, OutputStream out);

    /** A fair copy, for staff who may read its record. */
    InputStream openCopy(UUID deliveryId);

    /** What is posted up today, and what was. */
    Page<PostedNotice> listPosted(PageRequest page);

    /** A fair copy, for the resident in whose inbox it lies; the first time is written down. */
    InputStream openMine(UUID deliveryId);
}
