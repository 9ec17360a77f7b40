package jp.yakuba.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Properties;
import jp.yakuba.cards.SampleAccounts;
import jp.yakuba.launcher.OfficeSettings;
import jp.yakuba.launcher.RunningOffice;
import jp.yakuba.outside.EarlierSystem;
import jp.yakuba.server.Folders;
import jp.yakuba.server.Ports;

/**
 * The program that measures an import: lays documents of an earlier system down, orders their import, kills the server in its
 * middle, opens it again, and compares what is there at the end.
 */
public final class MeasureImport {
    private static final String SOURCE = "measured";
    private static final String ORIGIN = "計測 ";
    private static final int PARTS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final MeasureSettings settings;
    private final int documents;
    private final String origin = ORIGIN + System.currentTimeMillis();
    private final HeapWatch heap = new HeapWatch();
    private final StringBuilder text = new StringBuilder();
    private RunningOffice office;

    private MeasureImport(MeasureSettings settings, int documents) {
        this.settings = settings;
        this.documents = documents;
    }

    /**
     * Measures and prints.
     *
     * @param arguments the folder of the project
     */
    public static void main(String[] arguments) throws Exception {
        var given = new Properties();
        given.putAll(System.getProperties());
        given.putIfAbsent("yakuba.bench.towns", "18000");
        var settings = MeasureSettings.from(Path.of(arguments.length > 0 ? arguments[0] : "."), given);
        var measured = new MeasureImport(settings, Integer.parseInt(given.getProperty("yakuba.bench.documents", "100000")));
        System.out.println(measured.measure());
    }

    private String measure() throws Exception {
        var home = Files.createDirectories(settings.home().resolve("import-" + settings.towns().get(0)));
        var order = new OfficeSettings(settings.root(), home, new Ports(settings.offset()), OfficeSettings.DEFAULT_TOWN, settings.towns().get(0));
        try {
            office = RunningOffice.start(order, System.out::println);
            layDown(home.resolve("import").resolve(SOURCE));
            line("Measured on %s, %s; %,d documents (nine of ten text, one PDF).%n", LocalDate.now(), Measure.machine(), documents);
            var id = order();
            var before = follow(id, documents / 2);
            long serverCpu = before.cpu();
            long killed = System.nanoTime();
            office.server().process().find().orElseThrow().destroyForcibly();
            office.close();
            office = RunningOffice.start(order, System.out::println);
            await(id, before.done());
            double dark = (System.nanoTime() - killed) / 1e9;
            var after = follow(id, documents);
            report(id, before, after, dark, serverCpu);
        } finally {
            if (office != null) {
                office.close();
            }
        }
        Files.writeString(settings.home().resolve("import.md"), text);
        return text.toString();
    }

    private void layDown(Path folder) throws IOException, SQLException {
        Folders.delete(folder);
        EarlierSystem.handOver(folder, documents, new EarlierSystem.Place("general",
                Integer.parseInt(ask("SELECT fiscal_year FROM yakuba.doc_dossier WHERE section = 'general' AND retention = 'Y3' ORDER BY id LIMIT 1")),
                ask("SELECT class_code || '-' || lpad(number::text, 3, '0') FROM yakuba.doc_dossier"
                        + " WHERE section = 'general' AND retention = 'Y3' ORDER BY id LIMIT 1"), "3年"));
    }

    private String order() throws Exception {
        var number = ask("""
                SELECT s.number FROM yakuba.org_post_role r JOIN yakuba.org_appointment a ON a.post = r.post AND a.valid_until IS NULL
                JOIN yakuba.org_staff s ON s.id = a.staff WHERE r.role = 'records-manager' ORDER BY s.number LIMIT 1
                """);
        var manager = new Visitor(URI.create(office.settings().officeAddress()));
        var signIn = Visitor.fields(manager.get("/office/sign-in").page(), "signIn");
        signIn.put("number", number);
        signIn.put("password", SampleAccounts.STAFF_PASSWORD.formatted(number));
        manager.post("/office/sign-in", signIn).next();
        var form = Visitor.pressed(manager.get("/office/imports").page(), "order", "y_take");
        form.put("source", SOURCE);
        form.put("origin", origin);
        form.put("y_take", "on");
        manager.post("/office/imports", form).next();
        return ask("SELECT id FROM yakuba.doc_import WHERE origin = '" + origin + "'");
    }

    /** How long some lines took, and what the server had used by then. */
    private record Stretch(long done, double seconds, long cpu) {}

    private Stretch follow(String id, long until) throws Exception {
        long first = done(id);
        long started = System.nanoTime();
        double cpu = cpu();
        long done = first;
        while (done < until) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            done = done(id);
            heap.look(office.server().process().find().orElseThrow().pid(), done);
            System.out.printf("  %,d of %,d%n", done, documents);
        }
        return new Stretch(done - first, (System.nanoTime() - started) / 1e9, Math.round(cpu() - cpu));
    }

    private void await(String id, long more) throws Exception {
        while (done(id) <= more) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private double cpu() {
        return ProcessTime.millisOfTree(office.server().process().find().orElseThrow().pid())
                + ProcessTime.millisOfTree(office.database().pid().orElseThrow());
    }

    private long done(String id) throws SQLException {
        return Long.parseLong(ask("SELECT done FROM yakuba.doc_import WHERE id = '" + id + "'"));
    }

    private void report(String id, Stretch before, Stretch after, double dark, long cpuBefore) throws SQLException {
        line("| | lines | seconds | lines a second | CPU-ms a line, server and database |");
        line("|---|---|---|---|---|");
        line("| before the kill -9 | %,d | %.0f | %.0f | %.2f |", before.done(), before.seconds(), before.done() / before.seconds(),
                (double) cpuBefore / before.done());
        line("| after it | %,d | %.0f | %.0f | %.2f |", after.done(), after.seconds(), after.done() / after.seconds(),
                (double) after.cpu() / after.done());
        line("%nFrom the kill until it went on by itself: %.0f s, the whole start in it.", dark);
        line("%nHeap in use, least in each fifth, MB: %s; most at any time %d MB.", fifths(), heap.most());
        line("%nAt the end: %s", ask("""
                SELECT format('%%s taken, %%s there, %%s with faults, %%s; %%s records, %%s distinct numbers, %%s lines from %%s to %%s, %%s first steps, %%s files of %%s records',
                    i.taken, i.there, i.faulty, i.state, count(r.id), count(DISTINCT r.number), count(DISTINCT m.line), min(m.line), max(m.line),
                    (SELECT count(*) FROM yakuba.doc_event e JOIN yakuba.doc_import_record o ON o.record_id = e.record_id
                        WHERE o.import_id = i.id AND e.sequence = 1 AND e.kind = 'IMPORTED'),
                    (SELECT count(DISTINCT f.sha256) FROM yakuba.doc_record_file f JOIN yakuba.doc_import_record o ON o.record_id = f.record_id
                        JOIN yakuba.doc_file d ON d.sha256 = f.sha256 WHERE o.import_id = i.id),
                    (SELECT count(DISTINCT f.record_id) FROM yakuba.doc_record_file f JOIN yakuba.doc_import_record o ON o.record_id = f.record_id
                        WHERE o.import_id = i.id))
                FROM yakuba.doc_import i JOIN yakuba.doc_import_record m ON m.import_id = i.id JOIN yakuba.doc_record r ON r.id = m.record_id
                WHERE i.id = '%s' GROUP BY i.id
                """.formatted(id)));
    }

    private String fifths() {
        var least = new StringBuilder();
        long part = documents / PARTS;
        for (int at = 0; at < PARTS; at++) {
            least.append(at == 0 ? "" : ", ").append(heap.least(at * part, (at + 1) * part));
        }
        return least.toString();
    }

    private String ask(String sql) throws SQLException {
        try (var connection = office.database().owner().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void line(String words, Object... values) {
        text.append(words.formatted(values)).append('\n');
    }
}
