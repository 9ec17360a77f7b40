package jp.yakuba.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.ToDoubleFunction;
import jp.yakuba.server.TownDatabase;

/**
 * The program that measures approvals in one office: over HTTP, with the page that is read before, beside the reference in this
 * process, with some proposals open and with ten times as many. It prints medians, spread and ratios; it judges nothing.
 */
public final class MeasureApprovals {
    private static final Duration WARMING_TURN = Duration.ofSeconds(5);
    private static final int GROWTH = 10;

    private final MeasureSettings settings;
    private final int open;
    private final StringBuilder text = new StringBuilder();

    private MeasureApprovals(MeasureSettings settings, int open) {
        this.settings = settings;
        this.open = open;
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
        System.out.println(run(settings, Integer.parseInt(given.getProperty("yakuba.bench.open", "1000"))));
    }

    /**
     * Measures, and returns the report, which also lies in the home of the measurement.
     *
     * @param open how many proposals are open at first
     */
    static String run(MeasureSettings settings, int open) throws Exception {
        System.setProperty("http.maxConnections", String.valueOf(4 * settings.clients()));
        var report = new MeasureApprovals(settings, open).measure();
        Files.writeString(settings.home().resolve("approvals.md"), report);
        return report;
    }

    private String measure() throws Exception {
        try (var town = MeasuredTown.open(settings, settings.towns().get(0), settings.offset());
                var peer = CamundaPeer.open(town, settings.clients())) {
            try (var superuser = CamundaPeer.superuser(town, TownDatabase.NAME)) {
                OpenProposals.clear(superuser);
            }
            var proposals = new OpenProposals(town.running().database().owner());
            var tasks = new ApprovalTasks(town, settings, proposals, peer).all();
            line("Measured on %s, %s; %d clients, %d rounds of %d seconds a work, medians (least–most).", LocalDate.now(),
                    Measure.machine(), settings.clients(), settings.rounds(), settings.length().toSeconds());
            var few = new Measurement(town, tasks, 0);
            var many = new Measurement(town, tasks, 0);
            fill(proposals, peer, open);
            warmUp(few);
            few.lookIdle();
            take(few, proposals, peer);
            fill(proposals, peer, GROWTH * open);
            many.lookIdle();
            take(many, proposals, peer);
            growth(few, many);
            return text.toString();
        }
    }

    private static void fill(OpenProposals proposals, CamundaPeer peer, int open) throws Exception {
        proposals.fill(open);
        peer.fill(open);
    }

    private void warmUp(Measurement measurement) throws Exception {
        System.out.println("Warming up for " + settings.warmUp().toSeconds() + " seconds");
        var end = System.nanoTime() + settings.warmUp().toNanos();
        while (System.nanoTime() < end) {
            for (var task : measurement.tasks()) {
                measurement.turn(task, settings, WARMING_TURN, false);
            }
        }
    }

    private void take(Measurement measurement, OpenProposals proposals, CamundaPeer peer) throws Exception {
        line("%n## %,d proposals open, %,d processes open in the reference%n", proposals.count(), peer.count());
        for (int round = 1; round <= settings.rounds(); round++) {
            for (var task : measurement.tasks()) {
                measurement.turn(task, settings, settings.length(), true);
            }
        }
        table(measurement);
    }

    private void table(Measurement seen) {
        line("| Work | a second | p50 ms | p95 ms | server CPU-ms | database CPU-ms | together | without compiling | statements |");
        line("|---|---|---|---|---|---|---|---|---|");
        seen.rounds().forEach((task, rounds) -> line("| %s | %.0f (%.0f–%.0f) | %.1f | %.1f | %.2f | %.2f | %.2f | **%.2f** (%.2f–%.2f) | %s |",
                task.name(), median(rounds, Round::perSecond), least(rounds, Round::perSecond), most(rounds, Round::perSecond),
                median(rounds, Round::p50), median(rounds, Round::p95), median(rounds, Round::serverCpu),
                median(rounds, Round::databaseCpu), median(rounds, Round::cpu), median(rounds, Round::warmCpu),
                least(rounds, Round::warmCpu), most(rounds, Round::warmCpu),
                task.isInProcess() ? "—" : "%.1f".formatted(median(rounds, Round::statements))));
        var page = rounds(seen, ApprovalTasks.OPENED);
        var approved = rounds(seen, ApprovalTasks.APPROVED);
        var program = rounds(seen, ApprovalTasks.PROGRAM);
        var atOnce = rounds(seen, ApprovalTasks.MANY);
        var peer = rounds(seen, ApprovalTasks.PEER);
        var peerRead = rounds(seen, ApprovalTasks.PEER_READ);
        double press = median(approved, Round::warmCpu) - median(page, Round::warmCpu);
        line("%nWithout compiling, the approval without the page before it costs %.2f CPU-ms and %.1f statements.", press,
                median(approved, Round::statements) - median(page, Round::statements));
        line("To the reference, over 1 if ours is better: read and approved × %.2f in rate, × %.2f in CPU; the approval alone × %.2f in CPU.",
                median(approved, Round::perSecond) / median(peerRead, Round::perSecond),
                median(peerRead, Round::warmCpu) / median(approved, Round::warmCpu), median(peer, Round::warmCpu) / press);
        line("By a program, read and approved × %.2f in rate, × %.2f in CPU; twenty at once, the approval alone × %.2f in rate, × %.2f in CPU.",
                median(program, Round::perSecond) / median(peerRead, Round::perSecond),
                median(peerRead, Round::warmCpu) / median(program, Round::warmCpu),
                median(atOnce, Round::perSecond) / median(peer, Round::perSecond), median(peer, Round::warmCpu) / median(atOnce, Round::warmCpu));
        line("Works that failed: %d.", seen.rounds().values().stream().flatMap(List::stream).mapToLong(Round::failures).sum());
    }

    private void growth(Measurement few, Measurement many) {
        line("%n## With ten times as many open%n");
        line("| Work | CPU-ms | grew by |");
        line("|---|---|---|");
        for (var task : few.tasks()) {
            double before = median(few.rounds().get(task), Round::warmCpu);
            double after = median(many.rounds().get(task), Round::warmCpu);
            line("| %s | %.2f → %.2f | × %.2f |", task.name(), before, after, after / before);
        }
    }

    private static List<Round> rounds(Measurement seen, String name) {
        return seen.rounds().entrySet().stream().filter(each -> each.getKey().name().equals(name)).findFirst().orElseThrow().getValue();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return sorted(rounds, figure).get(rounds.size() / 2);
    }

    private static double least(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return sorted(rounds, figure).get(0);
    }

    private static double most(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return sorted(rounds, figure).get(rounds.size() - 1);
    }

    private static List<Double> sorted(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return new ArrayList<>(rounds.stream().map(figure::applyAsDouble).sorted().toList());
    }

    private void line(String words, Object... values) {
        text.append(words.formatted(values)).append('\n');
    }
}
