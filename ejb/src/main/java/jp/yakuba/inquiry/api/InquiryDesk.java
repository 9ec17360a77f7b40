package jp.yakuba.inquiry.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The desk where clerks of a section ask other offices (照会) and read what they answer. */
@Local
public interface InquiryDesk {
    /** Inquiries of the actor's sections, latest first. */
    Page<InquiryLine> list(PageRequest page);

    /** Offices that may be asked, by code and name. */
    List<OfficeChoice> listOffices();

    /** One inquiry; refused with {@code INQ-001} if there is none of the actor's sections. */
    InquirySheet get(UUID id);

    /** Writes it while nothing is drafted. */
    void write(@Valid WriteInquiry command);

    /** Makes a draft of it for the route of decisions, with the form beside it; returns the draft. */
    UUID draft(UUID id, long version);

    /** Takes the form from the draft's side, so that the inquiry can be written on; the draft is left to its writers. */
    void takeBack(UUID id, long version);

    /** Sends what was decided to every office; the same again sends nothing and tells the same number. */
    String send(UUID id);

    /** Makes a draft of a reminder (督促) to those who have not answered; returns the draft. */
    UUID remind(UUID id, long version);

    /** Makes a draft of a letter that gives all who were asked a later day (期限の延長); the day stands once the letter left. Returns the draft. */
    UUID extend(UUID id, long version, LocalDate day);

    /**
     * Sends the reminder or the later day of the decided draft: the one to who has not answered by now, the other to all. Returns its number; the
     * same again sends nothing.
     */
    String sendFollowUp(UUID id, UUID draftId);

    /** Takes the form from the side of the draft that is under way; the draft is left to its writers. */
    void dropFollowUp(UUID id, long version);

    /** Closes it: answers that come later count no more. */
    void close(UUID id, long version, String reason);

    /** Writes the table of answers (回答一覧) as PDF, with what may be read of it. */
    void print(UUID id, OutputStream out);

    /** An office that may be asked. */
    record OfficeChoice(String code, String name) {}
}
