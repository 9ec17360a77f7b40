package jp.yakuba.organization.model;

import static jp.yakuba.organization.api.ReorganisationFault.Kind.COLUMNS_WRONG;
import static jp.yakuba.organization.api.ReorganisationFault.Kind.FLAG_UNREADABLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.yakuba.organization.api.ReorganisationFault;
import jp.yakuba.organization.api.SuccessionTerms;

/** The plan of a reorganisation as a file of values divided by commas, every fault named by its line. */
public final class ReorganisationFile {
    static final List<String> COLUMNS = List.of(
            "section", "successor", "main", "name", "english", "letter", "parent", "phone", "counter");

    private final List<ReorganisationFault> faults = new ArrayList<>();
    private final List<SuccessionTerms> lines = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    private ReorganisationFile() {}

    /** Reads a file. */
    public static ReorganisationFile read(String csv) {
        var file = new ReorganisationFile();
        var rows = CsvRows.of(csv);
        if (rows.isEmpty() || !rows.get(0).values().equals(COLUMNS)) {
            file.faults.add(new ReorganisationFault(1, COLUMNS_WRONG, String.join(",", COLUMNS)));
            return file;
        }
        rows.stream().skip(1).forEach(file::add);
        return file;
    }

    /** Writes a file. */
    public static String write(List<SuccessionTerms> plan) {
        return CsvRows.write(Stream.concat(Stream.of(COLUMNS), plan.stream().map(ReorganisationFile::values)).toList());
    }

    private static List<String> values(SuccessionTerms terms) {
        return Stream.of(
                        terms.section(), terms.successor(), terms.main(), terms.name(), terms.english(), terms.letter(),
                        terms.parent(), terms.phone(), terms.counter())
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    private void add(CsvRows.Row row) {
        if (row.values().size() != COLUMNS.size()) {
            faults.add(new ReorganisationFault(row.line(), COLUMNS_WRONG, String.valueOf(row.values().size())));
            return;
        }
        var main = value(row, "main");
        if (main != null && !main.equals("true") && !main.equals("false")) {
            faults.add(new ReorganisationFault(row.line(), FLAG_UNREADABLE, main));
            return;
        }
        lines.add(new SuccessionTerms(
                value(row, "section"), value(row, "successor"), !"false".equals(main), value(row, "name"), value(row, "english"),
                value(row, "letter"), value(row, "parent"), value(row, "phone"), value(row, "counter")));
        numbers.add(row.line());
    }

    private static String value(CsvRows.Row row, String column) {
        var value = row.values().get(COLUMNS.indexOf(column)).strip();
        return value.isEmpty() ? null : value;
    }

    /** Lines that could be read, in order. */
    public List<SuccessionTerms> lines() {
        return List.copyOf(lines);
    }

    /** What is wrong: with the file itself, and with what its lines mean. */
    public List<ReorganisationFault> faults(ReorganisationPlan plan) {
        return Stream.concat(
                        faults.stream(),
                        plan.faults().stream().map(fault ->
                                new ReorganisationFault(numbers.get(fault.line() - 1), fault.kind(), fault.value())))
                .sorted(Comparator.comparingInt(ReorganisationFault::line))
                .toList();
    }
}
