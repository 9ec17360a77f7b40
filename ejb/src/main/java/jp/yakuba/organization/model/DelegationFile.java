package jp.yakuba.organization.model;

import static jp.yakuba.organization.api.DelegationFault.Kind.AMOUNT_UNREADABLE;
import static jp.yakuba.organization.api.DelegationFault.Kind.BESIDE_UNREADABLE;
import static jp.yakuba.organization.api.DelegationFault.Kind.CLASS_UNKNOWN;
import static jp.yakuba.organization.api.DelegationFault.Kind.COLUMNS_WRONG;
import static jp.yakuba.organization.api.DelegationFault.Kind.FLAG_UNREADABLE;
import static jp.yakuba.organization.api.DelegationFault.Kind.RANK_UNREADABLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.organization.api.DecisionClass;
import jp.yakuba.organization.api.DelegationFault;
import jp.yakuba.organization.api.DelegationTerms;
import jp.yakuba.organization.api.DelegationTerms.Beside;
import jp.yakuba.organization.api.RuleStop;

/**
 * The delegation table as a file of values divided by commas: read with every fault named by its line, and written so that it
 * can be read again.
 */
public final class DelegationFile {
    static final List<String> COLUMNS = List.of(
            "matter", "name", "up_to_amount", "consent_rank", "line_from_rank", "decider_rank", "decider_post",
            "proxy_excluded", "editable", "decision_class", "article", "source", "consults", "informs");
    private static final String STAGES = " | ";
    private static final int LOWEST = 99;

    private final List<DelegationFault> faults = new ArrayList<>();
    private final List<DelegationTerms> lines = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int line;

    private DelegationFile() {}

    /** Reads a file. */
    public static DelegationFile read(String csv) {
        var file = new DelegationFile();
        var rows = CsvRows.of(csv);
        if (rows.isEmpty() || !rows.get(0).values().equals(COLUMNS)) {
            file.faults.add(new DelegationFault(1, COLUMNS_WRONG, String.join(",", COLUMNS)));
            return file;
        }
        rows.stream().skip(1).forEach(file::add);
        return file;
    }

    /** Writes a file. */
    public static String write(List<DelegationTerms> table) {
        var rows = Stream.concat(Stream.of(COLUMNS), table.stream().map(DelegationFile::values)).toList();
        return CsvRows.write(rows);
    }

    private static List<String> values(DelegationTerms terms) {
        return Stream.of(
                        terms.matter(), terms.name(), terms.upToAmount(), terms.consentRank(), terms.lineFromRank(),
                        terms.deciderRank(), terms.deciderPost(), terms.proxyExcluded(), terms.editable(),
                        terms.decisionClass(), terms.article(), terms.source(), text(terms, RuleStop.Kind.CONSULT),
                        text(terms, RuleStop.Kind.INFORM))
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    private static String text(DelegationTerms terms, RuleStop.Kind kind) {
        return terms.besides().stream()
                .filter(one -> one.kind() == kind)
                .collect(Collectors.groupingBy(Beside::stage, TreeMap::new, Collectors.mapping(
                        one -> one.post() != null ? "post:" + one.post() : "section:" + one.section(),
                        Collectors.joining(" "))))
                .values().stream().collect(Collectors.joining(STAGES));
    }

    private void add(CsvRows.Row row) {
        line = row.line();
        if (row.values().size() != COLUMNS.size()) {
            fault(COLUMNS_WRONG, String.valueOf(row.values().size()));
            return;
        }
        int before = faults.size();
        var besides = new ArrayList<Beside>();
        besides.addAll(besides(value(row, "consults"), RuleStop.Kind.CONSULT));
        besides.addAll(besides(value(row, "informs"), RuleStop.Kind.INFORM));
        var terms = new DelegationTerms(
                value(row, "matter"), value(row, "name"), amount(value(row, "up_to_amount")), rank(value(row, "consent_rank")),
                rank(value(row, "line_from_rank")), rank(value(row, "decider_rank")), value(row, "decider_post"),
                flag(value(row, "proxy_excluded")), flag(value(row, "editable")), decisionClass(value(row, "decision_class")),
                value(row, "article"), value(row, "source"), besides);
        if (faults.size() == before) {
            lines.add(terms);
            numbers.add(line);
        }
    }

    private static String value(CsvRows.Row row, String column) {
        var value = row.values().get(COLUMNS.indexOf(column)).strip();
        return value.isEmpty() ? null : value;
    }

    private Long amount(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,15}")) {
            fault(AMOUNT_UNREADABLE, text);
            return null;
        }
        return Long.valueOf(text);
    }

    private Integer rank(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{2}") || Integer.parseInt(text) < Post.HEAD || Integer.parseInt(text) > LOWEST) {
            fault(RANK_UNREADABLE, text);
            return null;
        }
        return Integer.valueOf(text);
    }

    private boolean flag(String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(FLAG_UNREADABLE, text);
        }
        return "true".equals(text);
    }

    private DecisionClass decisionClass(String text) {
        var found = Stream.of(DecisionClass.values()).filter(one -> one.name().equals(text)).findFirst();
        if (text != null && found.isEmpty()) {
            fault(CLASS_UNKNOWN, text);
        }
        return found.orElse(null);
    }

    private List<Beside> besides(String text, RuleStop.Kind kind) {
        var found = new ArrayList<Beside>();
        if (text == null) {
            return found;
        }
        var stages = text.split("\\|");
        for (int stage = 0; stage < stages.length; stage++) {
            for (var word : stages[stage].strip().split(" +")) {
                var parts = word.split(":", 2);
                switch (parts[0]) {
                    case "post" -> found.add(new Beside(stage + 1, kind, parts.length == 2 ? parts[1] : "", null));
                    case "section" -> found.add(new Beside(stage + 1, kind, null, parts.length == 2 ? parts[1] : ""));
                    default -> fault(BESIDE_UNREADABLE, word);
                }
            }
        }
        return found;
    }

    private void fault(DelegationFault.Kind kind, String value) {
        faults.add(new DelegationFault(line, kind, value));
    }

    /** Lines that could be read, in order. */
    public List<DelegationTerms> lines() {
        return List.copyOf(lines);
    }

    /** What is wrong: with the file itself, and with what its lines mean in the chart of the day. */
    public List<DelegationFault> faults(DelegationCheck check) {
        var all = new ArrayList<>(faults);
        for (int each = 0; each < lines.size(); each++) {
            all.addAll(check.faultsOf(lines.get(each), lines.subList(0, each), numbers.get(each)));
        }
        all.sort(Comparator.comparingInt(DelegationFault::line));
        return all;
    }
}
