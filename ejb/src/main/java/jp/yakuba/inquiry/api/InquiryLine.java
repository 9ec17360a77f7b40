package jp.yakuba.inquiry.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An inquiry in a list.
 *
 * @param number number of the letter; null until it is sent
 * @param asked offices that were asked, or will be
 * @param answered offices whose answer is here
 */
public record InquiryLine(
        UUID id, String section, String title, LocalDate deadline, InquiryState state, String number, Instant begunAt, int asked, int answered) {}
