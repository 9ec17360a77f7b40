package jp.yakuba.document.service.masking;

import static jp.yakuba.document.api.DocumentProblem.ADDRESS_UNMASKED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.document.model.masking.MaskSheet;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.resident.api.ShieldDesk;

/**
 * Looks whether a protected address (支援措置) would stay readable: the text that no mask covers is compared with the ledger as it is now,
 * before a sheet is fixed and each time its copy is handed out. What stands in pictures no program compares.
 */
@ApplicationScoped
public class MaskAddresses {
    @Inject
    private MaskSources sources;

    @Inject
    private ShieldDesk shield;

    @Inject
    private OwnRecords own;

    /** Refuses, and writes down, a sheet that would let a protected address out. */
    void requireCovered(MaskSheet sheet, String deed) {
        var pages = sources.read(sheet.source(), open -> ReadableText.of(open, sheet::placesOn));
        var texts = pages.stream().flatMap(List::stream).toList();
        var told = shield.hideFromAll(texts);
        int at = 0;
        for (int page = 0; page < pages.size(); page++) {
            for (var text : pages.get(page)) {
                if (!text.equals(told.get(at++))) {
                    throw own.refused(sheet.recordId(), ADDRESS_UNMASKED, deed, page + 1);
                }
            }
        }
    }
}
