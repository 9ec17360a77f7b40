package jp.yakuba.bench;

import java.io.IOException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import jp.yakuba.launcher.OfficeSettings;
import jp.yakuba.launcher.RunningOffice;
import jp.yakuba.launcher.TwoTowns;
import jp.yakuba.server.Ports;

/**
 * Letters between two whole towns: a letter of one page with the payload attached is ordered in one, sealed, sent, judged, entered as a record
 * and receipted by the other. What a dispatch writes is written by hand, so that the exchange alone is measured.
 */
final class TownLetters implements ExchangeWork {
    private static final int TOGETHER = 100;
    private static final int POPULATION = 300;
    private static final int FIRST_OFFSET = 1500;
    private static final int APART = 700;
    private static final int PIECE = 1 << 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    /** A large letter on a slow machine takes minutes; who waits longer waits for nothing. */
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final byte[] PAGE = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
    private static final String FILE = """
            INSERT INTO yakuba.doc_file (sha256, size, media_type, scan, kept_at, chunks, content) VALUES (?, ?, ?, 'NOT_SCANNED', now(), ?, ?)
            ON CONFLICT (sha256) DO NOTHING""";
    private static final String CHUNK = "INSERT INTO yakuba.doc_file_chunk (sha256, number, content) VALUES (?, ?, ?)";
    private static final String CONVERSATION = "INSERT INTO yakuba.exc_conversation (peer, id, sent) VALUES (?, ?, 1)";
    private static final String PARCEL = """
            INSERT INTO yakuba.exc_parcel (id, delivery, record_id, peer, conversation, sequence, service, number, dated, title, mark, section, state,
                ordered_at, next_at)
            VALUES (?, ?, ?, ?, ?, 1, 'document', ?, current_date, '計測の文書', 'ORDINARY', 'general', 'ORDERED', now(), now() + interval '1 day')""";
    private static final String PART = "INSERT INTO yakuba.exc_parcel_file (parcel, position, sha256, name) VALUES (?, ?, ?, ?)";

    private static final String WAITING = """
            SELECT (SELECT count(*) FROM yakuba.exc_proof WHERE next_at <= now()) + (SELECT count(*) FROM yakuba.exc_answer_proof WHERE next_at <= now())
                + (SELECT count(*) FROM yakuba.exc_arrival WHERE state = 'ACCEPTED' AND NOT proof_kept)
                + (SELECT count(*) FROM yakuba.exc_parcel WHERE state = 'RECEIPTED' AND NOT proof_kept)""";
    private static final double NANOS_OF_A_MILLI = 1e6;

    private final TwoTowns towns;
    private int number;

    private TownLetters(TwoTowns towns) {
        this.towns = towns;
    }

    static TownLetters open(MeasureSettings settings) throws SQLException {
        var first = Ports.freeFrom(FIRST_OFFSET);
        var second = Ports.freeFrom(first.offset() + APART);
        var home = settings.home().resolve("towns");
        var letters = new TownLetters(TwoTowns.open(
                new OfficeSettings(settings.root(), home.resolve(OfficeSettings.DEFAULT_TOWN), first, OfficeSettings.DEFAULT_TOWN, POPULATION),
                new OfficeSettings(settings.root(), home.resolve(OfficeSettings.NEIGHBOUR), second, OfficeSettings.NEIGHBOUR, POPULATION),
                line -> System.out.println("  " + line)));
        letters.ask(letters.towns.first(), "UPDATE yakuba.exc_peer SET per_minute = 100000");
        letters.ask(letters.towns.second(), "UPDATE yakuba.exc_peer SET per_minute = 100000");
        return letters;
    }

    @Override
    public String name() {
        return "letters between two towns, with record and receipt";
    }

    @Override
    public int together() {
        return TOGETHER;
    }

    @Override
    public Handing ready(Path payload, int times) throws Exception {
        var ordered = new ArrayList<UUID>();
        try (var connection = towns.first().database().owner().getConnection()) {
            connection.setAutoCommit(false);
            for (int time = 0; time < times; time++) {
                ordered.add(order(connection, payload));
            }
            connection.commit();
        }
        return () -> send(ordered);
    }

    @Override
    public void once(Path payload) throws Exception {
        ready(payload, 1).go();
    }

    private UUID order(Connection connection, Path payload) throws Exception {
        var id = UUID.randomUUID();
        var mark = (id + "\n").getBytes(StandardCharsets.US_ASCII); // no two letters have the same bytes
        var page = keep(connection, PAGE, null, "application/pdf");
        var attached = keep(connection, mark, payload, "text/plain");
        write(connection, CONVERSATION, OfficeSettings.NEIGHBOUR, id);
        write(connection, PARCEL, id, UUID.randomUUID(), UUID.randomUUID(), OfficeSettings.NEIGHBOUR, id, "計第" + ++number + "号");
        write(connection, PART, id, 0, page, "計測.pdf");
        write(connection, PART, id, 1, attached, "計測.txt");
        return id;
    }

    private static String keep(Connection connection, byte[] head, Path rest, String type) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var all = new DigestInputStream(stream(head, rest), digest)) {
            all.transferTo(OutputStream.nullOutputStream()); // not skipped: what is skipped is not digested
        }
        var sha256 = HexFormat.of().formatHex(digest.digest());
        long size = head.length + (rest == null ? 0 : Files.size(rest));
        try (var all = stream(head, rest)) {
            if (size <= PIECE) {
                write(connection, FILE, sha256, size, type, 0, all.readAllBytes());
                return sha256;
            }
            write(connection, FILE, sha256, size, type, (int) ((size + PIECE - 1) / PIECE), null);
            int piece = 0;
            for (var bytes = all.readNBytes(PIECE); bytes.length > 0; bytes = all.readNBytes(PIECE)) {
                write(connection, CHUNK, sha256, piece++, bytes);
            }
            return sha256;
        }
    }

    private static InputStream stream(byte[] head, Path rest) throws IOException {
        var first = new ByteArrayInputStream(head);
        return rest == null ? first : new SequenceInputStream(first, Files.newInputStream(rest));
    }

    private static void write(Connection connection, String sql, Object... values) throws SQLException {
        try (var row = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                row.setObject(place + 1, values[place]);
            }
            row.executeUpdate();
        }
    }

    private void send(List<UUID> ordered) throws SQLException {
        try (var connection = towns.first().database().owner().getConnection(); var due = connection.prepareStatement(
                        "UPDATE yakuba.exc_parcel SET next_at = now() WHERE id = ANY (?)");
                var open = connection.prepareStatement("SELECT count(*) FROM yakuba.exc_parcel WHERE id = ANY (?) AND state <> 'RECEIPTED'")) {
            var ids = connection.createArrayOf("uuid", ordered.toArray());
            due.setArray(1, ids);
            due.executeUpdate();
            open.setArray(1, ids);
            var end = Instant.now().plus(LONGEST);
            while (left(open) > 0) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("Letters stay without a receipt; the log of the first town tells why");
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    private static long left(java.sql.PreparedStatement open) throws SQLException {
        try (var rows = open.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How long each of some letters takes that are ordered one after the other, in milliseconds, to the receipt. */
    double[] alone(Path payload, int letters) throws Exception {
        var taken = new double[letters];
        for (int letter = 0; letter < letters; letter++) {
            var handing = ready(payload, 1);
            long since = System.nanoTime();
            handing.go();
            taken[letter] = (System.nanoTime() - since) / NANOS_OF_A_MILLI;
        }
        return taken;
    }

    /** Every signature that both towns keep provable is to be renewed now. */
    void renewAll() throws SQLException {
        for (var town : List.of(towns.first(), towns.second())) {
            ask(town, "UPDATE yakuba.exc_proof SET next_at = now() WHERE until IS NOT NULL");
            ask(town, "UPDATE yakuba.exc_answer_proof SET next_at = now() WHERE until IS NOT NULL");
        }
    }

    /** How many signatures wait for a time stamp in both towns. */
    long waitingForStamps() throws SQLException {
        return waitingForStamps(towns.first()) + waitingForStamps(towns.second());
    }

    private static long waitingForStamps(RunningOffice town) throws SQLException {
        try (var connection = town.database().owner().getConnection(); var waiting = connection.prepareStatement(WAITING)) {
            return left(waiting);
        }
    }

    private void ask(RunningOffice town, String sql) throws SQLException {
        try (var connection = town.database().owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public double cpuMillis() {
        return cpuMillis(towns.first()) + cpuMillis(towns.second());
    }

    private static double cpuMillis(RunningOffice town) {
        long server = town.server().process().find().orElseThrow().pid();
        return ProcessTime.millisOfTree(server) - ProcessTime.millisOfCompilers(server) + ProcessTime.millisOfTree(town.database().pid().orElseThrow());
    }

    @Override
    public void close() {
        towns.close();
    }
}
