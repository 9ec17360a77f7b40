package jp.yakuba.certificate.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/** The desk where residents of another town get copies of their residence record (広域交付窓口). Registrars see what their own sections asked. */
@Local
public interface WideCopyDesk {
    /** Offices that may be asked now, by code. */
    List<OfficeChoice> listOffices();

    /** Sends the letter that asks, in one deed; the same form again asks nothing anew. */
    void ask(@Valid AskCopy command);

    /** What is open, and what else was asked today, the latest first. */
    List<CopyLine> list();

    /** One request; a look at whoever asked, and at what came, is written down. */
    CopySheet get(UUID id);

    /** The same for a page that looks again by itself: while the answer is waited for it names nobody, and no look is written down. */
    CopySheet watch(UUID id);

    /** Withdraws it before anything is issued; a letter that waits does not leave, and what came, or comes yet, is not readable any more. */
    void withdraw(UUID id, long version);

    /**
     * Issues a copy with a number and a fee of its own, on the day whose ledger says what came, and on no other. {@code once} is made when the page is
     * opened: the same form issues one. Where there is a doubt ({@link CopySheet#doubts}) it is refused with {@code CRT-012} unless it was looked at.
     */
    UUID issue(UUID id, long version, UUID once, boolean compared);

    /** The sheet of an issued copy as PDF, once: whoever wants another one gets another one issued. */
    void print(UUID issueId, OutputStream out);

    /** Says that a sheet came to nothing (書き損じ): it is void, and costs nothing. */
    void spoil(UUID issueId, String reason);

    /** All is handed over, or every sheet is void: what came is deleted at once. Refused while a sheet waits to be fetched. */
    void finish(UUID id, long version);

    /** An office, by its code. */
    record OfficeChoice(String code, String name) {}
}
