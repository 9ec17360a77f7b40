package jp.yakuba.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.TransferView;
import jp.yakuba.exchange.api.WaitingDesk;
import jp.yakuba.exchange.api.WritePeer;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.exchange.model.ArrivalKey;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("相手方に取りに行く")
class CollectorTest {
    private static final String CODE = "132209";
    private static final byte[] CONTAINER = container();
    private static final int PIECE = 4000;

    private final Holder holder = new Holder();
    private final Shelf shelf = new Shelf();
    private final Collector collector = new Collector(holder, shelf, new Walk(),
            new Announcements(null, nothingWrong()));

    /** The server brings the one that reads the rules of a record; here the rules of the announcement itself are enough. */
    private static Validator nothingWrong() {
        return (Validator) Proxy.newProxyInstance(Validator.class.getClassLoader(), new Class<?>[] {Validator.class}, (proxy, method, asked) -> Set.of());
    }

    private static byte[] container() {
        var bytes = new byte[10_000];
        IntStream.range(0, bytes.length).forEach(at -> bytes[at] = (byte) (at * 31 >> 3));
        return bytes;
    }

    private static Peer peer(String service) {
        return Peer.added(new WritePeer(CODE, "東大和市", "https://localhost:1/x", Set.of(service), Set.of(), 2_000_000_000L, 600, null), Instant.EPOCH);
    }

    private static byte[] piece(int number) {
        return Arrays.copyOfRange(CONTAINER, number * PIECE, Math.min(CONTAINER.length, (number + 1) * PIECE));
    }

    private static OpenTransfer transfer(UUID id) {
        return new OpenTransfer(id, id, 1, null, "document", CONTAINER.length, Sha256.hex(CONTAINER), PIECE,
                IntStream.range(0, 3).mapToObj(number -> Sha256.hex(piece(number))).toList());
    }

    /** The other office: hands out what waits there, until its line breaks. */
    private static final class Holder implements PeerLine {
        private final List<UUID> waiting = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private final Map<UUID, String> announced = new TreeMap<>();
        private final Set<UUID> kept = new HashSet<>();
        private final Set<UUID> takenBack = new HashSet<>();
        private int repliesLeft = Integer.MAX_VALUE;

        UUID lay() {
            var id = UUID.randomUUID();
            waiting.add(id);
            announced.put(id, Announcements.write(transfer(id)).toString());
            return id;
        }

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public Reply ask(Request request) throws PeerUnreachable {
            if (repliesLeft-- <= 0) {
                throw new PeerUnreachable("the line broke", null);
            }
            var path = request.address().getPath().substring("/x".length());
            asked.add(request.method() + " " + path);
            var words = path.split("/");
            if (path.equals("/waiting")) {
                var first = request.address().getQuery() == null ? 0 : waiting.indexOf(UUID.fromString(request.address().getQuery().substring(6))) + 1;
                var shown = waiting.subList(first, Math.min(waiting.size(), first + WaitingDesk.MOST));
                return json("{\"messages\":[" + String.join(",", shown.stream().map(id -> "{\"id\":\"" + id + "\",\"bytes\":1,\"kept\":" + kept.contains(id) + "}").toList()) + "]}");
            }
            var id = UUID.fromString(words[2]);
            if (path.endsWith("/kept")) {
                if (takenBack.contains(id)) {
                    return new Reply(404, "", Map.of(), new byte[0]);
                }
                kept.add(id);
                return new Reply(204, "", Map.of(), new byte[0]);
            }
            return path.contains("/pieces/") ? new Reply(200, "application/octet-stream", Map.of(), first(piece(Integer.parseInt(words[4])), request.most()))
                    : json(announced.get(id));
        }

        private static byte[] first(byte[] bytes, int most) {
            return Arrays.copyOf(bytes, Math.min(bytes.length, most));
        }

        private static Reply json(String body) {
            return new Reply(200, "application/json", Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Walks there as long as it takes. */
    private static final class Walk extends CollectRound {
        @Override
        public void hold(Peer peer) {
            // nobody else goes there
        }

        @Override
        public void answered(Peer peer) {
            // nothing waited
        }
    }

    /** What this office keeps. */
    private static final class Shelf extends ArrivalIntake {
        private final Map<UUID, Map<Integer, byte[]>> pieces = new TreeMap<>();
        private final List<UUID> whole = new ArrayList<>();
        private final List<UUID> answeredAgain = new ArrayList<>();
        private ArrivalState endsAs = ArrivalState.STORED;

        @Override
        public TransferView open(Peer peer, OpenTransfer transfer) {
            var kept = pieces.computeIfAbsent(transfer.id(), id -> new TreeMap<>());
            boolean done = whole.contains(transfer.id());
            var missing = done ? List.<Integer>of() : IntStream.range(0, transfer.chunks().size()).filter(number -> !kept.containsKey(number)).boxed().toList();
            return new TransferView(transfer.id(), done ? endsAs : ArrivalState.RECEIVING, missing, null, null);
        }

        @Override
        public void put(ArrivalKey key, int number, byte[] content) {
            if (!Arrays.equals(content, piece(number))) {
                throw new RuleViolation(ExchangeProblem.PIECE_CHANGED, number);
            }
            pieces.get(key.id()).put(number, content);
        }

        @Override
        public TransferView complete(ArrivalKey key) {
            assertThat(pieces.get(key.id())).hasSize(3);
            whole.add(key.id());
            return new TransferView(key.id(), endsAs, List.of(), null, null);
        }

        @Override
        public boolean isSettled(ArrivalKey key) {
            if (endsAs == ArrivalState.ACCEPTED) {
                answeredAgain.add(key.id());
            }
            return whole.contains(key.id());
        }
    }

    @Test
    @DisplayName("待っているものを順に持ち帰り、そろってから、受け取ったと言う")
    void whatWaitsIsBroughtHome() {
        var first = holder.lay();
        var second = holder.lay();

        assertThat(collector.collect(peer("document"))).isEqualTo(2);
        assertThat(shelf.whole).containsExactly(first, second);
        assertThat(holder.asked.subList(1, 6)).containsExactly("GET /waiting/" + first, "GET /waiting/" + first + "/pieces/0",
                "GET /waiting/" + first + "/pieces/1", "GET /waiting/" + first + "/pieces/2", "PUT /waiting/" + first + "/kept");
        assertThat(collector.collect(peer("document"))).isZero();
    }

    @Test
    @DisplayName("途中で切れたら、次は足りないものだけを取る。受け取ったと言えなかったら、もう一度言うだけ")
    void whatBreaksOffGoesOn() {
        var id = holder.lay();
        holder.repliesLeft = 3;
        assertThat(collector.collect(peer("document"))).isZero();
        assertThat(shelf.whole).isEmpty();

        holder.repliesLeft = 4; // list, announcement, two pieces, and no word that they are kept
        holder.asked.clear();
        assertThat(collector.collect(peer("document"))).isZero();
        assertThat(holder.asked).containsExactly("GET /waiting", "GET /waiting/" + id, "GET /waiting/" + id + "/pieces/1", "GET /waiting/" + id + "/pieces/2");
        assertThat(shelf.whole).as("its sender does not know yet that it is kept, and may take it back").isEmpty();

        holder.repliesLeft = 9;
        holder.asked.clear();
        assertThat(collector.collect(peer("document"))).isOne();
        assertThat(holder.asked).containsExactly("GET /waiting", "GET /waiting/" + id, "PUT /waiting/" + id + "/kept");
        assertThat(shelf.whole).containsExactly(id);
        holder.asked.clear();
        assertThat(collector.collect(peer("document"))).isZero();
        assertThat(holder.asked).as("it waits for its answer alone").containsExactly("GET /waiting");
    }

    @Test
    @DisplayName("取り決めのない業務と、読めない予告は取らず、ほかのものは妨げられない")
    void whatDoesNotFitIsLeft() {
        assertThat(collector.collect(peer("inquiry"))).isZero();
        var strange = holder.lay();
        holder.lay();
        assertThat(collector.collect(peer("inquiry"))).isZero();
        assertThat(holder.asked).noneMatch(line -> line.contains("pieces") || line.contains("kept"));

        holder.announced.put(strange, "{\"id\":\"" + strange + "\"}");
        assertThat(collector.collect(peer("document"))).isOne();
        holder.announced.put(strange, holder.announced.get(holder.lay()));
        assertThat(collector.collect(peer("document"))).as("another message under its name").isOne();
        holder.announced.put(strange, Announcements.write(transfer(strange)).toString().replace("\"pieceBytes\":4000", "\"pieceBytes\":5"));
        assertThat(collector.collect(peer("document"))).isZero();
        assertThat(holder.kept).doesNotContain(strange);
    }

    @Test
    @DisplayName("受け取ったと言って断られたもの(取り消された)は確かめない。相手が通知を待っていれば、もう一度持って行く")
    void whatWasTakenBackIsNotJudged() {
        var id = holder.lay();
        holder.takenBack.add(id);
        assertThat(collector.collect(peer("document"))).isZero();
        assertThat(shelf.whole).isEmpty();

        holder.takenBack.clear();
        assertThat(collector.collect(peer("document"))).isOne();
        shelf.endsAs = ArrivalState.ACCEPTED;
        assertThat(collector.collect(peer("document"))).isZero();
        assertThat(shelf.answeredAgain).containsExactly(id);

        holder.kept.clear(); // its books are those of yesterday
        holder.asked.clear();
        assertThat(collector.collect(peer("document"))).isZero();
        assertThat(holder.asked).containsExactly("GET /waiting", "GET /waiting/" + id, "PUT /waiting/" + id + "/kept");
        shelf.endsAs = ArrivalState.CANCELLED;
        holder.kept.clear();
        holder.asked.clear();
        assertThat(collector.collect(peer("document"))).isZero();
        assertThat(holder.asked).as("taken back here is not said to be kept").noneMatch(line -> line.startsWith("PUT"));
    }

    @Test
    @DisplayName("取れないものが百あっても、その後ろのものは届く")
    void whatIsNeverTakenHidesNothing() {
        for (int number = 0; number < 2 * WaitingDesk.MOST; number++) {
            var id = holder.lay();
            holder.announced.put(id, holder.announced.get(id).replace("\"document\"", "\"inquiry\""));
        }
        var letter = holder.lay();

        assertThat(collector.collect(peer("document"))).isOne();
        assertThat(shelf.whole).containsExactly(letter);
    }
}
