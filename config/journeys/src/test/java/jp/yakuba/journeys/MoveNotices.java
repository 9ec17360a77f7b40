package jp.yakuba.journeys;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Notices of other towns about people who live here: one that waits, of a person with a family, and one of protected persons; and one to them that never left. */
final class MoveNotices {
    private static final String ARRIVED = """
            insert into yakuba.rel_notice (id, peer, peer_name, notice, corrects, record_id, section, number, address, content, moved_on, persons, shielded, arrived_at, state)
            select '%1$s', '990019', '試験市', '%1$s', %4$s, gen_random_uuid(), 'residents', '試市第12号', a.line, convert_to('<move-notice xmlns="urn:yakuba:move-notice:1"><id>%1$s</id>'
                || '<moved-on>2026-11-20</moved-on><previous-address>' || a.line || '</previous-address>%2$s<person><name>' || p.name || '</name><kana>' || p.kana
                || '</kana><born>' || p.birth_date || '</born><sex>' || p.sex || '</sex></person><person><name>無人　影子</name><kana>ムジン　カゲコ</kana>'
                || '<born>1970-01-01</born><sex>2</sex></person></move-notice>', 'UTF8'), '2026-11-20', 2, %3$s, now(), 'OPEN'
            from yakuba.res_person p join yakuba.res_address a on a.person_id = p.id and a.valid_until is null
            join yakuba.res_membership m on m.person_id = p.id and m.valid_until is null and m.relationship = '世帯主'
            where p.left_on is null and not exists (select 1 from yakuba.res_shielded s where s.person_id = p.id)
                and (select count(*) from yakuba.res_membership o where o.household_id = m.household_id and o.valid_until is null) > 2
            order by p.number limit 1
            """;

    private static final String UNSENT = """
            insert into yakuba.rel_sent (id, event_id, section, peer, peer_name, moved_on, persons, shielded, problem, sent_at)
            values (gen_random_uuid(), gen_random_uuid(), 'residents', '990019', '試験市', '2026-11-20', 2, false, 'cvc-maxLength-valid', now())
            """;

    private final DataSource owner;

    MoveNotices(DataSource owner) {
        this.owner = owner;
    }

    /** One about the head of a family; its id. */
    String open() {
        var id = UUID.randomUUID().toString();
        run(ARRIVED.formatted(id, "<new-address>試験県試験市本町1番地</new-address>", "false", "null"));
        return id;
    }

    /** One that corrects another, about somebody who is protected there, and closed what it corrects; its id. */
    String shielded(String corrected) {
        var id = UUID.randomUUID().toString();
        run(ARRIVED.formatted(id, "<protected/>", "true", "'" + corrected + "'"));
        run("update yakuba.rel_notice set closed = true where id = '" + corrected + "'");
        return id;
    }

    /** One to the other town that never left. */
    void unsent() {
        run(UNSENT);
    }

    private void run(String sql) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }
}
