package jp.yakuba.journeys;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Files of years gone by (満了した簿冊), closed and over, as an office has them after some years. */
final class Bygone {
    private static final String CLASS = "ZJ-01-01";

    private final DataSource owner;
    private final String section;

    private Bygone(DataSource owner, String section) {
        this.owner = owner;
        this.section = section;
    }

    /** Files of the section. */
    static Bygone of(DataSource owner, String section) {
        return new Bygone(owner, section);
    }

    /** A closed file of the fiscal year 2021 that was to be kept for a year. */
    String dossier(int number, String title) {
        for (var code : new String[] {"ZJ", "ZJ-01", CLASS}) {
            run("insert into yakuba.doc_class (section, fiscal_year, code, name) values (?, 2021, ?, '昔の文書') on conflict do nothing",
                    section, code);
        }
        var id = UUID.randomUUID();
        run("""
                insert into yakuba.doc_dossier (id, section, fiscal_year, class_code, number, title, retention, ground, medium,
                    disclosure, state, completed_year, retention_from, retention_until)
                values (?, ?, 2021, ?, ?, ?, 'Y1', '文書管理規程別表', 'ELECTRONIC', 'OPEN', 'CLOSED', 2021, '2022-04-01', '2023-03-31')
                """, id, section, CLASS, number, title);
        return id.toString();
    }

    /** A record that was done with in that year, put into the file. */
    void put(String record, String dossier) {
        run("update yakuba.doc_life set state = 'COMPLETED', completed_on = '2021-06-01', version = version + 1 where record_id = ?",
                UUID.fromString(record));
        run("update yakuba.doc_filing set until = now() where record_id = ? and until is null", UUID.fromString(record));
        run("""
                insert into yakuba.doc_filing (record_id, number, dossier_id, since)
                select ?, 1 + count(*), ?, now() from yakuba.doc_filing where record_id = ?
                """, UUID.fromString(record), UUID.fromString(dossier), UUID.fromString(record));
    }

    /** Draws up the list of those files of the section whose period is over; its id. */
    String draw(Visitor officer) {
        officer.goToOffice("/office/disposals");
        officer.page().selectOption("#section", section);
        officer.page().waitForNavigation(() -> officer.page().locator("button[name=y_draw]").click());
        return officer.id();
    }

    /** A protocol of a file that went years ago. */
    String protocol(int number) {
        var dossier = UUID.fromString(dossier(number, "とうに廃棄した綴"));
        var list = UUID.randomUUID();
        var id = UUID.randomUUID();
        run("""
                insert into yakuba.doc_disposal (id, section, fiscal_year, state, made_by, made_name, made_at, checked_by, checked_name,
                    checked_at, reviewed_by, reviewed_name, reviewed_at, appraised_by, appraised_name, appraised_at, confirmed_by,
                    confirmed_name, confirmed_at)
                select ?, ?, 2023, 'DONE', a, '係員', t, a, '課長', t, a, '総務係長', t, a, '学芸員', t, gen_random_uuid(), '副町長', t
                from (select gen_random_uuid() as a, timestamptz '2023-05-01 00:00:00Z' as t) x
                """, list, section);
        run("""
                insert into yakuba.doc_protocol (id, fiscal_year, sequence, number, kind, disposal_id, dossier_id, section, dossier_year,
                    dossier_code, dossier_title, class_names, retention, ground, kept_from, kept_until, records, files, bytes, reason,
                    checked_by, checked_name, reviewed_by, reviewed_name, appraised_by, appraised_name, confirmed_by, confirmed_name,
                    ended_on, ended_at, digest)
                select ?, 2023, ?, '令和5年度廃棄第' || ? || '号', 'DESTRUCTION', x.id, ?, ?, 2021, 'ZJ-01-01-001', 'とうに廃棄した綴',
                    '昔の文書', 'Y1', '文書管理規程別表', '2022-04-01', '2023-03-31', 2, 3, 123456, '保存期間の満了', x.checked_by, '課長',
                    x.reviewed_by, '総務係長', x.appraised_by, '学芸員', x.confirmed_by, '副町長', '2023-05-02', '2023-05-02 00:00:00Z',
                    repeat('0', 64)
                from yakuba.doc_disposal x where x.id = ?
                """, id, number, number, dossier, section, list);
        return id.toString();
    }

    private void run(String sql, Object... values) {
        try (var connection = owner.getConnection(); var statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            statement.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }
}
