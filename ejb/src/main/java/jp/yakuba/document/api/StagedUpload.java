package jp.yakuba.document.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a member of staff has just handed in and what is in it.
 *
 * @param files the file, and for a mail its attachments after it
 * @param mail what the mail says; null if it is none
 * @param left names of attachments that the office does not take; they stay inside the mail's own file
 */
public record StagedUpload(List<File> files, Mail mail, List<String> left) {

    /** Whether a file can be opened. */
    public enum Condition {
        READABLE,
        ENCRYPTED,
        BROKEN,
        /** Of a kind that is not tried. */
        UNTESTED
    }

    /**
     * A file that waits to be entered.
     *
     * @param known number of a record that has the very same bytes; null if none has
     */
    public record File(
            UUID id, String name, String mediaType, long size, String sha256, Condition condition, String known) {

        /** True if it cannot be opened. */
        public boolean isUnreadable() {
            return condition == Condition.ENCRYPTED || condition == Condition.BROKEN;
        }
    }

    /** What a mail says of itself; sentAt is null if it does not say. */
    public record Mail(String subject, String from, Instant sentAt, String text) {}
}
