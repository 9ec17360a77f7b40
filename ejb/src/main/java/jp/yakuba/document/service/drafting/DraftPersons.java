package jp.yakuba.document.service.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.PersonsBehind;
import jp.yakuba.document.service.record.RecordPersons;
import jp.yakuba.document.store.dispatch.DispatchStore;
import jp.yakuba.document.store.drafting.DraftingStore;

/**
 * Tells which persons of the ledger are behind drafts and behind what was sent out from them: whoever is behind the record that
 * caused a draft, and the first recipient of a letter.
 */
@ApplicationScoped
public class DraftPersons {
    @Inject
    private DraftingStore drafts;

    @Inject
    private DispatchStore dispatches;

    @Inject
    private RecordPersons persons;

    void asked(@Observes PersonsBehind question) {
        if (DraftBook.SUBJECT.equals(question.causeType())) {
            of(question.causes()).forEach(question::tell);
        } else if (DispatchStore.CAUSE.equals(question.causeType())) {
            tellRecipients(question);
        }
    }

    private Map<UUID, UUID> of(Set<UUID> draftIds) {
        var records = drafts.listCausingRecords(draftIds);
        var behind = persons.of(List.copyOf(new HashSet<>(records.values())));
        var found = new HashMap<UUID, UUID>();
        records.forEach((draft, record) -> {
            if (behind.containsKey(record)) {
                found.put(draft, behind.get(record));
            }
        });
        return found;
    }

    private void tellRecipients(PersonsBehind question) {
        var sent = dispatches.listOfCauses(question.causes());
        var behind = of(new HashSet<>(sent.values().stream().map(DispatchStore.Sent::draftId).toList()));
        sent.forEach((cause, one) -> {
            var person = one.personId() == null ? behind.get(one.draftId()) : one.personId();
            if (person != null) {
                question.tell(cause, person);
            }
        });
    }
}
