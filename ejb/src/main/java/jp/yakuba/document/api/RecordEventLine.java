package jp.yakuba.document.api;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One step in the history of a record.
 *
 * @param recordId the record, draft or dossier
 * @param sequence its place in the history, from 1
 * @param kind what happened
 * @param at when
 * @param actorName who; a machine's name if nobody
 * @param post post through which a member of staff acted; null for others
 * @param section section of that post
 * @param facts the payload's plain values by name
 * @param hash its hash in hexadecimal digits
 */
public record RecordEventLine(
        UUID recordId,
        int sequence,
        RecordEventKind kind,
        Instant at,
        String actorName,
        String post,
        String section,
        Map<String, String> facts,
        String hash) {
    /** The step with other values of its facts, taken in their order. */
    public RecordEventLine withFacts(Iterator<String> values) {
        var others = new LinkedHashMap<>(facts);
        others.replaceAll((name, value) -> values.next());
        return new RecordEventLine(recordId, sequence, kind, at, actorName, post, section, others, hash);
    }
}
