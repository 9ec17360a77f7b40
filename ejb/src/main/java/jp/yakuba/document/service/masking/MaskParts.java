package jp.yakuba.document.service.masking;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_FILE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.MaskClause;
import jp.yakuba.document.api.MaskSheetView;
import jp.yakuba.document.api.WaitingMasks;
import jp.yakuba.document.model.masking.MaskSheet;
import jp.yakuba.document.service.record.ShieldedRecords;
import jp.yakuba.document.store.masking.MaskCopyStore;
import jp.yakuba.document.store.masking.MaskStore.MaskedFile;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.RuleViolation;

/** What is shown around masks, for those who were let in already: pages, clauses, the copy. */
@ApplicationScoped
public class MaskParts {
    @Inject
    private MaskSources sources;

    @Inject
    private MaskPictures pictures;

    @Inject
    private MaskClauses clauses;

    @Inject
    private MaskCopyStore copies;

    @Inject
    private FileDesk files;

    @Inject
    private ShieldedRecords shielded;

    boolean shows(MaskedFile file) {
        return sources.shows(file);
    }

    List<MaskClause> clauses() {
        return clauses.list();
    }

    /** Sheets as whoever acts may read them. */
    List<MaskSheetView> shielded(List<MaskSheetView> sheets) {
        return shielded.hidden(sheets, MaskSheetView::words, MaskSheetView::withWords);
    }

    /** Sheets that wait, as whoever acts may read them. */
    Page<WaitingMasks> shielded(Page<WaitingMasks> waiting) {
        return new Page<>(shielded.hidden(waiting.rows(), WaitingMasks::words, WaitingMasks::withWords), waiting.total(), waiting.request());
    }

    InputStream page(MaskSheet sheet, int page, boolean covered) {
        return pictures.page(sheet, page, covered);
    }

    /** The copy that is given; refused if there is none. */
    InputStream copy(MaskSheet sheet) {
        var copy = copies.find(sheet.id());
        if (copy.sha256() == null) {
            throw new RuleViolation(NO_SUCH_FILE);
        }
        return files.open(copy.sha256());
    }
}
