package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells which persons of the ledger bear numbers of the office (宛名番号). It says nothing else of them; only other desks ask. */
@Local
public interface PersonNumberDesk {
    /** Ids by number, many at a time; numbers that nobody bears are left out. */
    Map<String, UUID> idsOf(Collection<String> numbers);
}
