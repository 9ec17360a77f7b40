package jp.yakuba.audit.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/**
 * Asks which persons of the ledger are behind causes, so that a look at what an application caused stands under its applicant.
 * The domain of the causes answers as it knows them today: nobody keeps a copy, for an applicant may come into the ledger later.
 *
 * @param causeType what the causes are, such as {@code application}
 * @param causes their ids
 * @param persons those that somebody has told, by cause
 */
public record PersonsBehind(String causeType, Set<UUID> causes, Map<UUID, UUID> persons) implements DomainEvent {
    /** Nobody has answered yet. */
    public static PersonsBehind causes(String causeType, Collection<UUID> causes) {
        return new PersonsBehind(causeType, Set.copyOf(causes), new HashMap<>());
    }

    /** Says who is behind a cause. */
    public void tell(UUID cause, UUID person) {
        persons.put(cause, person);
    }
}
