package jp.yakuba.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.yakuba.AsOperator;
import jp.yakuba.AsPeer;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.exchange.api.AddressBookDesk;
import jp.yakuba.exchange.api.AddressLine;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.service.AddressBookJson;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("住所録(コンテナ内)")
class AddressBookIT {
    private static final String ASKER = "990060";
    private static final String OTHER = "990078";
    private static final String SUSPENDED = "990086";

    @Inject
    private AddressBookDesk book;

    @Inject
    private AddressBookJson json;

    @Inject
    private AsOperator operator;

    @Inject
    private AsStaff staff;

    @Inject
    private AsPeer peer;

    @Inject
    private InRequest request;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    @BeforeEach
    void open() throws Exception {
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + ASKER + "', '聞く市', 'https://localhost:1/x', now()), ('" + OTHER
                + "', '別の市', 'https://localhost:1/y', now()), ('" + SUSPENDED + "', '止めた市', 'https://localhost:1/z', now()) ON CONFLICT (code) DO NOTHING");
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + SUSPENDED + "'");
    }

    @Test
    @DisplayName("知っている相手には、ほかの相手の番号、名、入口を言う。聞いた本人と、止めた相手は入れない。止めた相手には言わない")
    void whoIsKnownIsTold() throws Exception {
        var before = Integer.parseInt(uses());
        var told = request.as(Actor.peer(ASKER, "test"), () -> peer.call(book::list));
        assertThat(told).contains(new AddressLine(OTHER, "別の市", "https://localhost:1/y")).extracting(AddressLine::code).doesNotContain(ASKER, SUSPENDED);
        assertThat(Integer.parseInt(uses())).isEqualTo(before + 1);
        assertThatThrownBy(() -> request.as(Actor.peer(SUSPENDED, "test"), () -> peer.call(book::list))).satisfies(thrown -> refused(ExchangeProblem.PEER_SUSPENDED, thrown));
        assertThatThrownBy(() -> staff.call(book::list)).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("つながらない相手の住所録は、そう言って断り、聞いたことは残る。職員なら聞けるわけではない")
    void whoIsAwayIsNotRead() throws Exception {
        assertThatThrownBy(() -> operator.call(() -> book.ask(OTHER))).satisfies(thrown -> refused(ExchangeProblem.BOOK_NOT_READ, thrown));
        assertThatThrownBy(() -> operator.call(() -> book.ask("990094"))).satisfies(thrown -> refused(ExchangeProblem.NO_SUCH_PEER, thrown));
        assertThat(text("SELECT outcome FROM yakuba.exc_use WHERE peer = '" + OTHER + "' AND service = 'addresses' AND NOT incoming ORDER BY id DESC LIMIT 1"))
                .isEqualTo("PEER_AWAY");
        assertThatThrownBy(() -> staff.call(() -> book.ask(OTHER))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("一行でも正しくない住所録は、住所録として読まない")
    void halfABookIsNone() {
        assertThat(read("")).isZero();
        assertThat(read(line("132209", "https://a.example/x") + "," + line("016373", "https://b.example"))).isEqualTo(2);
        for (var wrong : new String[] {line("13220", "https://a.example"), line("132209", "http://a.example"), line("132209", "https://a.example/?x=1"),
            line("132209", "https://u@a.example"), line("132209", "https://a.example") + "," + line("132209", "https://b.example"), "1", "{}", "null"}) {
            assertThat(read(line("016373", "https://b.example") + "," + wrong)).as(wrong).isEqualTo(-1);
        }
        assertThat(read(IntStream.rangeClosed(0, AddressBookDesk.MOST).mapToObj(at -> line(String.format("%06d", at), "https://a.example")).collect(Collectors.joining(","))))
                .isEqualTo(-1);
        assertThat(json.read("<html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(json.read("[]".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(json.read(new byte[0])).isEmpty();
    }

    private String uses() throws SQLException {
        return text("SELECT count(*) FROM yakuba.exc_use WHERE peer = '" + ASKER + "' AND service = 'addresses' AND incoming");
    }

    private int read(String lines) {
        return json.read(("{\"offices\":[" + lines + "]}").getBytes(StandardCharsets.UTF_8)).map(found -> found.size()).orElse(-1);
    }

    private static String line(String code, String address) {
        return "{\"code\":\"" + code + "\",\"name\":\"市\",\"address\":\"" + address + "\"}";
    }

    private static void refused(ExchangeProblem problem, Throwable thrown) {
        var cause = thrown;
        while (cause != null && !(cause instanceof RuleViolation)) {
            cause = cause.getCause();
        }
        assertThat(cause).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
