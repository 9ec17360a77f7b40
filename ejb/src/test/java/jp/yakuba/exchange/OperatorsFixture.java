package jp.yakuba.exchange;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsOperator;
import jp.yakuba.AsPeer;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.service.ExchangeWorker;
import jp.yakuba.exchange.service.container.Answer;
import jp.yakuba.exchange.service.container.AnswerXml;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.signature.service.SigningFixture;

/** What tests of the operators' work at the exchange share: this office, one other with its keys and its server, and people who act. */
@Dependent
public class OperatorsFixture {
    /** The other office. */
    public static final String CODE = "990019";

    @Inject
    private ContainerPress press;

    @Inject
    private AnswerXml answers;

    @Inject
    private FileDesk files;

    @Inject
    private AsPeer peer;

    @Inject
    private AsOperator operator;

    @Inject
    private AsStaff staff;

    @Inject
    private AsDesk desk;

    @Inject
    private InRequest request;

    @Inject
    private ExchangeWorker worker;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private SigningFixture keys;
    private PeerOffice other;
    private PeerServer server;

    /** Opens both; the line of this office stays off. */
    public void open() throws Exception {
        Path folder = Files.createTempDirectory("operators");
        keys = new SigningFixture(folder, Instant.now());
        keys.keyOf("016373");
        keys.keyOf(CODE);
        keys.nameKeys();
        other = new PeerOffice(CODE, keys, press);
        server = new PeerServer(keys.keyFile(CODE), SigningFixture.PASSWORD);
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + CODE + "', '試験市', '" + server.address() + "', now())"
                + " ON CONFLICT (code) DO UPDATE SET name = excluded.name, address = excluded.address, state = 'ACTIVE', services = '{document}',"
                + " asked = '{document}', most_bytes = 2147483648, per_minute = 600, way = 'BOTH_CALL'");
    }

    /** Turns the line of this office on. */
    public void turnLineOn() {
        keys.nameLine();
    }

    void close() throws Exception {
        keys.close();
        server.close();
        asOwner("DELETE FROM yakuba.exc_parcel WHERE number LIKE '試験発第%'");
        asOwner("UPDATE yakuba.exc_peer SET state = 'ACTIVE', services = '{document}' WHERE code = '" + CODE + "'");
    }

    SigningFixture keys() {
        return keys;
    }

    PeerOffice other() {
        return other;
    }

    PeerServer server() {
        return server;
    }

    /** A message to the other office whose container is sealed and waits; so many bytes of it, at its place of the conversation. */
    UUID sealed(UUID conversation, int sequence, int bytes, String nextAt) throws Exception {
        var content = new byte[bytes];
        new java.util.Random(bytes + sequence).nextBytes(content);
        var id = UUID.randomUUID();
        var kept = desk.call(() -> files.keepSealed(id, new ByteArrayInputStream(content), id + ".asice", bytes));
        insert(id, conversation, sequence, "SEALED", "'" + kept.sha256() + "', " + bytes, nextAt);
        return id;
    }

    /** A message to the other office that was ordered alone. */
    UUID ordered(UUID conversation, int sequence, String nextAt) throws SQLException {
        var id = UUID.randomUUID();
        insert(id, conversation, sequence, "ORDERED", "NULL, NULL", nextAt);
        return id;
    }

    private void insert(UUID id, UUID conversation, int sequence, String state, String content, String nextAt) throws SQLException {
        asOwner("INSERT INTO yakuba.exc_parcel (id, delivery, record_id, peer, conversation, sequence, service, number, dated, title, mark, section, state,"
                + " sha256, bytes, ordered_at, next_at) VALUES ('" + id + "', gen_random_uuid(), gen_random_uuid(), '" + CODE + "', '" + conversation + "', "
                + sequence + ", 'document', '試験発第" + sequence + "号', current_date, '試験', 'ORDINARY', 'general', '" + state + "', " + content
                + ", now(), " + nextAt + ")");
    }

    /** The other office's receipt for a message of this one. */
    byte[] receipt(UUID parcel) throws Exception {
        return signed(parcel, true);
    }

    /** The other office's refusal of a message of this one. */
    byte[] refusal(UUID parcel) throws Exception {
        return signed(parcel, false);
    }

    private byte[] signed(UUID parcel, boolean receipt) throws Exception {
        var letter = new Answer.Letter(parcel, text("SELECT sha256 FROM yakuba.exc_parcel WHERE id = '" + parcel + "'"), "016373", CODE);
        var hand = keys.handOf(CODE);
        return receipt ? answers.receipt(letter, "試収第1号", hand) : answers.refusal(letter, ExchangeFault.VIRUS_FOUND, "virus", hand);
    }

    Answer read(PeerOffice.Message letter, byte[] answer) throws Exception {
        return answers.read(answer, new Answer.Letter(letter.id(), jp.yakuba.kernel.Sha256.hex(letter.container()), CODE, "016373"));
    }

    /** Does the deed as the other office. */
    <T> T asPeer(Callable<T> deed) throws Exception {
        return request.as(Actor.peer(CODE, "test"), () -> peer.call(deed));
    }

    /** Does the deed as an operator. */
    <T> T asOperator(Callable<T> deed) throws Exception {
        return request.as(person("system", Role.OPERATOR), () -> operator.call(deed));
    }

    /** Does the deed as somebody of the section. */
    <T> T asStaffOf(String section, Callable<T> deed) throws Exception {
        return request.as(person(section), () -> staff.call(deed));
    }

    <T> T asDesk(Callable<T> deed) throws Exception {
        return request.as(Actor.system("test"), () -> desk.call(deed));
    }

    private static Actor person(String section, String... roles) {
        var all = new java.util.HashSet<>(Set.of(roles));
        all.add(Role.STAFF);
        return new Actor(Actor.Kind.STAFF, UUID.nameUUIDFromBytes(section.getBytes(java.nio.charset.StandardCharsets.UTF_8)), "試験 職員", "post", section, all,
                Assurance.TWO_FACTOR, "test");
    }

    /** Takes whatever is due and may be taken, as the shift does; what is left due afterwards was passed over. */
    void workOff() {
        worker.workOff();
    }

    /** Waits until the query says what is wanted. */
    void await(String sql, String wanted) throws Exception {
        for (int attempt = 0; attempt < 300; attempt++) {
            if (wanted.equals(text(sql))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(sql + " is " + text(sql) + ", not " + wanted);
    }

    static Problem problemOf(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation refusal) {
                return refusal.problem();
            }
        }
        throw new AssertionError("no refusal", thrown);
    }

    String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    DataSource owner() {
        return owner;
    }
}
