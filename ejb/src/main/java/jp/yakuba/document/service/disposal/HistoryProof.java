package jp.yakuba.document.service.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.HistoryBreak;
import jp.yakuba.document.api.IntegrityKind;
import jp.yakuba.document.api.IntegrityPart;
import jp.yakuba.document.api.IntegrityPart.Broken;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.history.HistoryWalk;
import jp.yakuba.document.model.history.RecordEvent;
import jp.yakuba.document.service.record.Proof;
import jp.yakuba.document.store.disposal.ProofStore;

/** Walks chained histories, many at a time, and compares the entries they begin with. */
@ApplicationScoped
public class HistoryProof {
    private static final int PART = 200;

    @Inject
    private ProofStore store;

    /** The next histories after the one named. */
    IntegrityPart check(String after) {
        var ids = store.listHistories(after == null ? null : UUID.fromString(after), PART);
        if (ids.isEmpty()) {
            return new IntegrityPart(IntegrityKind.HISTORIES, 0, null, null);
        }
        var steps = store.listSteps(ids).stream().collect(Collectors.groupingBy(step -> step.place().recordId()));
        var ends = store.listEnds(ids);
        var records = store.listRecords(ids).stream().collect(Collectors.toMap(NumberedRecord::id, record -> record));
        int checked = 0;
        for (var id : ids) {
            var found = breakOf(id, steps.getOrDefault(id, List.of()), ends, records.get(id));
            if (found != null) {
                return new IntegrityPart(IntegrityKind.HISTORIES, checked, id.toString(), broken(found, records.get(id)));
            }
            checked++;
        }
        return new IntegrityPart(IntegrityKind.HISTORIES, checked, ids.size() < PART ? null : ids.get(ids.size() - 1).toString(), null);
    }

    private static HistoryBreak breakOf(
            UUID id, List<RecordEvent> steps, Map<UUID, jp.yakuba.document.model.history.HistoryEnd> ends, NumberedRecord record) {
        var walk = new HistoryWalk(id);
        steps.forEach(walk::step);
        var found = walk.end(ends.get(id)).firstBreak();
        return found != null || record == null ? found : Proof.entryOf(record, steps.stream().map(RecordEvent::line).toList()).orElse(null);
    }

    private static Broken broken(HistoryBreak found, NumberedRecord record) {
        return new Broken(record == null ? found.recordId().toString() : record.number(), String.valueOf(found.sequence()),
                found.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
