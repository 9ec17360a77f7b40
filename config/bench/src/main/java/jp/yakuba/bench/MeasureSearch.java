package jp.yakuba.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import jp.yakuba.bench.SearchRound.Searcher;
import jp.yakuba.server.CannotOpen;

/**
 * The program behind {@code mvn -Pbench -Dyakuba.bench.program=jp.yakuba.bench.MeasureSearch}: the search of records beside Groonga on
 * one corpus, and over as many documents as a town collects in decades. It prints medians, spread and ratios; it judges nothing.
 */
public final class MeasureSearch {
    static final String GROONGA = "Groonga over HTTP, no cache";
    static final String QUESTION = "the search: rights, texts, words compared";
    static final String PAGE = "the page of staff: signed in, addresses hidden, audited, drawn";

    private static final int RESIDENTS = 1000;
    private static final int QUESTIONS = 400;
    private static final int GROONGA_PORT = 10_041;
    private static final int ADDED = 200;

    private final SearchSettings settings;
    private final Corpus corpus = new Corpus(20261127);
    private final SearchReport report;

    private MeasureSearch(SearchSettings settings) {
        this.settings = settings;
        this.report = new SearchReport(settings);
    }

    /**
     * Measures and prints.
     *
     * @param arguments the folder of the project
     */
    public static void main(String[] arguments) throws Exception {
        try {
            var root = Path.of(arguments.length > 0 ? arguments[0] : ".");
            System.out.println(run(SearchSettings.from(MeasureSettings.from(root, System.getProperties()), System.getProperties())));
        } catch (CannotOpen reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        }
    }

    /** Measures, and returns the report, which also lies in the home of the measurement. */
    static String run(SearchSettings settings) throws Exception {
        System.setProperty("http.maxConnections", String.valueOf(4 * settings.office().clients()));
        var text = new MeasureSearch(settings).measure();
        Files.writeString(settings.office().home().resolve("search.md"), text);
        return text;
    }

    private String measure() throws Exception {
        report.begin(Groonga.version());
        try (var office = SearchedOffice.open(settings.office(), RESIDENTS, corpus)) {
            besideGroonga(office);
            if (settings.many() > settings.papers()) {
                overMany(office);
            }
        }
        return report.text();
    }

    private void besideGroonga(SearchedOffice office) throws Exception {
        say("%,d documents go into both", settings.papers());
        var papers = office.load().papers(settings.papers());
        var wanted = Wanted.in(corpus, settings.papers(), QUESTIONS);
        try (var groonga = openGroonga(0)) {
            indexGroonga(groonga, papers);
            index(office);
            for (int again = 1; again < settings.indexings(); again++) {
                try (var fresh = openGroonga(again)) {
                    indexGroonga(fresh, papers);
                }
                report.indexed(QUESTION, settings.papers() / office.indexAgain());
            }
            var ways = ways(groonga, office);
            for (var way : ways.entrySet()) {
                report.recall(way.getKey(), recall(way.getValue().clients().get(0), wanted));
            }
            takeTurns(ways, wanted, false);
            for (int round = 1; round <= settings.office().rounds(); round++) {
                say("Round %d of %d, load of the machine %.1f", round, settings.office().rounds(), machineLoad());
                takeTurns(ways, wanted, true);
            }
            report.sizes(groonga.size(), office.sizeOfIndex(), office.sizeOfText());
        }
        office.closeSearchers();
    }

    private Groonga openGroonga(int which) throws IOException {
        return Groonga.open(settings.office().home().resolve("groonga-" + which), settings.office().offset() + GROONGA_PORT + which, settings.tokenizer());
    }

    private void indexGroonga(Groonga groonga, List<Paper> papers) throws IOException {
        long begun = System.nanoTime();
        groonga.load(papers);
        report.indexed(GROONGA, papers.size() / ((System.nanoTime() - begun) / 1e9));
    }

    private void index(SearchedOffice office) throws Exception {
        report.read(settings.papers() / office.enter(1, settings.papers()));
        report.indexed(QUESTION, settings.papers() / office.indexAgain());
    }

    /** A way to search: its clients, the processes that do it, and whether the client is part of it. */
    private record Way(List<Searcher> clients, DoubleSupplier processes, boolean counted) {}

    private Map<String, Way> ways(Groonga groonga, SearchedOffice office) throws Exception {
        var ways = new LinkedHashMap<String, Way>();
        if (groonga != null) {
            ways.put(GROONGA, new Way(clients(() -> groonga::find), () -> ProcessTime.millisOfTree(groonga.pid()), false));
        }
        ways.put(QUESTION, new Way(clients(office::question), office.seen()::databaseCpu, true));
        ways.put(PAGE, new Way(clients(office::page), () -> office.seen().serverCpu() + office.seen().databaseCpu(), false));
        return ways;
    }

    private interface Maker {
        Searcher make() throws Exception;
    }

    private List<Searcher> clients(Maker maker) throws Exception {
        var clients = new ArrayList<Searcher>();
        for (int client = 0; client < settings.office().clients(); client++) {
            clients.add(maker.make());
        }
        return clients;
    }

    private static double recall(Searcher searcher, List<Wanted> wanted) throws Exception {
        double sum = 0;
        for (var one : wanted) {
            sum += one.recall(searcher.find(one));
        }
        return sum / wanted.size();
    }

    private void takeTurns(Map<String, Way> ways, List<Wanted> wanted, boolean counts) throws Exception {
        for (var way : ways.entrySet()) {
            var round = SearchRound.run(way.getValue().clients(), wanted, settings.office(), way.getValue().processes(), way.getValue().counted());
            if (counts) {
                report.round(way.getKey(), round);
                say("  %s: %.0f/s, p50 %.1f ms, p95 %.1f ms, %.2f CPU-ms", way.getKey(), round.perSecond(), round.p50(), round.p95(), round.cpu());
            }
        }
    }

    private void overMany(SearchedOffice office) throws Exception {
        say("%,d documents go into the office's database", settings.many());
        long begun = System.nanoTime();
        office.enterReady(settings.papers() + 1, settings.many());
        report.many((System.nanoTime() - begun) / 1e9, office.sizeOfIndex(), office.sizeOfText());
        var wanted = Wanted.in(corpus, settings.papers(), QUESTIONS);
        var ways = ways(null, office);
        takeTurns(ways, wanted, false);
        for (int round = 1; round <= settings.office().rounds(); round++) {
            for (var way : ways.entrySet()) {
                var seen = SearchRound.run(way.getValue().clients(), wanted, settings.office(), way.getValue().processes(), way.getValue().counted());
                report.roundOfMany(way.getKey(), seen);
                say("  %s: %.0f/s, p50 %.1f ms, p95 %.1f ms, %.2f CPU-ms", way.getKey(), seen.perSecond(), seen.p50(), seen.p95(), seen.cpu());
            }
        }
        office.closeSearchers();
        addOne(office);
    }

    /** What one more costs when so many are there: together, and alone until it is found. */
    private void addOne(SearchedOffice office) throws Exception {
        double before = office.seen().databaseCpu() + office.seen().serverCpu();
        double seconds = office.enter(settings.many() + 1, settings.many() + ADDED);
        double cpu = office.seen().databaseCpu() + office.seen().serverCpu() - before;
        report.added(seconds * 1000 / ADDED, cpu / ADDED, office.enter(settings.many() + ADDED + 1, settings.many() + ADDED + 1));
    }

    /** How many processes wait for a processor, over the last minute. */
    static double machineLoad() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void say(String words, Object... values) {
        System.out.printf(words + "%n", values);
    }
}
