package jp.yakuba.document.service.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.ReceiveLetter;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.model.AttachedFile;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.RecordEntry;
import jp.yakuba.document.service.record.LetterDeeds;
import jp.yakuba.document.service.record.Registry;
import jp.yakuba.document.store.receipt.RenditionStore;
import jp.yakuba.kernel.OfficeClock;

/** Enters letters as records, orders the PDF/A beside their files, and gives them to whom they are for. */
@ApplicationScoped
public class Letters {
    @Inject
    private Registry registry;

    @Inject
    private LetterDeeds deeds;

    @Inject
    private RenditionStore renditions;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** The record that the letter has already; empty if it has none. */
    Optional<RecordView> find(String causeType, UUID once) {
        return registry.find(Direction.IN, causeType, once).map(NumberedRecord::view);
    }

    /** Enters the letter with its files. */
    RecordView enter(String causeType, ReceiveLetter letter, List<StoredFile> files) {
        var record = registry.enter(Direction.IN,
                new RecordEntry(causeType, letter.once(), null, letter.title(), letter.sender(), letter.arrivedAt(),
                        files.stream().map(file -> new AttachedFile(file.sha256(), file.name())).toList()),
                new Registry.Belonging(letter.section(), null, letter.dossierId(), !letter.readers().isEmpty()),
                RecordEventKind.RECEIVED);
        deeds.begin(record.id(), letter);
        files.stream().filter(file -> PdfaMaker.takes(file.mediaType())).forEach(file -> renditions.order(file.sha256(), clock.now()));
        audit.changed(new AuditNote("document.receive", null, "record", record.id().toString(), record.number()));
        return record.view();
    }
}
