package jp.yakuba.document.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is entered in a register, before it has its number.
 *
 * @param causeType what it came from
 * @param causeId id of the cause; each direction enters a cause once
 * @param inReplyTo record that it answers or follows; null if none
 * @param title title without personal data beyond what the register may show
 * @param party sender or recipient
 * @param arrivedAt moment of arrival; null for what does not come in
 * @param files its files
 */
public record RecordEntry(
        String causeType,
        UUID causeId,
        UUID inReplyTo,
        String title,
        String party,
        Instant arrivedAt,
        List<AttachedFile> files) {

    public RecordEntry {
        files = List.copyOf(files);
    }
}
