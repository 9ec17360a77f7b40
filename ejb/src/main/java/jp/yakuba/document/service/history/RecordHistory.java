package jp.yakuba.document.service.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.HistoryBreak;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.model.history.HistoryEnd;
import jp.yakuba.document.model.history.HistoryWalk;
import jp.yakuba.document.model.history.Payload;
import jp.yakuba.document.model.history.RecordEvent;
import jp.yakuba.document.store.HistoryStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;

/**
 * Writes what happens to records, drafts and dossiers, in the caller's transaction: the deed and its step stand or fall
 * together. Two deeds on one record wait for each other.
 */
@ApplicationScoped
public class RecordHistory {
    @Inject
    private HistoryStore store;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Notes the first step of something that this deed has made. */
    public RecordEventLine begin(UUID recordId, RecordEventKind kind, Payload payload) {
        var first = step(HistoryEnd.beforeTheFirst(), recordId, kind, payload);
        store.begin(first);
        return first.line();
    }

    /** Notes what happened; the payload holds ids, numbers and hashes, never personal data. */
    public RecordEventLine note(UUID recordId, RecordEventKind kind, Payload payload) {
        var next = step(store.lockEnd(recordId), recordId, kind, payload);
        store.add(next);
        return next.line();
    }

    /** Notes what happened with plain facts by name; one that is null is left out. */
    public RecordEventLine note(UUID recordId, RecordEventKind kind, Map<String, ?> facts) {
        return note(recordId, kind, Payload.of(facts));
    }

    /** What happened so far, from the first step. */
    public List<RecordEventLine> of(UUID recordId) {
        return store.list(recordId).stream().map(RecordEvent::line).toList();
    }

    /** The first step that does not hold; empty if the whole history does. */
    public Optional<HistoryBreak> verify(UUID recordId) {
        var walk = new HistoryWalk(recordId);
        store.list(recordId).forEach(walk::step);
        return Optional.ofNullable(walk.end(store.findEnd(recordId).orElse(null)).firstBreak());
    }

    private RecordEvent step(HistoryEnd end, UUID recordId, RecordEventKind kind, Payload payload) {
        return RecordEvent.after(end, recordId, kind, payload, actor.get(), clock.now());
    }
}
