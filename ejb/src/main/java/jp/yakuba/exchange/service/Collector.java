package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.SERVICE_NOT_ALLOWED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.WaitingDesk;
import jp.yakuba.exchange.api.WaitingDesk.Waiting;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerLine.Reply;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.exchange.model.ArrivalKey;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.kernel.HouseJson;
import jp.yakuba.kernel.RuleViolation;

/**
 * Goes to an office that cannot call this one and brings home what waits there. It holds no transaction while it talks; what breaks off goes on
 * with the pieces that are missing, and nothing is said to be kept before all of it is.
 */
@ApplicationScoped
public class Collector {
    private static final Logger LOG = System.getLogger(Collector.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_A_TIME = 20;
    private static final Set<ArrivalState> KEPT = EnumSet.of(ArrivalState.STORED, ArrivalState.ACCEPTED, ArrivalState.REFUSED);

    private PeerLine line;
    private ArrivalIntake intake;
    private CollectRound round;
    private Announcements announcements;

    protected Collector() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public Collector(PeerLine line, ArrivalIntake intake, CollectRound round, Announcements announcements) {
        this.line = line;
        this.intake = intake;
        this.round = round;
        this.announcements = announcements;
    }

    /** Brings home what waits at the office, some at a time; how many messages that were. */
    public int collect(Peer peer) {
        int brought = 0;
        try {
            UUID after = null;
            do {
                var waiting = list(peer, after);
                for (var one : waiting) {
                    round.hold(peer);
                    brought += !isSettled(peer, one) && bring(peer, one.id()) ? 1 : 0;
                    if (brought == AT_A_TIME) {
                        return brought; // there are answers to bring and letters to send in between
                    }
                }
                after = waiting.size() < WaitingDesk.MOST ? null : waiting.get(waiting.size() - 1).id();
            } while (after != null);
        } catch (PeerUnreachable away) {
            LOG.log(Level.INFO, "The office {0} is not reached to collect what waits there: {1}", peer.code(), away.getMessage());
        }
        return brought;
    }

    private boolean isSettled(Peer peer, Waiting one) {
        return one.kept() && intake.isSettled(new ArrivalKey(peer.code(), one.id()));
    }

    private boolean bring(Peer peer, UUID id) throws PeerUnreachable {
        try {
            var transfer = announcements.read(ask(peer, "GET", "/waiting/" + id, Announcements.LARGEST).body()).filter(said -> said.id().equals(id));
            if (transfer.isEmpty()) {
                LOG.log(Level.WARNING, "What the office {0} says of message {1} cannot be read", peer.code(), id);
                return false;
            }
            if (!peer.mayUse(transfer.get().service())) {
                throw new RuleViolation(SERVICE_NOT_ALLOWED, transfer.get().service());
            }
            return take(peer, transfer.get());
        } catch (RuleViolation refused) {
            LOG.log(Level.WARNING, "Message {0} of the office {1} is not taken: {2}", id, peer.code(), refused.problem().code());
            return false;
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "Message " + id + " of the office " + peer.code() + " cannot be collected", broken);
            return false;
        }
    }

    private boolean take(Peer peer, OpenTransfer transfer) throws PeerUnreachable {
        var key = new ArrivalKey(peer.code(), transfer.id());
        var kept = intake.open(peer, transfer);
        boolean fresh = kept.state() == ArrivalState.RECEIVING;
        for (int number : kept.missing()) {
            round.hold(peer);
            var piece = ask(peer, "GET", "/waiting/" + transfer.id() + "/pieces/" + number, transfer.sizeOf(number) + 1);
            if (piece.status() != 200) {
                return false;
            }
            intake.put(key, number, piece.body());
        }
        if (!fresh && !KEPT.contains(kept.state()) || ask(peer, "PUT", "/waiting/" + transfer.id() + "/kept", 0).status() != 204) {
            return false; // taken back, here or there: nobody judges it
        }
        if (fresh) {
            intake.complete(key);
        } else {
            intake.isSettled(key);
        }
        return fresh;
    }

    private List<Waiting> list(Peer peer, UUID after) throws PeerUnreachable {
        var reply = ask(peer, "GET", "/waiting" + (after == null ? "" : "?after=" + after), Announcements.LARGEST);
        var found = new ArrayList<Waiting>();
        if (reply.status() != 200) {
            LOG.log(Level.WARNING, "The office {0} does not say what waits there: {1}", peer.code(), reply.status());
            return found;
        }
        try (var reader = HouseJson.JSON.createReader(new ByteArrayInputStream(reply.body()))) {
            reader.readObject().getJsonArray("messages").getValuesAs(JsonObject.class).stream().limit(WaitingDesk.MOST)
                    .forEach(one -> found.add(new Waiting(UUID.fromString(one.getString("id")), 0, one.getBoolean("kept", false))));
            round.answered(peer);
        } catch (JsonException | IllegalStateException | IllegalArgumentException | ClassCastException | NullPointerException unfit) {
            LOG.log(Level.WARNING, "What the office {0} says of what waits there cannot be read", peer.code());
        }
        return found;
    }

    private Reply ask(Peer peer, String method, String path, int most) throws PeerUnreachable {
        return line.ask(new PeerLine.Request(peer.code(), method, URI.create(peer.address() + path), Map.of(), null, 0, PATIENCE, most));
    }
}
