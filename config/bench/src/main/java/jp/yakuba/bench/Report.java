package jp.yakuba.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The words and figures of a measurement, as Markdown: medians over the rounds, the spread, and the ratios. */
final class Report {
    private static final double STRETCH = 4;
    private static final double MOST_GROWTH = 1.5;

    private final MeasureSettings settings;
    private final List<Measurement> measurements;
    private final StringBuilder text = new StringBuilder();

    Report(MeasureSettings settings, List<Measurement> measurements) {
        this.settings = settings;
        this.measurements = measurements;
    }

    String text() {
        line("Measured on %s, %s; %d clients, %d rounds of %d seconds a work, medians (least–most).", LocalDate.now(),
                Measure.machine(), settings.clients(), settings.rounds(), settings.length().toSeconds());
        measurements.forEach(this::town);
        growth();
        times();
        return text.toString();
    }

    private void town(Measurement seen) {
        line("%n## %,d residents%n", seen.town().population());
        line("A submission leaves %d rows. Left alone, the office uses %.0f + %.0f CPU-ms and %.0f statements a second.%n",
                seen.rowsOfSubmission(), seen.idle().serverCpu(), seen.idle().databaseCpu(), seen.idle().statements());
        line("| Work | a second | p50 ms | p95 ms | server CPU-ms | database CPU-ms | together | × static page | × inserts"
                + " | statements |");
        line("|---|---|---|---|---|---|---|---|---|---|");
        double plain = median(rounds(seen, Task.STATIC), Round::cpu);
        double inserts = median(rounds(seen, Task.INSERTS), Round::cpu);
        seen.rounds().forEach((task, rounds) -> {
            double cpu = median(rounds, Round::cpu);
            line("| %s | %.0f | %.1f | %.1f | %.2f | %.2f | **%.2f** (%.2f–%.2f)%s | %.1f | %.2f | %s |", task.name(),
                    median(rounds, Round::perSecond), median(rounds, Round::p50), median(rounds, Round::p95),
                    median(rounds, Round::serverCpu), median(rounds, Round::databaseCpu),
                    cpu, least(rounds), most(rounds), verdict(task, cpu), cpu / plain, cpu / inserts,
                    task.name().equals(Task.INSERTS) ? "—" : "%.1f".formatted(median(rounds, Round::statements)));
        });
        long failures = seen.rounds().values().stream().flatMap(List::stream).mapToLong(Round::failures).sum();
        line("%nWorks that failed: %d.", failures);
    }

    private static String verdict(Task task, double cpu) {
        if (Double.isNaN(task.bar())) {
            return "";
        }
        return cpu <= STRETCH ? " ≤ 4" : cpu <= task.bar() ? " ≤ 6" : " over 6";
    }

    private void growth() {
        var small = measurements.get(0);
        measurements.stream().skip(1).forEach(large -> {
            line("%n## From %,d to %,d residents%n", small.town().population(), large.town().population());
            line("| Work | CPU-ms | grew by (each round) |");
            line("|---|---|---|");
            for (var task : small.tasks()) {
                var before = rounds(small, task.name());
                var after = rounds(large, task.name());
                double growth = median(after, Round::cpu) / median(before, Round::cpu);
                line("| %s | %.2f → %.2f | × %.2f%s (%s) |", task.name(), median(before, Round::cpu), median(after, Round::cpu),
                        growth, growth > MOST_GROWTH ? " over 1.5" : "", eachRound(before, after));
            }
        });
    }

    private static String eachRound(List<Round> before, List<Round> after) {
        var words = new StringBuilder();
        for (int at = 0; at < before.size(); at++) {
            words.append(at == 0 ? "" : ", ").append("%.2f".formatted(after.get(at).cpu() / before.get(at).cpu()));
        }
        return words.toString();
    }

    private void times() {
        line("%n## Opening%n");
        line("| Residents | first start, s | of it loading, s | heap at most while loading, MB | later start, s |");
        line("|---|---|---|---|---|");
        measurements.forEach(seen -> line("| %,d | %s | %s | %s | %s |", seen.town().population(),
                seen.town().times().get("first"), seen.town().times().get("load"), seen.town().times().get("load.heap.mb"),
                seen.town().times().get("later")));
    }

    private static List<Round> rounds(Measurement seen, String name) {
        return seen.rounds().entrySet().stream().filter(each -> each.getKey().name().equals(name)).findFirst().orElseThrow().getValue();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double least(List<Round> rounds) {
        return rounds.stream().mapToDouble(Round::cpu).min().orElse(Double.NaN);
    }

    private static double most(List<Round> rounds) {
        return rounds.stream().mapToDouble(Round::cpu).max().orElse(Double.NaN);
    }

    private void line(String form, Object... figures) {
        text.append(String.format(Locale.ROOT, form, figures)).append('\n');
    }
}
