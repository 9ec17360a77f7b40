package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.DISPOSAL_ELSEWHERE;
import static jp.yakuba.document.api.DocumentProblem.NOT_PACKED;
import static jp.yakuba.document.api.DocumentProblem.NOT_YOUR_STEP;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.ArchiveDesk;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.disposal.Disposal;
import jp.yakuba.document.model.disposal.DisposalItem;
import jp.yakuba.document.model.disposal.DisposalItem.Fate;
import jp.yakuba.document.model.disposal.Protocol;
import jp.yakuba.document.service.Reasons;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk of the archive: only the archivist hands over what was chosen. */
@Stateless
@RunAs(Role.DESK)
public class ArchiveDeskBean implements ArchiveDesk {
    private DisposalSteps steps;
    private DisposalRound round;
    private Ending ending;
    private ArchivePacking packing;
    private DisposalNotes notes;

    protected ArchiveDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ArchiveDeskBean(DisposalSteps steps, DisposalRound round, Ending ending, ArchivePacking packing, DisposalNotes notes) {
        this.steps = steps;
        this.round = round;
        this.ending = ending;
        this.packing = packing;
        this.notes = notes;
    }

    @Override
    @RolesAllowed(Role.ARCHIVIST)
    public void pack(UUID disposalId, UUID dossierId, OutputStream out) {
        var list = steps.lock(disposalId, "document.archive.pack");
        var item = chosen(list, dossierId);
        var sha256 = packing.write(dossierId, out);
        item.packed(sha256, notes.now());
        notes.step(dossierId, RecordEventKind.PACKED, Map.of("list", list.id(), "package", sha256));
        notes.changed("document.archive.pack", "dossier", dossierId, sha256);
    }

    @Override
    @RolesAllowed(Role.ARCHIVIST)
    public UUID received(UUID disposalId, UUID dossierId, String receipt) {
        var words = Reasons.given(receipt);
        var list = steps.lock(disposalId, "document.archive.receive");
        var item = chosen(list, dossierId);
        if (!item.isPacked()) {
            throw new RuleViolation(NOT_PACKED);
        }
        var protocol = ending.end(list, item, new Ending.Ground(Protocol.Kind.TRANSFER, DisposalRound.reason(item), words));
        round.finishIfDone(list);
        return protocol.id();
    }

    /** A file that the archive has chosen, on a list that was confirmed. */
    private DisposalItem chosen(Disposal list, UUID dossierId) {
        if (list.state() != DisposalState.CONFIRMED) {
            throw new RuleViolation(DISPOSAL_ELSEWHERE);
        }
        var item = steps.item(list, dossierId);
        if (!item.isOpen() || item.fate() != Fate.TRANSFER) {
            throw notes.refused("document.archive.pack", "dossier", dossierId, NOT_YOUR_STEP);
        }
        return item;
    }
}
