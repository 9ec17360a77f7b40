package jp.yakuba.document.service.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.AttachedFile;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.EarlierNumber;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.RecordEntry;
import jp.yakuba.document.model.history.Payload;
import jp.yakuba.document.model.importing.DocumentImport;
import jp.yakuba.document.model.importing.ImportRow;
import jp.yakuba.document.model.importing.ImportedRecord;
import jp.yakuba.document.model.record.Filing;
import jp.yakuba.document.model.record.NamedReader;
import jp.yakuba.document.model.record.RecordLife;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.service.importing.ImportPlaces.Place;
import jp.yakuba.document.service.importing.PreparedLines.Line;
import jp.yakuba.document.service.record.Proof;
import jp.yakuba.document.store.FileBatchStore;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.importing.ImportStore;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.kernel.OfficeClock;

/**
 * Enters lines of an earlier system as records that are done with since their day there, each with its place, its readers and the
 * first step of its history. What is added is written in batches when the deed ends.
 */
@ApplicationScoped
public class ImportWriter {
    private static final String DEED = "document.import";

    @Inject
    private FileBatchStore files;

    @Inject
    private RecordStore records;

    @Inject
    private LifeStore lives;

    @Inject
    private ImportStore store;

    @Inject
    private RecordHistory history;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** A line that is to be entered, and where. */
    record Entry(Line line, Place place) {}

    /** Enters all of them. */
    void write(DocumentImport job, List<Entry> entries) throws IOException {
        var now = clock.now();
        files.putAll(entries.stream().flatMap(entry -> entry.line().files().stream()).toList(), now);
        var next = firstNumbers(entries);
        for (var entry : entries) {
            var row = entry.line().row();
            write(job, entry, next.merge(row.fiscalYear(), 1L, Long::sum) - 1, now);
        }
    }

    /** The next place of each fiscal year, in the order of years, so that two imports do not block each other. */
    private Map<Integer, Long> firstNumbers(List<Entry> entries) {
        var many = entries.stream().collect(Collectors.groupingBy(
                entry -> entry.line().row().fiscalYear(), TreeMap::new, Collectors.summingInt(entry -> 1)));
        var next = new HashMap<Integer, Long>();
        many.forEach((year, count) -> next.put(year, store.count(year, count) - count + 1));
        return next;
    }

    private void write(DocumentImport job, Entry entry, long sequence, Instant now) {
        var row = entry.line().row();
        var place = entry.place();
        var cause = row.causeId(job.origin());
        var record = record(entry, sequence, job.origin());
        records.add(record);
        var life = RecordLife.of(record.id(), row.section(), !place.readers().isEmpty());
        life.complete(row.date());
        lives.add(life);
        lives.add(Filing.first(record.id(), place.dossierId(), now));
        place.readers().forEach(reader -> lives.add(NamedReader.of(record.id(), reader.id(), reader.name(), now)));
        history.begin(record.id(), RecordEventKind.IMPORTED, payload(job, row, record, place));
        store.add(ImportedRecord.of(job.id(), row, cause, record.id(), place.personId()));
        if (place.personId() != null) {
            audit.changed(new AuditNote(DEED, place.personId(), "record", record.id().toString(), record.number()));
        }
    }

    private static NumberedRecord record(Entry entry, long sequence, String origin) {
        var row = entry.line().row();
        var day = row.date().atStartOfDay(OfficeClock.ZONE).toInstant();
        var files = entry.line().files().stream().map(file -> new AttachedFile(file.file().sha256(), file.file().name())).toList();
        return NumberedRecord.takenOver(
                new RecordEntry(ImportedPersons.CAUSE, row.causeId(origin), null, row.title(), row.party(),
                        row.direction() == Direction.IN ? day : null, files),
                new EarlierNumber(row.direction(), row.section(), row.fiscalYear(), sequence, row.number()), day);
    }

    private static Payload payload(DocumentImport job, ImportRow row, NumberedRecord record, Place place) {
        return Payload.of(Map.of(
                "number", record.number(), "section", record.section(), Proof.ENTRY, record.digest(),
                Proof.FILES, record.files().stream().map(AttachedFile::sha256).toList(), "dossier", place.dossierId(),
                "origin", job.origin(), "import", job.id(), "line", row.line()));
    }
}
