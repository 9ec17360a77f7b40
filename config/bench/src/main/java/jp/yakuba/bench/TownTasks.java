package jp.yakuba.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jp.yakuba.cards.SampleAccounts;

/** Everything that is measured in one town, in the order of a round. */
final class TownTasks implements AutoCloseable {
    private static final double PAGE_BAR = 6;
    private static final List<String> WORDS = List.of("住民票", "引越し", "こども", "水道", "ごみ", "いぬ", "税", "印鑑");
    private static final String REGISTRAR = "1017";
    private static final int ENOUGH_PER_SECOND = 60;

    private final MeasuredTown town;
    private final MeasureSettings settings;
    /** Residents who read: nothing is sent on their accounts while they do. */
    private final List<SampleResidents.Resident> residents;
    private final List<SampleResidents.Resident> senders;
    private final SampleResidents sample;
    private final PlainInserts inserts;
    private final List<Person> persons;
    private final Map<Integer, Visitor> registrars = new HashMap<>();
    private final AtomicLong turn = new AtomicLong();
    private final List<java.sql.Connection> connections = new ArrayList<>();

    TownTasks(MeasuredTown town, MeasureSettings settings) throws Exception {
        this.town = town;
        this.settings = settings;
        var owner = town.running().database().owner();
        this.sample = new SampleResidents(town.office(), owner);
        this.residents = sample.arrive(settings.clients());
        this.senders = sample.arrive(settings.clients());
        town.office().rest(0);
        this.inserts = PlainInserts.of(owner, residents.get(0).bundle());
        this.persons = persons();
    }

    /** How many rows a submission inserts. */
    int rows() {
        return inserts.rows();
    }

    List<Task> all() {
        return List.of(
                Task.of(Task.STATIC, client -> page(new Visitor(town.office().portal()), MeasuredTown.PLAIN_PAGE)),
                Task.of("home", client -> page(new Visitor(town.office().portal()), "/")),
                Task.of("catalogue search, asked before", client -> search("")),
                Task.of("catalogue search, new", client -> search("&n=")),
                new Task("status of everything, signed in", PAGE_BAR, client -> page(residents.get(client).visitor(), "/my")),
                new Task("status of one sitting, signed in", PAGE_BAR,
                        client -> page(residents.get(client).visitor(), "/my/" + residents.get(client).bundle())),
                new Task("question page of a form, signed in", PAGE_BAR,
                        client -> page(residents.get(client).visitor(), residents.get(client).draft() + "/water")),
                Task.of(Task.SUBMISSION, this::submission),
                Task.of(Task.INSERTS, client -> insert()),
                Task.of("ledger search by staff, name and birth date", client -> ledgerSearch(client, true)),
                Task.of("ledger search by staff, name alone", client -> ledgerSearch(client, false)));
    }

    private static Work page(Visitor visitor, String path) {
        return () -> visitor.get(path).page();
    }

    private Work search(String more) {
        var visitor = new Visitor(town.office().portal());
        return () -> {
            long now = turn.incrementAndGet();
            var words = URLEncoder.encode(WORDS.get((int) (now % WORDS.size())), StandardCharsets.UTF_8);
            visitor.get("/procedures?q=" + words + (more.isEmpty() ? "" : more + now)).page();
        };
    }

    private Work submission(int client) throws SQLException {
        sample.prepare(senders.get(client), (int) Math.max(10, settings.length().toSeconds() + 1) * ENOUGH_PER_SECOND);
        var resident = senders.get(client);
        return () -> {
            var draft = resident.ready().remove();
            var next = resident.visitor().post("/draft/" + draft + "/check",
                    Map.of("y_token", resident.token(), "y_once", draft + ":bench")).next();
            if (!next.startsWith("/my/done/")) {
                throw new IllegalStateException("The submission led to " + next);
            }
        };
    }

    private Work insert() throws SQLException {
        var connection = inserts.connect();
        connections.add(connection);
        return inserts.work(connection);
    }

    /** A registrar looks for a person by the name, and by the day of birth too where that is told. */
    private Work ledgerSearch(int client, boolean born) throws Exception {
        var visitor = registrar(client);
        var form = Visitor.fields(visitor.get("/office/residents").page(), "search");
        return () -> {
            form.put("reason", "計測");
            var person = persons.get((int) (turn.incrementAndGet() % persons.size()));
            form.put("words", person.name());
            form.put("birthDate", born ? person.born() : "");
            var page = visitor.post("/office/residents", form).page();
            form.putAll(Visitor.fields(page, "search"));
        };
    }

    private Visitor registrar(int client) throws Exception {
        var known = registrars.get(client);
        if (known != null) {
            return known;
        }
        var visitor = new Visitor(town.office().rooms());
        var signIn = Visitor.fields(visitor.get("/office/sign-in").page(), "signIn");
        signIn.put("number", REGISTRAR);
        signIn.put("password", SampleAccounts.STAFF_PASSWORD.formatted(REGISTRAR));
        visitor.post("/office/sign-in", signIn).next();
        registrars.put(client, visitor);
        return visitor;
    }

    /** Somebody of the ledger who may be looked for. */
    private record Person(String name, String born) {}

    /** The same ones in every run of a town, scattered over it; some in the smallest town too. */
    private List<Person> persons() throws SQLException {
        try (var connection = town.running().database().owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT name, birth_date::text FROM yakuba.res_person ORDER BY md5(id::text) LIMIT 200")) {
            var found = new ArrayList<Person>();
            while (rows.next()) {
                found.add(new Person(rows.getString(1), rows.getString(2)));
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
        inserts.clear();
    }
}
