package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.HIDDEN_WORDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.document.api.DisposalSheet;
import jp.yakuba.document.api.HoldView;
import jp.yakuba.document.api.ProtocolView;
import jp.yakuba.document.service.record.ShieldedRecords;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ShieldDesk;

/** Lists of disposal, protocols and holds as whoever acts may read them: a protected address (支援措置) in a reason is hidden. */
@ApplicationScoped
public class ShieldedDisposals {
    @Inject
    private ShieldedRecords shielded;

    DisposalSheet sheet(DisposalSheet sheet) {
        return shielded.hidden(List.of(sheet), DisposalSheet::words, DisposalSheet::withWords).get(0);
    }

    List<ProtocolView> protocols(List<ProtocolView> protocols) {
        return shielded.hidden(protocols, ProtocolView::words, ProtocolView::withWords);
    }

    List<HoldView> holds(List<HoldView> holds) {
        return shielded.hidden(holds, HoldView::words, HoldView::withWords);
    }

    /** A mark stands where a protected address was hidden: whoever saves it again would take the address out. */
    void requireNoMark(String reason) {
        if (reason != null && reason.contains(ShieldDesk.HIDDEN)) {
            throw new RuleViolation(HIDDEN_WORDS);
        }
    }
}
