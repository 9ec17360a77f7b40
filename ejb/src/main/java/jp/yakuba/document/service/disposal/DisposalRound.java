package jp.yakuba.document.service.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.document.api.DisposalItemState;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.disposal.Disposal;
import jp.yakuba.document.model.disposal.DisposalHand;
import jp.yakuba.document.model.disposal.DisposalItem;
import jp.yakuba.document.model.disposal.DisposalItem.Fate;
import jp.yakuba.document.model.disposal.Protocol;
import jp.yakuba.document.store.disposal.CalendarStore;
import jp.yakuba.document.store.disposal.DisposalStore;
import jp.yakuba.document.store.filing.FilingPlanStore;

/** Brings files of confirmed lists to their end, each in a deed of its own: a round that is cut off goes on where it was. */
@ApplicationScoped
public class DisposalRound {
    /** A file that failed is tried again after the others. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    @Inject
    private DisposalStore store;

    @Inject
    private FilingPlanStore plan;

    @Inject
    private CalendarStore calendar;

    @Inject
    private Ending ending;

    @Inject
    private DisposalNotes notes;

    /** The next file that can come to its end; empty if there is none. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<DisposalItem.Place> claim() {
        return store.claim(notes.today(), notes.now(), notes.now().minus(PAUSE));
    }

    /** Brings it there, whole or not at all. */
    @Transactional(TxType.REQUIRES_NEW)
    public void end(DisposalItem.Place place) {
        var list = store.lock(place.disposalId()).filter(one -> one.state() == DisposalState.CONFIRMED);
        var item = store.lockItem(place.disposalId(), place.dossierId()).filter(DisposalItem::isOpen);
        if (list.isEmpty() || item.isEmpty()) {
            return; // called off meanwhile
        }
        if (item.get().fate() == Fate.EXTEND) {
            extend(list.get(), item.get());
        } else if (item.get().fate() == Fate.DESTROY) {
            ending.end(list.get(), item.get(), new Ending.Ground(Protocol.Kind.DESTRUCTION, reason(item.get()), null));
        }
        finishIfDone(list.get());
    }

    /** Why it goes: its period is over, and what section and archivist have said. */
    static String reason(DisposalItem item) {
        return Stream.of("保存期間の満了", item.verdictReason(), item.choiceReason())
                .filter(words -> words != null && !words.isBlank()).collect(Collectors.joining("。"));
    }

    private void extend(Disposal list, DisposalItem item) {
        plan.lock(item.dossierId()).ifPresent(dossier -> {
            var before = dossier.retentionUntil();
            var until = dossier.extend(item.years());
            calendar.addExtension(dossier.id(), before, until, item.verdictReason(),
                    new DisposalHand(list.confirmed().by(), list.confirmed().name(), notes.now()));
            item.end(DisposalItemState.EXTENDED, null, notes.now());
            notes.step(dossier.id(), RecordEventKind.EXTENDED, Map.of("until", until, "reason", item.verdictReason()));
            notes.changed("document.retention.extend", "dossier", dossier.id(), item.verdictReason());
        });
    }

    /** The list is done once every file of it came to its end. */
    void finishIfDone(Disposal list) {
        store.write();
        if (!store.hasOpen(list.id())) {
            list.finish();
        }
    }
}
