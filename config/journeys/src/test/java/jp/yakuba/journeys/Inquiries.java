package jp.yakuba.journeys;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** An inquiry of this office with an answer, and one of another office, each with every kind of question. */
final class Inquiries {
    private static final String QUESTIONS = """
            <question code="q1" kind="text" required="true"><label>担当課</label><hint>正式な名前で</hint></question>
            <question code="q2" kind="long-text" required="false"><label>意見</label></question>
            <question code="q3" kind="number" required="true"><label>延長</label><unit>km</unit><least>0</least><most>100.5</most></question>
            <question code="q4" kind="date" required="false"><label>策定日</label></question>
            <question code="q5" kind="choice" required="true"><label>計画</label><choice>あり</choice><choice>なし</choice></question>
            <question code="q6" kind="choices" required="false"><label>対象</label><choice>道路</choice><choice>橋</choice></question>
            <question code="q7" kind="table" required="false"><label>施設</label><choice>名</choice><choice>数</choice></question>
            """;
    private static final String ANSWER = """
            <given question="q1"><value>土木課</value></given><given question="q3"><value>12.5</value></given>
            <given question="q5"><value>あり</value></given><given question="q7"><row><cell>中央公園</cell><cell>3</cell></row></given>
            """;

    private final DataSource owner;

    Inquiries(DataSource owner) {
        this.owner = owner;
    }

    /** Other offices that may be asked. */
    void agree() {
        run("insert into yakuba.exc_peer (code, name, address, added_at, asked) values ('990019', '試験市', 'https://localhost:1/x', now(),"
                + " '{document,inquiry}'), ('990027', '別の試験市', 'https://localhost:1/x', now(), '{document,inquiry}') on conflict do nothing");
    }

    /** An inquiry that is written; its id. */
    String written(String section) {
        var id = UUID.randomUUID().toString();
        inquiry(id, section, "WRITING", null, null);
        return id;
    }

    /** An inquiry that left as the record, and was answered by a record too; its id. */
    String answered(String section, String record) {
        var id = UUID.randomUUID().toString();
        inquiry(id, section, "SENT", UUID.randomUUID().toString(), record);
        run("insert into yakuba.inq_office (inquiry, peer, message, sent_at) values ('%1$s', '990019', gen_random_uuid(), now()),"
                .formatted(id) + " ('%1$s', '990027', gen_random_uuid(), now())".formatted(id));
        run("""
                insert into yakuba.inq_answer (peer, message, inquiry, record_id, number, arrived_at, late, state, content)
                values ('990019', gen_random_uuid(), '%1$s', '%2$s', '試総第9号', now(), true, 'COUNTS',
                    convert_to('<answer xmlns="urn:yakuba:inquiry:1"><id>%1$s</id>%3$s</answer>', 'UTF8')),
                    ('990019', gen_random_uuid(), '%1$s', '%2$s', '試総第8号', now(), false, 'REPLACED',
                    convert_to('<answer xmlns="urn:yakuba:inquiry:1"><id>%1$s</id></answer>', 'UTF8'))
                """.formatted(id, record, ANSWER));
        return id;
    }

    /** What another office asks by the record; its id. */
    String asked(String section, String record) {
        var id = UUID.randomUUID().toString();
        run("""
                insert into yakuba.inq_asked (id, peer, peer_name, inquiry, record_id, section, number, form, title, deadline, arrived_at, state)
                values ('%1$s', '990019', '試験市', '%1$s', '%2$s', '%3$s', '試総第1号', %4$s, '公園の状況', '2026-12-25', now(), 'OPEN')
                """.formatted(id, record, section, form(id)));
        return id;
    }

    private void inquiry(String id, String section, String state, String draft, String record) {
        run("""
                insert into yakuba.inq_inquiry (id, section, title, explanation, deadline, form, offices, state, draft_id, record_id, number, clerk, begun_at)
                values ('%1$s', '%2$s', '道路の状況', '次の事項について照会します。', '2026-12-25', %3$s, '{990019,990027}', '%4$s', %5$s, %6$s,
                    '芽総第1号', gen_random_uuid(), now())
                """.formatted(id, section, form(id), state, quoted(draft), quoted(record)));
    }

    private static String quoted(String id) {
        return id == null ? "null" : "'" + id + "'";
    }

    private static String form(String id) {
        return "convert_to('<inquiry xmlns=\"urn:yakuba:inquiry:1\"><id>" + id + "</id><title>公園の状況</title><explanation>説明です。</explanation>"
                + "<deadline>2026-12-25</deadline>" + QUESTIONS + "</inquiry>', 'UTF8')";
    }

    private void run(String sql) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
