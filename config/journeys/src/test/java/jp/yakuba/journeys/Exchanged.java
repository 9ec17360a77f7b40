package jp.yakuba.journeys;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What the exchange with another office has left: a letter that waits, one that was given up, one that was refused, and changes of the office. */
final class Exchanged {
    /** The other office. */
    static final String PEER = "132195";

    private final DataSource owner;

    private Exchanged(DataSource owner) {
        this.owner = owner;
    }

    /** With the office written down. */
    static Exchanged of(DataSource owner) {
        var exchanged = new Exchanged(owner);
        exchanged.run("insert into yakuba.exc_peer (code, name, address, added_at, version) values ('%s', '狛江市', 'https://localhost:1/api/exchange/v1', now(), 1)"
                .formatted(PEER) + " on conflict do nothing");
        exchanged.run("""
                insert into yakuba.exc_peer_change (peer, version, at, who, reason, name, address, state, services, asked, most_bytes, per_minute)
                values ('%1$s', 0, now(), null, null, '狛江', 'https://localhost:1/api/exchange/v1', 'ACTIVE', '{document}', '{document}', 2147483648, 600),
                    ('%1$s', 1, now(), '運用 太郎', '名前の誤り', '狛江市', 'https://localhost:1/api/exchange/v1', 'ACTIVE', '{document}', '{document}', 2147483648, 600)
                on conflict do nothing
                """.formatted(PEER));
        exchanged.run("""
                insert into yakuba.exc_certificate (peer, fingerprint, calling, serial, until, first_seen, last_seen)
                values ('%1$s', repeat('a', 64), false, '1f', now() + interval '20 days', now(), now()), ('%1$s', repeat('b', 64), true, '20', now(), now(), now())
                on conflict do nothing
                """.formatted(PEER));
        exchanged.run("""
                insert into yakuba.exc_use (at, peer, incoming, service, deed, message, outcome, bytes)
                values (now(), '%1$s', false, 'document', 'try', gen_random_uuid(), 'PEER_AWAY', 1), (now(), '%1$s', true, 'document', 'open', gen_random_uuid(), 'STORED', 1)
                """.formatted(PEER));
        return exchanged;
    }

    /** A letter by the record that waits; its message. */
    String waiting(String record, String section) {
        return parcel(record, section, "ORDERED", "now() + interval '1 day'", "PEER_AWAY");
    }

    /** A letter by the record that was given up; its message. */
    String givenUp(String record, String section) {
        return parcel(record, section, "GIVEN_UP", "null", "BY_HAND");
    }

    private String parcel(String record, String section, String state, String next, String problem) {
        var id = UUID.randomUUID().toString();
        run("""
                insert into yakuba.exc_parcel (id, delivery, record_id, peer, conversation, sequence, service, number, dated, title, mark, section, state,
                    ordered_at, next_at, attempts, problem)
                values ('%s', gen_random_uuid(), '%s', '%s', gen_random_uuid(), 1, 'document', '芽総第9号', current_date, '照会', 'ORDINARY', '%s', '%s',
                    now(), %s, 3, '%s')
                """.formatted(id, record, PEER, section, state, next, problem));
        return id;
    }

    /** A message of the office that was refused, with its one piece; its id. */
    String refused() {
        var id = UUID.randomUUID().toString();
        run("""
                insert into yakuba.exc_arrival (peer, id, conversation, sequence, service, sha256, bytes, chunk_bytes, chunks, state, opened_at, stored_at,
                    judged_at, answer, fault, detail, judged_again, again_fault, again_detail)
                values ('%s', '%s', gen_random_uuid(), 1, 'document', repeat('0', 64), 5, 5, 1, 'REFUSED', now(), now(), now(), 'x',
                    'certificate-unknown', 'CN=Unknown', 1, 'certificate-unknown', 'CN=Unknown')
                """.formatted(PEER, id));
        run("insert into yakuba.exc_chunk (peer, arrival, number, sha256, content, kept_at) values ('%s', '%s', 0, repeat('0', 64), 'hello', now())"
                .formatted(PEER, id));
        return id;
    }

    private void run(String sql) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
