package jp.yakuba.exchange.api;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A service that this office offers to others; a domain that stands above the exchange gives it one, so that the exchange need not know it. */
public interface OfferedService {
    /** Its code; the word in heads and in rights. */
    String code();

    /** Versions of its form that are understood. */
    Set<Integer> versions();

    /** Whether a part can be taken; nothing is written down. Empty if it can. */
    Optional<Fault> judge(Offer offer);

    /** Where a letter with such a part, which was found to hold, belongs here, whatever its head names; empty if the head says it. */
    default Optional<Home> home(Offer offer) {
        return Optional.empty();
    }

    /**
     * True if its letters leave by rule, with no decision: the section that answers for them alone takes one back or orders it again, for nobody else
     * knows what must not be told any more.
     */
    default boolean isOfItsSection() {
        return false;
    }

    /**
     * Whether a letter of this office with such a part may leave still; asked again before each step, however long it has waited. One that may not is
     * taken back. What was told already is not asked about.
     */
    default boolean mayLeave(Leaving letter) {
        return true;
    }

    /** One that may not leave is taken back in this deed; whoever waits for it may be told otherwise, by another letter. */
    default void takenBack(Leaving letter) {}

    /**
     * What is about to leave.
     *
     * @param recordId the record as which it was sent
     * @param content its part for programs
     */
    record Leaving(UUID recordId, byte[] content) {}

    /**
     * Where letters of a service belong.
     *
     * @param section code of the section
     * @param readers who may read them and nobody else, whatever mark they bear; empty for those who keep the section's records
     * @param closed true if these alone may, though there be none
     */
    record Home(String section, Set<UUID> readers, boolean closed) {
        public Home {
            readers = Set.copyOf(readers);
        }
    }

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
