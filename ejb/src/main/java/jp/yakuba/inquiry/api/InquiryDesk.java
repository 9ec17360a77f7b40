package jp.yakuba.inquiry.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
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

    /** Closes it: answers that come later count no more. */
    void close(UUID id, long version, String reason);

    /** An office that may be asked. */
    record OfficeChoice(String code, String name) {}
}
