package jp.yakuba.document.service.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.FoundRecord;
import jp.yakuba.document.api.FoundRecords;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.model.search.Question;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.store.record.SearchStore;
import jp.yakuba.document.store.search.IndexStore;
import jp.yakuba.resident.api.ShieldDesk;

/**
 * Finds records part by part. Who may read is in the question to the database; the words are then looked for once more in what the
 * reader may read of each record, so that a word that only a protected address holds finds nothing, whatever stands around it.
 */
@ApplicationScoped
public class RecordSearch {
    /** So many parts are looked through for one answer; whoever asks on goes on behind them. */
    private static final int MOST_PARTS = 40;

    @Inject
    private SearchStore store;

    @Inject
    private IndexStore index;

    @Inject
    private OwnRecords own;

    @Inject
    private ShieldDesk shield;

    /** The next records that fit. */
    FoundRecords find(RecordQuery query, UUID behind, int size) {
        var question = Question.of(query.words());
        var reader = own.reader();
        var found = new ArrayList<FoundRecord>();
        var last = behind;
        for (int part = 0; part < MOST_PARTS; part++) {
            var lines = store.listNext(query, question, reader, last, size + 1);
            for (var one : readable(lines, question)) {
                if (found.size() == size) {
                    return new FoundRecords(found, found.get(size - 1).line().id());
                }
                found.add(one);
            }
            if (lines.size() <= size) {
                return new FoundRecords(found, null);
            }
            last = lines.get(lines.size() - 1).id();
        }
        return new FoundRecords(found, last);
    }

    /** The records as the reader may read them, without those in which the words stand no more then. */
    private List<FoundRecord> readable(List<RecordLine> lines, Question question) {
        var candidates = candidates(lines);
        var words = new ArrayList<String>();
        candidates.forEach(one -> words.addAll(one.words()));
        var hidden = shield.hide(words).iterator();
        var found = new ArrayList<FoundRecord>();
        for (var one : candidates) {
            one.withWords(hidden).found(question).ifPresent(found::add);
        }
        return found;
    }

    private List<Candidate> candidates(List<RecordLine> lines) {
        Map<UUID, List<Candidate.Text>> texts = new HashMap<>();
        for (var row : index.listTexts(lines.stream().map(RecordLine::id).toList())) {
            texts.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                    .add(new Candidate.Text((String) row[2], (String) row[3], (String) row[4]));
        }
        return lines.stream().map(line -> new Candidate(line, texts.getOrDefault(line.id(), List.of()))).toList();
    }
}
