package jp.yakuba.resident.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.resident.api.ProtectionBegan;
import jp.yakuba.resident.model.AddressPieces;
import jp.yakuba.resident.model.Protection;
import jp.yakuba.resident.store.LedgerStore;
import jp.yakuba.resident.store.ProtectionStore;
import jp.yakuba.resident.store.ShieldStore;

/** Enters a protection and tells the house, in one deed: nothing stays open that was written before it. */
@ApplicationScoped
public class ProtectionBell {
    @Inject
    private ProtectionStore protections;

    @Inject
    private ShieldStore shield;

    @Inject
    private LedgerStore ledger;

    @Inject
    private Event<ProtectionBegan> began;

    /** Lets one protection through at a time, and no deed beside it that asks who is protected. */
    void takeTurns() {
        shield.takeTurns();
    }

    /** Writes the protection; whoever closes something because of it does so before this returns. */
    void begin(Protection protection) {
        shield.takeTurns();
        protections.add(protection);
        protections.write();
        var near = shield.listEverNear(protection.persons());
        var ids = near.stream().filter(ProtectionBegan.Near::now).map(ProtectionBegan.Near::personId).collect(Collectors.<UUID>toSet());
        var homes = shield.listHomesOf(ids).stream().flatMap(AddressPieces::whichSay).toList();
        began.fire(new ProtectionBegan(protection.id(), near, ledger.listMovesInOf(withNeighbours(ids)), homes));
    }

    /** They, and whoever is or may be in one of their homes under another household: what tells where these live tells where they do. */
    private Set<UUID> withNeighbours(Set<UUID> persons) {
        var all = new HashSet<>(persons);
        shield.listNeighbours(persons).stream().filter(one -> one.dwelling().isSame(one.home())).forEach(one -> all.add(one.personId()));
        return all;
    }
}
