package jp.yakuba.document.service.drafting;

import static jp.yakuba.document.api.DocumentProblem.HIDDEN_WORDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import jp.yakuba.document.api.DraftLine;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.service.record.ShieldedRecords;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ShieldDesk;

/**
 * Drafts as whoever acts may read them: a protected address (支援措置) is hidden, to writers too unless it was released to them. What
 * is hidden is not written over: whoever saves the mark that stands for it would take the address out without knowing.
 */
@ApplicationScoped
public class ShieldedDrafts {
    @Inject
    private ShieldDesk shield;

    @Inject
    private ShieldedRecords shielded;

    /** What the version says. */
    public DraftVersion.Words words(DraftVersion version) {
        var words = version.words();
        var read = shield.hide(words.texts());
        return read.equals(words.texts()) ? words : words.withTexts(read.iterator());
    }

    /** The sheet with what stands around its text. */
    DraftSheet sheet(DraftSheet sheet) {
        return shielded.hidden(List.of(sheet), DraftSheet::wordsAround, DraftSheet::withWordsAround).get(0);
    }

    /** A page of a list. */
    Page<DraftLine> lines(Page<DraftLine> page) {
        return new Page<>(shielded.hidden(page.rows(), DraftLine::words, DraftLine::withWords), page.total(), page.request());
    }

    /** Refuses words with a mark in them that stands for an address of the version before. */
    void requireNothingLost(DraftVersion before, DraftVersion.Words next) {
        boolean marked = next.texts().stream().filter(Objects::nonNull).anyMatch(text -> text.contains(ShieldDesk.HIDDEN));
        if (marked && !shield.hide(before.words().texts()).equals(before.words().texts())) {
            throw new RuleViolation(HIDDEN_WORDS);
        }
    }
}
