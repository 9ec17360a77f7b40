package jp.yakuba.document.service.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.yakuba.document.api.HistoryBreak;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.model.AttachedFile;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.service.history.RecordHistory;

/** Proves that a record is the one that was entered: its history holds, and its entry and files are those of the first step. */
@ApplicationScoped
public class Proof {
    /** Name of the entry's digest in the first step's payload. */
    public static final String ENTRY = "entry";

    /** Name of the list of files in the first step's payload. */
    public static final String FILES = "files";

    @Inject
    private RecordHistory history;

    /** The first step that does not hold; empty if all is as it was written. */
    public Optional<HistoryBreak> of(NumberedRecord record) {
        return history.verify(record.id()).or(() -> entryOf(record, history.of(record.id())));
    }

    /** The step that the record as it is kept contradicts; empty if it is the one that was entered, or rightly gone. */
    public static Optional<HistoryBreak> entryOf(NumberedRecord record, List<RecordEventLine> steps) {
        var gone = steps.stream().filter(Proof::isEnd).findFirst();
        return gone.isPresent() ? leftOf(record, gone.get()) : steps.stream().filter(step -> step.facts().containsKey(ENTRY)).findFirst()
                .filter(step -> !step.facts().get(ENTRY).equals(record.digest()) || !sameFiles(record, step))
                .map(step -> changed(record, step));
    }

    private static boolean isEnd(RecordEventLine step) {
        return step.kind() == RecordEventKind.DESTROYED || step.kind() == RecordEventKind.TRANSFERRED;
    }

    /** What was destroyed or given to the archive has no files and no words any more: whatever is left contradicts its history. */
    private static Optional<HistoryBreak> leftOf(NumberedRecord record, RecordEventLine end) {
        return record.files().isEmpty() ? Optional.empty() : Optional.of(changed(record, end));
    }

    private static HistoryBreak changed(NumberedRecord record, RecordEventLine step) {
        return new HistoryBreak(record.id(), step.sequence(), HistoryBreak.Kind.RECORD_CHANGED);
    }

    private static boolean sameFiles(NumberedRecord record, RecordEventLine first) {
        return first.facts().get(FILES).equals(record.files().stream().map(AttachedFile::sha256).collect(Collectors.joining("、")));
    }
}
