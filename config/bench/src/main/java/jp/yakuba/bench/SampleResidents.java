package jp.yakuba.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import jp.yakuba.cards.SampleAccounts;

/**
 * Residents who use the portal in a measurement: each has an account of its own, linked to a head of household of the
 * ledger, with a sitting that was sent and one that is being typed. Fresh ones for each run, so that every run sees the
 * same amount of life.
 */
final class SampleResidents {
    private static final String PROCEDURE = "water-start";
    private static final String ACCOUNTS = """
            WITH known AS (SELECT password_hash FROM yakuba.acc_account WHERE mail = ?),
            heads AS (
                SELECT m.person_id, row_number() OVER () AS place FROM yakuba.res_membership m
                WHERE m.relationship = '世帯主' AND m.valid_until IS NULL
                AND NOT EXISTS (SELECT 1 FROM yakuba.acc_link l WHERE l.person_id = m.person_id)
                AND NOT EXISTS (SELECT 1 FROM yakuba.res_shielded s WHERE s.person_id = m.person_id)
                LIMIT ?),
            made AS (
                INSERT INTO yakuba.acc_account (id, display_name, mail, state, password_hash, created_at)
                SELECT gen_random_uuid(), '計測 ' || place, ? || place || '@resident.example', 'OPEN', password_hash, now()
                FROM heads CROSS JOIN known RETURNING id, mail)
            INSERT INTO yakuba.acc_link (id, account_id, person_id, how, linked_at)
            SELECT gen_random_uuid(), made.id, heads.person_id, 'COUNTER', now()
            FROM heads JOIN made ON made.mail = ? || heads.place || '@resident.example'
            """;
    private static final String COPIES = """
            INSERT INTO yakuba.apl_draft (id, version, account_id, guide, procedures, answers, created_at, saved_at, kept_until)
            SELECT gen_random_uuid(), version, account_id, guide, procedures, answers, created_at, saved_at, kept_until
            FROM yakuba.apl_draft, generate_series(1, ?) WHERE id = ? RETURNING id
            """;

    private final Office office;
    private final DataSource owner;

    SampleResidents(Office office, DataSource owner) {
        this.office = office;
        this.owner = owner;
    }

    /** One of them, signed in: the visitor, a sitting that was sent, a draft with everything answered, and copies of it. */
    record Resident(Visitor visitor, String bundle, String draft, String token, Queue<UUID> ready) {}

    /** Makes as many and lets each go the whole way once, from signing in to the receipt. */
    List<Resident> arrive(int many) throws Exception {
        var mark = "bench-" + UUID.randomUUID().toString().substring(0, 8) + "-";
        try (var connection = owner.getConnection(); var insert = connection.prepareStatement(ACCOUNTS)) {
            insert.setString(1, SampleAccounts.RESIDENTS.get(0));
            insert.setInt(2, many);
            insert.setString(3, mark);
            insert.setString(4, mark);
            insert.executeUpdate();
        }
        var all = new ArrayList<Resident>();
        for (int number = 1; number <= many; number++) {
            all.add(settle(mark + number + "@resident.example"));
        }
        return all;
    }

    private Resident settle(String mail) throws Exception {
        var visitor = new Visitor(office.portal());
        var signIn = Visitor.fields(visitor.get("/sign-in").page(), "signIn");
        signIn.put("mail", mail);
        signIn.put("password", SampleAccounts.RESIDENT_PASSWORD);
        visitor.post("/sign-in", signIn).next();
        var sent = fill(visitor, mail);
        var done = visitor.post(sent + "/check", sending(visitor, sent)).next();
        var draft = fill(visitor, mail);
        return new Resident(visitor, done.substring(done.lastIndexOf('/') + 1), draft,
                sending(visitor, draft).get("y_token"), new ConcurrentLinkedQueue<>());
    }

    /** Opens a draft and answers everything; returns its path. */
    private static String fill(Visitor visitor, String mail) throws Exception {
        var start = "/start?procedure=" + PROCEDURE;
        var fields = Visitor.fields(visitor.get(start).page(), "form");
        fields.put("y_procedure", PROCEDURE);
        var draft = visitor.post(start, fields).next();
        var answers = new LinkedHashMap<>(Map.of("y_token", fields.get("y_token"), "y_next", "on"));
        answers.putAll(Map.of("applicant.name", "計測 花子", "applicant.kana", "けいそく はなこ",
                "applicant.phone", "0155-62-0000", "applicant.mail", mail));
        visitor.post(draft + "/applicant", answers).next();
        answers.putAll(Map.of("move.new.postal", "0820012", "move.new.place", "北海道河西郡芽室町東二条",
                "move.new.lot", "2丁目14番地", "water.startOn.y", "R8", "water.startOn.m", "12", "water.startOn.d", "1"));
        answers.putAll(Map.of(PROCEDURE + ".use", "home", PROCEDURE + ".payment", "slip", PROCEDURE + ".sewer", "yes"));
        visitor.post(draft + "/water", answers).next();
        return draft;
    }

    private static Map<String, String> sending(Visitor visitor, String draft) throws Exception {
        return Visitor.fields(visitor.get(draft + "/check").page(), "sending");
    }

    /** Lays copies of a resident's finished draft ready until there are as many, so that sending alone can be measured. */
    void prepare(Resident resident, int wanted) throws SQLException {
        try (var connection = owner.getConnection(); var copy = connection.prepareStatement(COPIES)) {
            copy.setInt(1, Math.max(0, wanted - resident.ready().size()));
            copy.setObject(2, UUID.fromString(resident.draft().substring(resident.draft().lastIndexOf('/') + 1)));
            try (var rows = copy.executeQuery()) {
                while (rows.next()) {
                    resident.ready().add(rows.getObject(1, UUID.class));
                }
            }
        }
    }
}
