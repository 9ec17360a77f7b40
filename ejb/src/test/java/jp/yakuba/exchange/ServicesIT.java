package jp.yakuba.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsPeer;
import jp.yakuba.InRequest;
import jp.yakuba.exchange.api.ArrivalDesk;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.exchange.api.TransferView;
import jp.yakuba.exchange.service.ExchangeSweep;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.signature.service.SigningFixture;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("文書交換のサービス(コンテナ内)")
class ServicesIT {
    private static final String CODE = "990019";

    @Inject
    private ArrivalDesk arrivals;

    @Inject
    private ServiceDesk services;

    @Inject
    private ExchangeSweep sweep;

    @Inject
    private ContainerPress press;

    @Inject
    private AsPeer peer;

    @Inject
    private AsDesk desk;

    @Inject
    private InRequest request;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private SigningFixture keys;
    private PeerOffice other;

    @BeforeEach
    void open() throws Exception {
        Path folder = Files.createTempDirectory("services");
        keys = new SigningFixture(folder, Instant.now());
        keys.keyOf("016373");
        keys.keyOf(CODE);
        keys.nameKeys();
        other = new PeerOffice(CODE, keys, press);
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + CODE + "', '試験市', 'https://localhost:1/x', now())"
                + " ON CONFLICT (code) DO UPDATE SET state = 'ACTIVE', most_bytes = 2147483648, per_minute = 600");
        allow("document,inquiry,unknown");
    }

    @AfterEach
    void close() throws Exception {
        allow("document");
        keys.close();
    }

    @Test
    @DisplayName("サービスの文書は一件の収受になり、何度届いてもサービスには一度だけ伝わる。利用は記録される")
    void aServiceHearsOfALetterOnce() throws Exception {
        var letter = letter(asked("一"), 1);
        assertThat(deliver(letter).state()).isEqualTo(ArrivalState.ACCEPTED);
        assertThat(deliver(letter).state()).isEqualTo(ArrivalState.ACCEPTED);
        var record = text("SELECT record_id FROM yakuba.exc_arrival WHERE id = '" + letter.id() + "'");
        assertThat(text("SELECT count(*) FROM yakuba.inq_asked WHERE record_id = '" + record + "'")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM yakuba.doc_record_file WHERE record_id = '" + record + "'"))
                .as("document and attachment; what programs read is no file of the record").isEqualTo("2");
        assertThat(text("SELECT string_agg(deed || ' ' || outcome, ',' ORDER BY id) FROM yakuba.exc_use WHERE service = 'inquiry' AND message = '"
                + letter.id() + "'")).isEqualTo("open STORED,judge ACCEPTED");
    }

    @Test
    @DisplayName("提供していないサービス、知らない版、様式に合わないものは、それぞれの理由で断り、収受しない")
    void whatIsNotUnderstoodIsRefused() throws Exception {
        var unknown = other.service("知らないサービス", UUID.randomUUID(), null, new ServicePart("unknown", 1, bytes(asked("二"))));
        assertThat(deliver(unknown).fault()).isEqualTo(ExchangeFault.SERVICE_NOT_OFFERED.code());
        assertThat(deliver(letter(asked("二"), 2)).fault()).isEqualTo(ExchangeFault.SERVICE_VERSION.code());
        for (var wrong : List.of("<noise/>", "no XML", asked("三").replace("<question", "<x/><question"), asked("三").replace("kind=\"text\"", "kind=\"file\""),
                "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + asked("&f;"), asked("三").replace("</inquiry>", "") )) {
            var letter = letter(wrong, 1);
            assertThat(deliver(letter).fault()).as(wrong).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
            assertThat(text("SELECT outcome FROM yakuba.exc_use WHERE message = '" + letter.id() + "' AND deed = 'judge'")).isEqualTo("service-invalid");
            assertThat(text("SELECT count(*) FROM yakuba.doc_record WHERE title = '" + letter.head().title() + "'")).isEqualTo("0");
        }
    }

    @Test
    @DisplayName("許されていないサービスは入口で断る。預けてから確かめるまでに権利がなくなったら、否認する")
    void aRightHoldsUntilItIsJudged() throws Exception {
        allow("document");
        var letter = letter(asked("三"), 1);
        assertThatThrownBy(() -> deliver(letter)).satisfies(thrown -> assertThat(problemOf(thrown)).isEqualTo(ExchangeProblem.SERVICE_NOT_ALLOWED));
        allow("document,inquiry");
        as(() -> arrivals.open(letter.inPieces(1 << 20)));
        as(() -> {
            arrivals.put(letter.id(), 0, letter.container());
            return null;
        });
        allow("document");
        as(() -> arrivals.complete(letter.id()));
        as(() -> arrivals.judge(letter.id()));
        awaitJudged(letter.id());
        assertThat(text("SELECT fault FROM yakuba.exc_arrival WHERE id = '" + letter.id() + "'")).isEqualTo(ExchangeFault.SERVICE_NOT_ALLOWED.code());
    }

    @Test
    @DisplayName("サービスが受け取れないあいだは収受も受領通知もしない。受け取れるようになれば一件の収受になる")
    void aServiceThatFailsHoldsTheLetter() throws Exception {
        var letter = letter(asked("こわれた棚"), 1);
        asOwner("ALTER TABLE yakuba.inq_asked ADD CONSTRAINT broken CHECK (title <> 'こわれた棚')");
        try {
            assertThat(deliver(letter).state()).isEqualTo(ArrivalState.STORED);
            assertThat(as(() -> arrivals.findAnswer(letter.id()))).isEmpty();
            assertThat(text("SELECT count(*) FROM yakuba.doc_record WHERE title = '" + letter.head().title() + "'")).isEqualTo("0");
        } finally {
            asOwner("ALTER TABLE yakuba.inq_asked DROP CONSTRAINT broken");
        }
        asOwner("UPDATE yakuba.exc_arrival SET next_at = now() WHERE id = '" + letter.id() + "'");
        as(() -> arrivals.judge(letter.id()));
        awaitJudged(letter.id());
        assertThat(text("SELECT count(*) FROM yakuba.inq_asked WHERE title = 'こわれた棚'")).isEqualTo("1");
    }

    @Test
    @DisplayName("取り決めた相手だけがサービスの宛先になり、利用の記録は定めた日数で消える")
    void agreementsAndUsesHaveTheirTerms() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET asked = '{document}' WHERE code = '" + CODE + "'");
        assertThat(offices()).doesNotContain(CODE);
        asOwner("UPDATE yakuba.exc_peer SET asked = '{document,inquiry}' WHERE code = '" + CODE + "'");
        assertThat(offices()).contains(CODE);
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        assertThat(offices()).doesNotContain(CODE);
        asOwner("UPDATE yakuba.exc_peer SET asked = '{document}', state = 'ACTIVE' WHERE code = '" + CODE + "'");

        var old = UUID.randomUUID();
        var young = UUID.randomUUID();
        asOwner("INSERT INTO yakuba.exc_use (at, peer, incoming, service, deed, message, outcome, bytes) VALUES (now() - interval '1826 days', '" + CODE
                + "', true, 'inquiry', 'open', '" + old + "', 'STORED', 1), (now() - interval '1824 days', '" + CODE + "', true, 'inquiry', 'open', '" + young
                + "', 'STORED', 1)");
        request.as(Actor.system("test"), () -> desk.call(() -> {
            sweep.sweep();
            return null;
        }));
        assertThat(text("SELECT count(*) FROM yakuba.exc_use WHERE message = '" + old + "'")).isEqualTo("0");
        assertThat(text("SELECT count(*) FROM yakuba.exc_use WHERE message = '" + young + "'")).isEqualTo("1");
    }

    private List<String> offices() throws Exception {
        return request.as(Actor.system("test"), () -> desk.call(() -> services.listOffices("inquiry").stream().map(ServiceDesk.Office::code).toList()));
    }

    private PeerOffice.Message letter(String xml, int version) throws Exception {
        var conversation = UUID.randomUUID();
        return other.service("サービスの文書 " + conversation, conversation, null, new ServicePart("inquiry", version, bytes(xml)));
    }

    private static String asked(String title) {
        return "<inquiry xmlns=\"urn:yakuba:inquiry:1\"><id>" + UUID.randomUUID() + "</id><title>" + title + "</title><explanation>説明</explanation>"
                + "<deadline>2026-12-25</deadline><question code=\"q1\" kind=\"text\" required=\"true\"><label>担当課</label></question></inquiry>";
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private TransferView deliver(PeerOffice.Message message) throws Exception {
        as(() -> arrivals.take(message.whole(null), message.container()));
        as(() -> arrivals.judge(message.id()));
        for (int attempt = 0; attempt < 100 && isAtWork(message.id()); attempt++) {
            Thread.sleep(100); // the shift may have taken it first
        }
        return as(() -> arrivals.find(message.id()));
    }

    private boolean isAtWork(UUID id) throws Exception {
        return text("SELECT state = 'STORED' AND problem IS NULL FROM yakuba.exc_arrival WHERE id = '" + id + "'").equals("t");
    }

    private void awaitJudged(UUID id) throws Exception {
        for (int attempt = 0; attempt < 200 && as(() -> arrivals.find(id)).state() == ArrivalState.STORED; attempt++) {
            Thread.sleep(100);
        }
        assertThat(as(() -> arrivals.find(id)).state()).isNotEqualTo(ArrivalState.STORED);
    }

    private <T> T as(Callable<T> deed) throws Exception {
        return request.as(Actor.peer(CODE, "test"), () -> peer.call(deed));
    }

    private static Object problemOf(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation violation) {
                return violation.problem();
            }
        }
        throw new AssertionError("another failure", thrown);
    }

    private void allow(String services) throws SQLException {
        asOwner("UPDATE yakuba.exc_peer SET services = '{" + services + "}' WHERE code = '" + CODE + "'");
    }

    private String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
