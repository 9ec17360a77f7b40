package jp.yakuba.document.service.masking;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_MASKS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.document.api.MaskSheetView;
import jp.yakuba.document.api.MaskState;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.model.masking.MaskSheet;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.store.masking.MaskCopyStore;
import jp.yakuba.document.store.masking.MaskStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/** Finds sheets of masks for members of staff: whoever may not read the record finds none, and only its section works on them. */
@ApplicationScoped
public class OwnMasks {
    @Inject
    private MaskStore store;

    @Inject
    private MaskCopyStore copies;

    @Inject
    private OwnRecords own;

    @Inject
    private CurrentActor actor;

    /** A sheet over a file of a record the actor may read. */
    MaskSheet get(UUID sheetId) {
        var sheet = store.find(sheetId).orElseThrow(() -> new RuleViolation(NO_SUCH_MASKS));
        own.get(sheet.recordId());
        return sheet;
    }

    /** A sheet on whose record the actor works. */
    MaskSheet getToWork(UUID sheetId, String deed) {
        var sheet = store.find(sheetId).orElseThrow(() -> new RuleViolation(NO_SUCH_MASKS));
        own.getToWork(sheet.recordId(), deed);
        return sheet;
    }

    /** The same, kept for this deed; refused if it is not the version that was seen. */
    MaskSheet lockToWork(UUID sheetId, long version, String deed) {
        getToWork(sheetId, deed);
        var sheet = store.lock(sheetId).orElseThrow(() -> new RuleViolation(NO_SUCH_MASKS));
        sheet.expect(version);
        return sheet;
    }

    /** The sheet as it is read, with what the actor may do. */
    MaskSheetView view(MaskSheet sheet, RecordLine record) {
        boolean work = own.mayWork(record);
        boolean fix = work && sheet.state() == MaskState.PROPOSED && !store.listHands(sheet.id()).contains(actor.get().id());
        return sheet.view(copies.find(sheet.id()), new MaskSheetView.Rights(work, fix));
    }
}
