package jp.yakuba.application.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One line of an inbox. */
public record InboxLine(
        UUID id, long version, String receiptNumber, String procedure, String procedureName, String applicantName,
        ApplicationState state, Instant arrivedAt, LocalDate dueOn, String assigneeName, int bundleSize) {}
