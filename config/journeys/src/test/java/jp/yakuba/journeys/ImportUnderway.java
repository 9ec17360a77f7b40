package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import jp.yakuba.outside.EarlierSystem;

/** An import of an earlier system's documents that is under way when a plug is pulled. */
final class ImportUnderway {
    private static final int LINES = 600;
    private static final String FILE = "section = 'general' and retention = 'Y3'";

    /** Some milliseconds a row, so that a plug can be pulled in the middle. */
    private static final String SLOW = """
            CREATE OR REPLACE FUNCTION yakuba.test_slow() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_sleep(0.02); RETURN NEW; END $$;
            CREATE TRIGGER test_slow BEFORE INSERT ON yakuba.doc_import_record FOR EACH ROW EXECUTE FUNCTION yakuba.test_slow()""";
    private static final String FAST = "DROP TRIGGER IF EXISTS test_slow ON yakuba.doc_import_record; DROP FUNCTION IF EXISTS yakuba.test_slow()";

    private final KilledOffice office;
    private final BiConsumer<String, BooleanSupplier> await;

    private ImportUnderway(KilledOffice office, BiConsumer<String, BooleanSupplier> await) {
        this.office = office;
        this.await = await;
    }

    /** Orders it and waits until some lines are taken, and not all. */
    static ImportUnderway of(KilledOffice office, BiConsumer<String, BooleanSupplier> await) {
        var underway = new ImportUnderway(office, await);
        underway.begin();
        return underway;
    }

    private void begin() {
        var file = office.ask("select class_code || '-' || lpad(number::text, 3, '0') from yakuba.doc_dossier where " + FILE + " order by id limit 1").get(0);
        var year = office.ask("select fiscal_year from yakuba.doc_dossier where " + FILE + " order by id limit 1").get(0);
        try {
            EarlierSystem.handOver(office.home().resolve("import/earlier"), LINES,
                    new EarlierSystem.Place("general", Integer.parseInt(year), file, "3年"));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        office.command(SLOW);
        var manager = Intruder.before(office.office("")).signInAsStaff(Staff.with(office.owner(), "records-manager", "general"));
        manager.post("/office/imports", manager.filled("/office/imports", Map.of("source", "earlier", "origin", "旧文書管理", "y_take", "on")));
        await.accept("some lines are taken", () -> done() > 0);
        assertThat(done()).as("the plug is pulled in the middle").isLessThan(LINES);
    }

    /** After another start: every line was taken once, with its file and its history, and nothing else is there. */
    void mustComeToItsEnd() {
        office.command(FAST);
        await.accept("the import has come to its end", () -> office.count("doc_import", "state = 'DONE'") == 1);
        assertThat(office.count("doc_import", "taken = " + LINES + " and faulty = 0 and there = 0")).isEqualTo(1);
        assertThat(office.count("doc_record", "series = 'IMPORTED'")).isEqualTo(LINES);
        assertThat(office.ask("select count(distinct line) from yakuba.doc_import_record")).containsExactly(String.valueOf(LINES));
        assertThat(office.ask("select count(distinct f.sha256) from yakuba.doc_record_file f join yakuba.doc_record r on r.id = f.record_id"
                + " where r.series = 'IMPORTED'")).containsExactly(String.valueOf(LINES));
        assertThat(office.count("doc_event", "kind = 'IMPORTED'")).isEqualTo(LINES);
    }

    private long done() {
        return Long.parseLong(office.ask("select coalesce(sum(done), 0) from yakuba.doc_import").get(0));
    }
}
