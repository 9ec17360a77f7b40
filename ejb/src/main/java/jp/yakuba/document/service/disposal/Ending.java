package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.HELD;
import static jp.yakuba.document.api.DocumentProblem.NOT_OVER;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DOSSIER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.yakuba.document.api.DisposalItemState;
import jp.yakuba.document.api.FilesInQuestion;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.document.api.RecordsEnded.Ended;
import jp.yakuba.document.model.disposal.Disposal;
import jp.yakuba.document.model.disposal.DisposalItem;
import jp.yakuba.document.model.disposal.Protocol;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.store.disposal.ContentStore;
import jp.yakuba.document.store.disposal.HoldStore;
import jp.yakuba.document.store.disposal.ProtocolStore;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.RuleViolation;

/**
 * Ends a file in the caller's deed: protocol, history and the going of the content stand or fall together, so nothing is ever
 * half gone.
 */
@ApplicationScoped
public class Ending {
    @Inject
    private FilingPlanStore plan;

    @Inject
    private HoldStore holds;

    @Inject
    private ProtocolStore protocols;

    @Inject
    private ContentStore content;

    @Inject
    private Event<FilesInQuestion> question;

    @Inject
    private Event<RecordsEnded> ended;

    @Inject
    private DisposalNotes notes;

    /** Why a file goes, and the archive's receipt if it has one. */
    record Ground(Protocol.Kind kind, String reason, String receipt) {}

    /** Ends the file of the item; returns its protocol. */
    Protocol end(Disposal list, DisposalItem item, Ground ground) {
        var dossier = plan.lock(item.dossierId()).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
        if (holds.isHeld(dossier.id())) {
            throw new RuleViolation(HELD);
        }
        boolean transfer = ground.kind() == Protocol.Kind.TRANSFER;
        if (!dossier.isOver(notes.today())) {
            throw new RuleViolation(NOT_OVER, dossier.facts().code());
        }
        var records = content.lockRecords(dossier.id());
        var protocol = write(list, dossier, ground); // before the file ends, for the database asks for it
        dossier.end(transfer, notes.today());
        item.end(transfer ? DisposalItemState.TRANSFERRED : DisposalItemState.DESTROYED, null, notes.now());
        plan.write();
        note(dossier, protocol, records, transfer);
        var files = content.lockFiles(dossier.id()); // before others take their rows away, which name files too
        ended.fire(new RecordsEnded(dossier.id(), protocol.number(), transfer, records));
        forget(dossier.id(), files);
        return protocol;
    }

    private Protocol write(Disposal list, Dossier dossier, Ground ground) {
        var year = FiscalYear.of(notes.today());
        var names = protocols.classNames(dossier.section(), dossier.fiscalYear(), dossier.facts().classCode());
        var end = new Protocol.End(ground.kind(), year, protocols.next(year.year()), ground.reason(), ground.receipt(), notes.today(), notes.now());
        var protocol = Protocol.of(dossier, names, content.amountOf(dossier.id()), list, end);
        protocols.add(protocol);
        return protocol;
    }

    private void note(Dossier dossier, Protocol protocol, List<Ended> records, boolean transfer) {
        var kind = transfer ? RecordEventKind.TRANSFERRED : RecordEventKind.DESTROYED;
        var deed = transfer ? "document.disposal.transfer" : "document.disposal.destroy";
        var facts = Map.of("protocol", protocol.number(), "dossier", dossier.id());
        records.forEach(record -> notes.step(record.recordId(), kind, facts));
        notes.changedPersons(deed, records.stream().map(Ended::recordId).toList(), protocol.number());
        var about = new TreeMap<String, Object>(Map.of("protocol", protocol.number(), "protocol-digest", protocol.digest(),
                "records", records.size(), "code", dossier.facts().code()));
        notes.step(dossier.id(), kind, about);
        notes.changed(deed, "dossier", dossier.id(), protocol.number());
    }

    private void forget(UUID dossierId, Set<String> files) {
        content.forgetWords(dossierId);
        var about = FilesInQuestion.about(files);
        question.fire(about);
        var gone = new HashSet<>(files);
        gone.removeAll(about.wanted());
        content.forgetFiles(gone);
    }
}
