package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DISPOSAL;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DOSSIER;
import static jp.yakuba.document.api.DocumentProblem.UNDECIDED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DisposalSheet;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.disposal.Disposal;
import jp.yakuba.document.model.disposal.DisposalItem;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.disposal.DisposalStore;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.RuleViolation;

/** The steps of a list of disposal, once it is known that they may be taken: each is written into the histories of list and files. */
@ApplicationScoped
public class DisposalSteps {
    @Inject
    private DisposalStore store;

    @Inject
    private DisposalReach reach;

    @Inject
    private DisposalRound round;

    @Inject
    private RecordHistory history;

    @Inject
    private ShieldedDisposals shielded;

    @Inject
    private DisposalNotes notes;

    /** A list that the actor may see, whole. */
    DisposalSheet sheet(UUID id) {
        var line = store.findLine(id, reach.reader()).orElseThrow(() -> new RuleViolation(NO_SUCH_DISPOSAL));
        var list = store.find(id).orElseThrow(() -> new RuleViolation(NO_SUCH_DISPOSAL));
        return shielded.sheet(new DisposalSheet(line, list.version(), list.hands(), list.remark(), store.listItems(id, notes.today()),
                history.of(id), reach.rights(list)));
    }

    /** A list that the actor may see, locked until the deed ends; asking for another is written down. */
    Disposal lock(UUID id, String deed) {
        if (store.findLine(id, reach.reader()).isEmpty()) {
            throw notes.refused(deed, "disposal", id, NO_SUCH_DISPOSAL);
        }
        return store.lock(id).orElseThrow(() -> new RuleViolation(NO_SUCH_DISPOSAL));
    }

    /** A file of the list. */
    DisposalItem item(Disposal list, UUID dossierId) {
        return store.lockItem(list.id(), dossierId).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
    }

    /** The files of the list, which is locked itself. */
    Map<UUID, DisposalItem> items(Disposal list) {
        return store.listItems(list.id()).stream().collect(Collectors.toMap(DisposalItem::dossierId, item -> item));
    }

    /** Files of the sections that can be put on a list. */
    List<UUID> due(List<String> within, int most) {
        return store.listDue(within, notes.today(), most);
    }

    /** A new list of the files. */
    UUID draw(String section, List<UUID> dossiers) {
        var list = Disposal.made(section, FiscalYear.of(notes.today()), notes.actor(), notes.now());
        store.add(list);
        store.write();
        dossiers.forEach(dossier -> {
            store.add(DisposalItem.of(list.id(), dossier));
            notes.step(dossier, RecordEventKind.LISTED, Map.of("list", list.id()));
        });
        store.write();
        notes.step(list.id(), RecordEventKind.LISTED, Map.of("section", section, "files", dossiers.size()));
        notes.changed("document.disposal.draw", "disposal", list.id(), dossiers.size() + " files");
        return list.id();
    }

    void changed(Disposal list, String deed, int files) {
        store.touch(list);
        notes.changed(deed, "disposal", list.id(), files + " files");
    }

    /** Passes it on, once everything is said that the step has to say. */
    void pass(Disposal list) {
        var items = store.listItems(list.id()).stream().filter(DisposalItem::isOpen).toList();
        boolean appraising = list.state() == DisposalState.APPRAISING;
        long undecided = items.stream().filter(item -> item.isUndecided(appraising)).count();
        if (undecided > 0) {
            throw new RuleViolation(UNDECIDED, undecided);
        }
        var passed = list.pass(notes.actor(), notes.now());
        var kind = switch (passed) {
            case APPRAISING -> RecordEventKind.APPRAISED;
            case CONFIRMING -> RecordEventKind.CONFIRMED;
            default -> RecordEventKind.CHECKED;
        };
        items.forEach(item -> notes.step(item.dossierId(), kind, facts(list, item, kind)));
        notes.step(list.id(), kind, Map.of("step", passed));
        notes.changed("document.disposal.pass", "disposal", list.id(), passed.name());
        round.finishIfDone(list);
    }

    private static Map<String, Object> facts(Disposal list, DisposalItem item, RecordEventKind kind) {
        var facts = new TreeMap<String, Object>(Map.of("list", list.id()));
        if (kind != RecordEventKind.CHECKED) {
            facts.put("fate", item.fate()); // before that the archive has not chosen
        }
        if (item.choiceReason() != null || item.verdictReason() != null) {
            facts.put("reason", item.choiceReason() == null ? item.verdictReason() : item.choiceReason());
        }
        return facts;
    }

    void giveBack(Disposal list, String why) {
        var step = list.giveBack(why);
        notes.step(list.id(), RecordEventKind.RETURNED, Map.of("step", step, "reason", why));
        notes.changed("document.disposal.give-back", "disposal", list.id(), why);
    }

    /** Calls the whole list off; what is gone stays gone. */
    void callOff(Disposal list, String why) {
        list.callOff(why);
        store.listItems(list.id()).stream().filter(DisposalItem::isOpen).forEach(item -> takeOff(list, item, why));
        notes.step(list.id(), RecordEventKind.CALLED_OFF, Map.of("reason", why));
        notes.changed("document.disposal.call-off", "disposal", list.id(), why);
    }

    /** Takes one file off. */
    void callOff(Disposal list, DisposalItem item, String why) {
        takeOff(list, item, why);
        store.touch(list);
        notes.changed("document.disposal.call-off", "dossier", item.dossierId(), why);
        round.finishIfDone(list);
    }

    private void takeOff(Disposal list, DisposalItem item, String why) {
        item.callOff(why, notes.now());
        notes.step(item.dossierId(), RecordEventKind.CALLED_OFF, Map.of("list", list.id(), "reason", why));
    }
}
