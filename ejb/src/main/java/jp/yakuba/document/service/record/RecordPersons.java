package jp.yakuba.document.service.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.audit.api.PersonsBehind;
import jp.yakuba.document.store.RecordStore;

/** Finds the persons of the ledger behind records, many at a time: the domain of what caused a record knows them. */
@ApplicationScoped
public class RecordPersons {
    private static final int AT_ONCE = 1000;

    @Inject
    private RecordStore records;

    @Inject
    private Event<PersonsBehind> question;

    /** The person by record; records behind which nobody of the ledger is are left out. */
    public Map<UUID, UUID> of(List<UUID> recordIds) {
        var persons = new HashMap<UUID, UUID>();
        for (int from = 0; from < recordIds.size(); from += AT_ONCE) {
            var part = recordIds.subList(from, Math.min(recordIds.size(), from + AT_ONCE));
            records.listCauses(part).forEach((type, causes) -> persons.putAll(told(type, causes)));
        }
        return persons;
    }

    /** The person by cause; causes behind which nobody of the ledger is are left out. */
    public Map<UUID, UUID> behind(String type, Collection<UUID> causes) {
        var asked = PersonsBehind.causes(type, causes);
        question.fire(asked);
        return asked.persons();
    }

    private Map<UUID, UUID> told(String type, Map<UUID, UUID> causes) {
        var asked = behind(type, causes.values());
        var persons = new HashMap<>(causes);
        persons.replaceAll((recordId, cause) -> asked.get(cause));
        persons.values().removeIf(java.util.Objects::isNull);
        return persons;
    }
}
