package jp.yakuba.document.service.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.UUID;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.model.record.NamedReader;
import jp.yakuba.document.model.record.RecordLife;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;

/** Names who reads the records that come of a confidential draft (秘密文書), so that nobody loses what is theirs and nobody else gains it. */
@ApplicationScoped
public class DraftReaders {
    @Inject
    private LifeStore lives;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** True if the draft is confidential, or the record it became is so today. */
    public boolean isClosed(WorkingDraft draft) {
        return draft.isConfidential() || draft.recordId() != null && lives.find(draft.recordId()).filter(RecordLife::isConfidential).isPresent();
    }

    /** Its writers, the readers of what caused it or of its own record, and whoever acts now read the record; nothing for an open draft. */
    public void follow(WorkingDraft draft, UUID recordId) {
        if (!isClosed(draft)) {
            return;
        }
        var names = new LinkedHashMap<UUID, String>();
        draft.drafters().forEach(one -> names.put(one.staffId(), one.name()));
        addReadersOf(draft.causingRecord(), names);
        addReadersOf(draft.recordId(), names);
        if (actor.get().id() != null) {
            names.putIfAbsent(actor.get().id(), actor.get().name());
        }
        var now = clock.now();
        names.forEach((id, name) -> lives.add(NamedReader.of(recordId, id, name, now)));
    }

    private void addReadersOf(UUID recordId, LinkedHashMap<UUID, String> names) {
        if (recordId != null) {
            lives.listReaders(recordId).forEach(one -> names.putIfAbsent(one.staffId(), one.view().name()));
        }
    }
}
