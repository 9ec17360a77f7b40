package jp.yakuba.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The words and figures of a measurement of the search, as Markdown: medians over the rounds, the spread, and the ratios to Groonga. */
final class SearchReport {
    private static final double BAR = 0.5;
    private static final double MEGA = 1e6;

    private final SearchSettings settings;
    private final Map<String, List<SearchRound>> rounds = new LinkedHashMap<>();
    private final Map<String, List<SearchRound>> roundsOfMany = new LinkedHashMap<>();
    private final Map<String, List<Double>> indexed = new LinkedHashMap<>();
    private final Map<String, Double> recall = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String sizes = "";
    private String many = "";
    private String added = "";
    private double read;

    SearchReport(SearchSettings settings) {
        this.settings = settings;
    }

    void begin(String groonga) {
        line("Measured on %s, %s, load %.1f at the beginning; %d clients, %d rounds of %d seconds, medians (least–most). %s, %s.", LocalDate.now(),
                Measure.machine(), MeasureSearch.machineLoad(), settings.office().clients(), settings.office().rounds(),
                settings.office().length().toSeconds(), groonga.isEmpty() ? "Groonga" : groonga, settings.tokenizer());
    }

    void round(String way, SearchRound round) {
        rounds.computeIfAbsent(way, name -> new ArrayList<>()).add(round);
    }

    void roundOfMany(String way, SearchRound round) {
        roundsOfMany.computeIfAbsent(way, name -> new ArrayList<>()).add(round);
    }

    void recall(String way, double found) {
        recall.put(way, found);
    }

    void indexed(String way, double perSecond) {
        indexed.computeIfAbsent(way, name -> new ArrayList<>()).add(perSecond);
    }

    /** How many documents a second were read and indexed, each a file of its own. */
    void read(double perSecond) {
        read = perSecond;
    }

    void sizes(long groonga, long index, long texts) {
        sizes = "On the disk: Groonga with its texts %.0f MB, our index %.0f MB and texts %.0f MB.".formatted(groonga / MEGA, index / MEGA, texts / MEGA);
    }

    void many(double seconds, long index, long texts) {
        many = "Loaded by COPY beside the domain's desks in %.0f s; index %.0f MB (%.1f kB a document), texts %.0f MB.".formatted(
                seconds, index / MEGA, index / 1e3 / settings.many(), texts / MEGA);
    }

    void added(double millis, double cpu, double alone) {
        added = ("Two hundred more: %.1f ms each until they were found, %.1f CPU-ms of server and database (reading the file included);"
                + " one alone was found after %.1f s.").formatted(millis, cpu, alone);
    }

    String text() {
        line("%n## %,d documents, beside Groonga%n", settings.papers());
        table(rounds, true);
        line("%nIndexing, documents a second: Groonga %s; ours %s, **× %.2f**%s; ours with reading each file %.0f.", spread(indexed.get(MeasureSearch.GROONGA)),
                spread(indexed.get(MeasureSearch.QUESTION)), ratioOfIndexing(), verdict(ratioOfIndexing()), read);
        line("%s", sizes);
        if (!roundsOfMany.isEmpty()) {
            line("%n## %,d documents%n", settings.many());
            table(roundsOfMany, false);
            line("%n%s%n%s", many, added);
        }
        line("%nLoad of the machine at the end %.1f.", MeasureSearch.machineLoad());
        return text.toString();
    }

    private void table(Map<String, List<SearchRound>> seen, boolean beside) {
        line("| Way | recall at 10 | searches a second | p50 ms | p95 ms | CPU-ms | × Groonga |");
        line("|---|---|---|---|---|---|---|");
        seen.forEach((way, some) -> line("| %s | %s | %.0f (%.0f–%.0f) | %.1f | %.1f | %.2f | %s |", way,
                beside ? "%.3f".formatted(recall.get(way)) : "—", median(some, SearchRound::perSecond),
                some.stream().mapToDouble(SearchRound::perSecond).min().orElse(Double.NaN),
                some.stream().mapToDouble(SearchRound::perSecond).max().orElse(Double.NaN),
                median(some, SearchRound::p50), median(some, SearchRound::p95), median(some, SearchRound::cpu),
                beside ? ratio(some) : "—"));
    }

    /** Of each round with the one of the peer beside it. */
    private String ratio(List<SearchRound> some) {
        var peer = rounds.get(MeasureSearch.GROONGA);
        var ratios = new ArrayList<Double>();
        for (int at = 0; at < some.size(); at++) {
            ratios.add(some.get(at).perSecond() / peer.get(at).perSecond());
        }
        double ratio = median(ratios, value -> value);
        return "**%.2f**%s (%.2f–%.2f)".formatted(ratio, verdict(ratio), ratios.stream().min(Double::compare).orElseThrow(),
                ratios.stream().max(Double::compare).orElseThrow());
    }

    private double ratioOfIndexing() {
        return median(indexed.get(MeasureSearch.QUESTION), value -> value) / median(indexed.get(MeasureSearch.GROONGA), value -> value);
    }

    private static String verdict(double ratio) {
        return ratio >= 1 ? " ≥ 1" : ratio >= BAR ? " ≥ 0.5" : " under 0.5";
    }

    private static String spread(List<Double> values) {
        return "%.0f (%.0f–%.0f)".formatted(median(values, value -> value), values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow());
    }

    private static <T> double median(List<T> some, ToDoubleFunction<T> figure) {
        var sorted = some.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private void line(String form, Object... figures) {
        text.append(String.format(Locale.ROOT, form, figures)).append('\n');
    }
}
