package jp.yakuba.exchange.api;

import java.util.Optional;
import java.util.Set;

/** A service that this office offers to others; a domain that stands above the exchange gives it one, so that the exchange need not know it. */
public interface OfferedService {
    /** Its code; the word in heads and in rights. */
    String code();

    /** Versions of its form that are understood. */
    Set<Integer> versions();

    /** Whether a part can be taken; nothing is written down. Empty if it can. */
    Optional<Fault> judge(Offer offer);

    /**
     * What arrived.
     *
     * @param peer code of the office that sent it
     * @param version one of those that are understood
     */
    record Offer(String peer, int version, byte[] content) {}

    /** Why it is refused, and what exactly was wrong. */
    record Fault(ExchangeFault fault, String detail) {}
}
