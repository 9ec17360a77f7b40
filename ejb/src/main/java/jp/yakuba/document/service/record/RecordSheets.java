package jp.yakuba.document.service.record;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.document.model.receipt.LetterReceipt;
import jp.yakuba.document.model.record.Circulation;
import jp.yakuba.document.model.record.NamedReader;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.document.store.record.Reader;
import jp.yakuba.document.store.record.RegisterStore;
import jp.yakuba.kernel.RuleViolation;

/** Puts everything about a record on one page. */
@ApplicationScoped
public class RecordSheets {
    @Inject
    private RecordStore records;

    @Inject
    private LifeStore lives;

    @Inject
    private RegisterStore register;

    @Inject
    private FilingDesk filing;

    @Inject
    private RecordHistory history;

    @Inject
    private Proof proof;

    @Inject
    private OwnReach reach;

    /** The page of a record whose line the reader may read. */
    RecordSheet of(RecordLine line, Reader reader) {
        var record = records.find(line.id()).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD));
        var life = lives.find(line.id()).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD));
        var dossier = line.dossierId() == null ? null : filing.get(line.dossierId());
        boolean gone = dossier != null && dossier.state().isGone();
        return new RecordSheet(line, life.version(), record.causeType(), record.causeId(), life.completedOn(),
                lives.findReceipt(line.id()).map(LetterReceipt::view).orElse(null), files(line.id()),
                dossier,
                lives.listReaders(line.id()).stream().map(NamedReader::view).toList(),
                lives.listCirculations(line.id()).stream().map(Circulation::view).toList(),
                history.of(line.id()), proof.of(record).orElse(null), register.listKin(line.id(), reader),
                gone ? new RecordSheet.Rights(false, false) : rights(line));
    }

    private RecordSheet.Rights rights(RecordLine line) {
        return new RecordSheet.Rights(reach.reads(line.holder()), reach.keeps(line.holder()) || reach.keeps(line.section()));
    }

    /** Files of a record in order. */
    List<RecordSheet.File> files(UUID recordId) {
        return lives.listFiles(List.of(recordId)).stream()
                .map(row -> new RecordSheet.File(((Number) row[0]).intValue(), (String) row[1], (String) row[2],
                        ((Number) row[3]).longValue(), (String) row[4], (String) row[5], (String) row[6], (String) row[7]))
                .toList();
    }
}
