package jp.yakuba.application.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What arrived: one receipt number per procedure, the moment of arrival, and what happens next. */
public record SubmissionView(UUID bundleId, Instant arrivedAt, List<Receipt> receipts) {
    /** One procedure's receipt. */
    public record Receipt(UUID applicationId, String procedure, Text name, String receiptNumber) {}
}
