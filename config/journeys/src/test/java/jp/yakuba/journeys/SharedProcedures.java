package jp.yakuba.journeys;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Procedures that another office shares: one as it was taken over and is newer there now, one that nobody took over. */
final class SharedProcedures {
    static final String PAGE = "/office/shared-procedure?office=990019&code=sand-spreading";

    private final DataSource owner;

    SharedProcedures(DataSource owner) {
        this.owner = owner;
    }

    /** Both, with a copy that is as old as now. */
    void offerAndTake() {
        agree();
        offer("sand-spreading", "砂まきの申込み", 500, false, 7);
        offer("roof-snow", "屋根の雪おろしの申込み", 0, true, 3);
        var before = procedure("sand-spreading", "砂まきの申込み", 0, true);
        run("""
                insert into yakuba.shr_taken (code, peer, serial, name, content, sha256, form, taken_at, taken_by)
                values ('sand-spreading', '990019', 2, '砂まきの申込み', convert_to('%1$s', 'UTF8'),
                    encode(sha256(convert_to('%1$s', 'UTF8')), 'hex'), 1, now(), '様式 花子') on conflict do nothing
                """.formatted(before));
    }

    /** The office, of which a copy was made just now. */
    void agree() {
        run("insert into yakuba.exc_peer (code, name, address, added_at) values ('990019', '試験市', 'https://localhost:1/x', now()) on conflict do nothing");
        run("update yakuba.exc_peer set asked = array_append(asked, 'procedure-catalogue') where code = '990019' and not 'procedure-catalogue' = any (asked)");
        run("insert into yakuba.exc_copy (peer, name, state, as_of, next_at) values ('990019', 'procedure-catalogue', '7-" + "a".repeat(32)
                + "', now(), now() + interval '1 day') on conflict do nothing");
    }

    /** What the office says of a procedure from now on. */
    void offer(String code, String name, int fee, boolean required, int serial) {
        var content = procedure(code, name, fee, required);
        run("""
                insert into yakuba.shr_offered (peer, code, serial, name, kana, summary, content, sha256)
                values ('990019', '%1$s', %4$d, '%2$s', 'かな', '%2$sを受け付けます。', convert_to('%3$s', 'UTF8'),
                    encode(sha256(convert_to('%3$s', 'UTF8')), 'hex'))
                on conflict (peer, code) do update set serial = excluded.serial, content = excluded.content, sha256 = excluded.sha256
                """.formatted(code, name, content, serial));
    }

    private static String procedure(String code, String name, int fee, boolean required) {
        var text = "{\"ja\":\"" + name + "\",\"easy\":\"" + name + "\",\"en\":\"Snow\"}";
        var label = "{\"ja\":\"場所\",\"easy\":\"ばしょ\",\"en\":\"Place\"}";
        return "{\"version\":1,\"facts\":{\"code\":\"" + code + "\",\"name\":" + text + ",\"kana\":\"かな\",\"summary\":" + text
                + ",\"legalGround\":\"除雪要綱第3条\",\"section\":\"elsewhere\",\"whoMay\":" + text + ",\"bring\":[],\"fee\":" + fee
                + ",\"standardDays\":3,\"identity\":\"PASSWORD\",\"kind\":\"NOTIFICATION\",\"visit\":\"NONE\",\"online\":true,\"lifeEvents\":[],\"keywords\":[]"
                + ",\"validFrom\":\"2020-04-01\"},\"form\":{\"procedure\":\"" + code + "\",\"version\":3,\"sections\":[{\"id\":\"first\",\"title\":" + label
                + ",\"fields\":[{\"id\":\"place\",\"type\":\"TEXT\",\"label\":" + label + ",\"required\":" + required + "}]}],\"rules\":[]}}";
    }

    private void run(String sql) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }
}
