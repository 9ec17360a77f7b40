package jp.yakuba.resident.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.kernel.Role;
import jp.yakuba.resident.api.PersonNumberDesk;
import jp.yakuba.resident.store.LedgerStore;

/** Finds persons by their numbers for other desks. */
@Stateless
public class PersonNumberDeskBean implements PersonNumberDesk {
    private LedgerStore ledger;

    protected PersonNumberDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public PersonNumberDeskBean(LedgerStore ledger) {
        this.ledger = ledger;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Map<String, UUID> idsOf(Collection<String> numbers) {
        return numbers.isEmpty() ? Map.of() : ledger.listIdsByNumber(numbers);
    }
}
