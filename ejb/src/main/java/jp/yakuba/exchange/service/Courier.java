package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerLine.Reply;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.exchange.service.ParcelRound.Claimed;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.kernel.RuleViolation;

/**
 * Carries one message to its office, or one answer to its sender, over the line; what it talks about stands in
 * {@code config/docs/exchange.md}. It holds no transaction while it talks.
 */
@ApplicationScoped
public class Courier {
    private static final Logger LOG = System.getLogger(Courier.class.getName());
    private static final int CHUNK = Announcements.PIECE;
    private static final String XML = "application/xml";
    private static final String JSON = "application/json";
    private static final String CONTAINER = "application/vnd.etsi.asic-e+zip";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private ParcelRound round;

    @Inject
    private ParcelSealer sealer;

    @Inject
    private ArrivalRound arrivals;

    @Inject
    private PeerLine line;

    @Inject
    private PeerCapabilities capabilities;

    @Inject
    private Announcements announcements;

    @Inject
    private FileDesk files;

    @Inject
    private LettersAtHand letters;

    /** Moves the message on as far as it can now; whatever is in the way is written down, and it is tried again. */
    public void carry(Claimed claimed) {
        var id = claimed.parcel().id();
        try (var work = letters.begin()) {
            if (claimed.parcel().isWantedBack()) {
                takeBack(claimed);
            } else if (claimed.parcel().state() == ParcelState.ORDERED) {
                if (round.mayLeave(id) && sealer.seal(claimed)) {
                    sendSealed(round.read(id));
                }
            } else {
                send(claimed);
            }
        } catch (PeerUnreachable away) {
            LOG.log(Level.INFO, "The office {0} is not reached with message {1}: {2}", claimed.peer().code(), id, away.getMessage());
            round.postpone(id, ParcelRound.AWAY, Duration.ZERO);
        } catch (RuleViolation refused) {
            round.postpone(id, refused.problem().code(), Duration.ZERO);
        } catch (ContainerRefused unfit) {
            LOG.log(Level.ERROR, "No container can be made of message {0}: {1}", id, unfit.detail());
            round.giveUp(id, unfit.fault().code());
        } catch (RuntimeException | IOException broken) {
            LOG.log(Level.ERROR, "The message " + id + " does not leave", broken);
            round.postpone(id, broken.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    /** Making the container took a while: the letter may have been taken back or given up, or its office suspended. */
    private void sendSealed(Claimed claimed) throws PeerUnreachable, IOException {
        var parcel = claimed.parcel();
        if (parcel.isClaimed() && !parcel.isWantedBack() && claimed.peer().isActive()) {
            send(claimed);
        } else {
            round.release(parcel.id());
        }
    }

    /** Tells the peer that the message is taken back; what it has judged stays, and its answer is fetched. */
    private void takeBack(Claimed claimed) throws PeerUnreachable {
        var id = claimed.parcel().id();
        if (claimed.peer().collects()) {
            round.takenBackHere(id);
            return;
        }
        var told = ask(claimed, "DELETE", "/messages/" + id, Map.of(), null);
        var code = codeOf(told);
        if (told.status() == 200 || told.status() == 404 && ExchangeProblem.NO_SUCH_MESSAGE.code().equals(code)) {
            round.takenBack(id);
        } else if (told.status() == 409 && ExchangeProblem.NOT_IN_THIS_STATE.code().equals(code)) {
            answer(claimed, ask(claimed, "GET", "/messages/" + id + "/answer", Map.of(), null));
        } else {
            rejected(claimed, told);
        }
    }

    private void send(Claimed claimed) throws PeerUnreachable, IOException {
        var parcel = claimed.parcel();
        if (parcel.state() != ParcelState.HANDED_OVER && !round.mayLeave(parcel.id())) {
            round.release(parcel.id()); // taken back; if its office may have heard of it, that is told next
            return;
        }
        if (claimed.peer().collects()) {
            round.lie(parcel.id());
            return;
        }
        if (parcel.state() == ParcelState.HANDED_OVER) {
            answer(claimed, ask(claimed, "GET", "/messages/" + parcel.id() + "/answer", Map.of(), null));
            return;
        }
        capabilities.require(claimed.peer().code(), URI.create(claimed.peer().address()), parcel.service(), parcel.bytes(), CHUNK);
        if (parcel.bytes() > CHUNK) {
            sendPieces(claimed);
        } else if (offered(claimed)) {
            offeredAnswer(claimed, sendWhole(claimed));
        }
    }

    /** What the peer says to all of it. If it refuses the first time that it is offered, it cannot have it from an earlier time either. */
    private void offeredAnswer(Claimed claimed, Reply reply) {
        if (!claimed.parcel().isOffered() && reply.status() >= 400 && reply.status() < 500 && codeOf(reply).startsWith("EXC-")) {
            round.notTaken(claimed.parcel().id());
        }
        answer(claimed, reply);
    }

    private Reply sendWhole(Claimed claimed) throws PeerUnreachable, IOException {
        var parcel = claimed.parcel();
        byte[] content;
        try (var bytes = files.open(parcel.sha256())) {
            content = bytes.readAllBytes();
        }
        var place = claimed.place();
        var path = "/messages/" + parcel.id() + "?conversation=" + place.conversation() + "&sequence=" + place.sequence()
                + (place.previous() == null ? "" : "&previous=" + place.previous()) + "&service=" + parcel.service() + "&sha256=" + parcel.sha256();
        return ask(claimed, "PUT", path, Map.of("Content-Type", CONTAINER), content);
    }

    private void sendPieces(Claimed claimed) throws PeerUnreachable, IOException {
        var parcel = claimed.parcel();
        var opened = ask(claimed, "POST", "/messages", Map.of("Content-Type", JSON), announcement(claimed));
        if (opened.status() != 200 && opened.status() != 201) {
            rejected(claimed, opened);
            return;
        }
        var missing = missing(opened);
        try (var content = files.open(parcel.sha256())) {
            for (int number = 0; number < pieces(parcel); number++) {
                var piece = content.readNBytes(CHUNK);
                if (missing.contains(number) && !put(claimed, number, piece)) {
                    return;
                }
            }
        }
        if (offered(claimed)) {
            offeredAnswer(claimed, ask(claimed, "POST", "/messages/" + parcel.id() + "/complete", Map.of("Content-Type", JSON), new byte[0]));
        }
    }

    /** Written down before the peer has all of it, for its answer may be lost. */
    private boolean offered(Claimed claimed) {
        var id = claimed.parcel().id();
        if (!round.offer(id)) {
            round.release(id);
            return false;
        }
        return true;
    }

    private boolean put(Claimed claimed, int number, byte[] piece) throws PeerUnreachable {
        var id = claimed.parcel().id();
        var kept = ask(claimed, "PUT", "/messages/" + id + "/pieces/" + number, Map.of("Content-Type", "application/octet-stream"), piece);
        if (kept.status() != 204) {
            rejected(claimed, kept);
            return false;
        }
        if (!round.hold(id)) {
            round.release(id);
            return false;
        }
        return true;
    }

    private static int pieces(Parcel parcel) {
        return Math.toIntExact((parcel.bytes() + CHUNK - 1) / CHUNK);
    }

    private byte[] announcement(Claimed claimed) throws IOException {
        return Announcements.write(announcements.of(claimed.parcel(), claimed.place())).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Set<Integer> missing(Reply opened) {
        var missing = new HashSet<Integer>();
        var json = json(opened);
        JsonArray numbers = json == null ? null : json.getJsonArray("missing");
        if (numbers != null) {
            numbers.getValuesAs(JsonNumber.class).forEach(number -> missing.add(number.intValue()));
        }
        return missing;
    }

    /** What the peer says after it has all of it: an answer, or that it will come. */
    private void answer(Claimed claimed, Reply reply) {
        var id = claimed.parcel().id();
        if (reply.status() == 200 && reply.mediaType().startsWith(XML)) {
            round.answered(id, reply.body());
        } else if (reply.status() == 200 || reply.status() == 202) {
            round.handedOver(id);
        } else {
            rejected(claimed, reply);
        }
    }

    /** The peer does not take it now, or never will. */
    private void rejected(Claimed claimed, Reply reply) {
        var id = claimed.parcel().id();
        var code = codeOf(reply);
        LOG.log(Level.WARNING, "The office {0} does not take message {1}: {2}", claimed.peer().code(), id, code);
        if (ExchangeProblem.DIFFERENT_CONTENT.code().equals(code) || ExchangeProblem.PLACE_TAKEN.code().equals(code)) {
            round.giveUp(id, code);
        } else {
            round.postpone(id, code, retryAfter(reply));
        }
    }

    /** The code of a refusal, or its status in HTTP. */
    static String codeOf(Reply reply) {
        var json = json(reply);
        var type = json == null ? "" : json.getString("type", "");
        var code = type.substring(type.lastIndexOf(':') + 1);
        return code.matches("[A-Za-z0-9-]{1,40}") ? code : "HTTP-" + reply.status();
    }

    private static JsonObject json(Reply reply) {
        if (!reply.mediaType().contains("json")) {
            return null;
        }
        try (var reader = Json.createReader(new ByteArrayInputStream(reply.body()))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException | ClassCastException unreadable) {
            return null;
        }
    }

    private static Duration retryAfter(Reply reply) {
        var seconds = reply.headers().getOrDefault("retry-after", "0");
        return seconds.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    /** Brings an answer to the office that waits for it. */
    public void bring(Arrival arrival, URI address) {
        var key = arrival.key();
        var answer = arrival.answer();
        try {
            var reply = line.ask(new PeerLine.Request(key.peer(), "PUT", URI.create(address + "/answers/" + key.id()),
                    Map.of("Content-Type", XML), () -> new ByteArrayInputStream(answer), answer.length, PATIENCE));
            if (reply.status() == 204 || reply.status() == 200) {
                arrivals.answerTaken(key, answer);
                return;
            }
            LOG.log(Level.WARNING, "The office {0} does not take the answer to {1}: {2}", key.peer(), key.id(), codeOf(reply));
        } catch (PeerUnreachable away) {
            LOG.log(Level.INFO, "The office {0} is not reached with the answer to {1}: {2}", key.peer(), key.id(), away.getMessage());
        }
        arrivals.answerMustWait(key, answer);
    }

    private Reply ask(Claimed claimed, String method, String path, Map<String, String> headers, byte[] body) throws PeerUnreachable {
        PeerLine.Body content = body == null ? null : () -> new ByteArrayInputStream(body);
        return line.ask(new PeerLine.Request(claimed.peer().code(), method, URI.create(claimed.peer().address() + path), headers, content,
                body == null ? 0 : body.length, PATIENCE));
    }
}
