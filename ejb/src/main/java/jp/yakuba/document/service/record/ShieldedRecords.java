package jp.yakuba.document.service.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.yakuba.document.api.ReadingLine;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.kernel.Page;
import jp.yakuba.resident.api.ShieldDesk;

/**
 * Records as whoever acts may read them: a protected address (支援措置) in words of others is hidden. The ledger is asked once for
 * everything that leaves together.
 */
@ApplicationScoped
public class ShieldedRecords {
    @Inject
    private ShieldDesk shield;

    /** A page of a register. */
    Page<RecordLine> lines(Page<RecordLine> page) {
        return new Page<>(lines(page.rows()), page.total(), page.request());
    }

    /** Lines of a register. */
    List<RecordLine> lines(List<RecordLine> lines) {
        return hidden(lines, RecordLine::words, RecordLine::withWords);
    }

    /** A page of what was given to be read. */
    Page<ReadingLine> readings(Page<ReadingLine> page) {
        return new Page<>(hidden(page.rows(), ReadingLine::words, ReadingLine::withWords), page.total(), page.request());
    }

    /** Everything about a record. */
    RecordSheet sheet(RecordSheet sheet) {
        return hidden(List.of(sheet), RecordSheet::words, RecordSheet::withWords).get(0);
    }

    /** Whatever has words of people in it, as the actor may read them. */
    public <T> List<T> hidden(List<T> all, Function<T, List<String>> words, BiFunction<T, Iterator<String>, T> with) {
        var texts = new ArrayList<String>();
        all.forEach(one -> texts.addAll(words.apply(one)));
        var readable = shield.hide(texts).iterator();
        return all.stream().map(one -> with.apply(one, readable)).toList();
    }
}
