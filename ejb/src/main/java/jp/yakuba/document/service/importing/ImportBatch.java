package jp.yakuba.document.service.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.ImportState;
import jp.yakuba.document.model.importing.DocumentImport;
import jp.yakuba.document.model.importing.ImportColumn;
import jp.yakuba.document.model.importing.ImportFault;
import jp.yakuba.document.model.importing.ImportRow;
import jp.yakuba.document.model.importing.ImportedRecord;
import jp.yakuba.document.service.importing.ImportPlaces.Place;
import jp.yakuba.document.service.importing.ImportWriter.Entry;
import jp.yakuba.document.service.importing.PreparedLines.Line;
import jp.yakuba.document.store.importing.ImportStore;

/** Takes prepared lines in one deed: records, faults, and how far the import has come stand or fall together. */
@ApplicationScoped
public class ImportBatch {
    @Inject
    private ImportStore store;

    @Inject
    private ImportPlaces places;

    @Inject
    private ImportWriter writer;

    @Inject
    private ImportSteps steps;

    /** What has come of the lines of one deed. */
    private static final class Outcome {
        private final List<Entry> taken = new ArrayList<>();
        private int there;
    }

    /**
     * Takes the lines that come after as many as are done with.
     *
     * @param seen causes of lines that were only looked at before, to which these are added
     * @return the import as it stands then; null if somebody else took them, or it is to go on no more
     */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public DocumentImport take(UUID importId, int done, PreparedLines prepared, Set<UUID> seen) throws IOException {
        var job = store.lock(importId).filter(one -> one.state() == ImportState.RUNNING && one.done() == done).orElse(null);
        if (job == null) {
            return null;
        }
        var outcome = judge(job, prepared.lines(), seen);
        if (!job.isOnlyCheck()) {
            writer.write(job, outcome.taken);
        }
        int faulty = 0;
        for (var line : prepared.lines()) {
            line.row().faults().forEach(fault -> store.add(ImportFault.of(importId, fault)));
            faulty += line.row().holds() ? 0 : 1;
        }
        job.advance(prepared.count(), outcome.taken.size(), outcome.there, faulty);
        if (job.isAtItsEnd()) {
            steps.finish(job);
        }
        return job;
    }

    private Outcome judge(DocumentImport job, List<Line> lines, Set<UUID> seen) {
        var sound = lines.stream().map(Line::row).filter(ImportRow::holds).toList();
        var outcome = new Outcome();
        if (sound.isEmpty()) {
            return outcome;
        }
        var found = places.find(sound);
        var there = store.listThere(found.keySet().stream().map(row -> row.causeId(job.origin())).toList());
        var now = new HashSet<UUID>();
        for (var line : lines) {
            var place = found.get(line.row());
            if (place != null) {
                judge(job, line, place, there, now, seen, outcome);
            }
        }
        if (job.isOnlyCheck()) {
            seen.addAll(now);
        }
        return outcome;
    }

    private static void judge(
            DocumentImport job, Line line, Place place, Map<UUID, ImportedRecord> there, Set<UUID> now, Set<UUID> seen, Outcome outcome) {
        var row = line.row();
        var cause = row.causeId(job.origin());
        var before = there.get(cause);
        if (!now.add(cause) || seen.contains(cause) || before != null && before.importId().equals(job.id())) {
            row.fault(ImportColumn.NUMBER, "number-twice");
        } else if (before == null) {
            outcome.taken.add(new Entry(line, place));
        } else if (before.digest().equals(row.digest())) {
            outcome.there++;
        } else {
            row.fault(ImportColumn.NUMBER, "number-taken");
        }
    }
}
