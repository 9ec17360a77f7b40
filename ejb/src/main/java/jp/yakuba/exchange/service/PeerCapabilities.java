package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.NOT_OFFERED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.yakuba.exchange.api.Capability;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** What peers say they can do, asked before the first message and again when their word has ended; who says nothing is tried. */
@ApplicationScoped
public class PeerCapabilities {
    private static final Logger LOG = System.getLogger(PeerCapabilities.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration SILENT_FOR = Duration.ofMinutes(10);
    /** A signature that lies further ahead is refused. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private PeerLine line;
    private OfficeClock clock;

    protected PeerCapabilities() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public PeerCapabilities(PeerLine line, OfficeClock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** What a peer said, and until when it counts. */
    private record Kept(URI address, Optional<Capability> said, Instant until) {}

    /**
     * Refuses to send what the peer says that it does not take; nothing is lost, the message waits.
     *
     * @param peer code of the office
     * @param address where its exchange is
     * @param piece how large the pieces are
     */
    public void require(String peer, URI address, String service, long bytes, int piece) throws PeerUnreachable {
        var said = of(peer, address);
        if (said.isPresent() && !said.get().takes(service, bytes, (int) Math.min(piece, Math.max(1, bytes)))) {
            throw new RuleViolation(NOT_OFFERED, service, bytes);
        }
    }

    private Optional<Capability> of(String peer, URI address) throws PeerUnreachable {
        var now = clock.now();
        var known = kept.get(peer);
        if (known == null || !known.address().equals(address) || !known.until().isAfter(now)) {
            known = ask(peer, address, now);
            kept.put(peer, known);
        }
        return known.said();
    }

    private Kept ask(String peer, URI address, Instant now) throws PeerUnreachable {
        var reply = line.ask(new PeerLine.Request(peer, "GET", URI.create(address + "/capability"), Map.of(), null, 0, PATIENCE));
        var said = reply.status() == 200 ? CapabilityJson.read(reply.body()).filter(word -> word.office().equals(peer)) : Optional.<Capability>empty();
        if (said.isEmpty()) {
            return new Kept(address, said, now.plus(SILENT_FOR));
        }
        if (!said.get().versions().contains(Capability.VERSION)) {
            LOG.log(Level.WARNING, "The office {0} speaks versions {1} of the exchange alone", peer, said.get().versions());
        }
        if (Duration.between(said.get().now(), now).abs().compareTo(CLOCKS_DIFFER) > 0) {
            LOG.log(Level.WARNING, "The clock of the office {0} says {1}, ours {2}: signatures may be refused", peer, said.get().now(), now);
        }
        return new Kept(address, said, end(said.get(), now));
    }

    /** Their word counts for as long as they say by their own clock, within reason. */
    private static Instant end(Capability said, Instant now) {
        var life = Duration.between(said.now(), said.until());
        return now.plus(life.compareTo(SHORTEST) < 0 ? SHORTEST : life.compareTo(LONGEST) > 0 ? LONGEST : life);
    }
}
