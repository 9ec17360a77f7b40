package jp.yakuba.document.service.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.PlanImport.Fault;
import jp.yakuba.document.model.filing.FileClass;
import jp.yakuba.document.model.filing.PlanColumn;
import jp.yakuba.document.model.filing.PlanRow;
import jp.yakuba.document.model.filing.PlanWords;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Reads and writes filing plans as CSV. */
@ApplicationScoped
public class PlanTable {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();
    private static final int MOST_ROWS = 20_000;

    /** What was read: the lines, and what is wrong with the table as a whole or with any line. */
    public record Read(List<PlanRow> rows, List<Fault> faults) {}

    /** Reads a whole table; a table without the needed heads has one fault for each missing head and no lines. */
    Read read(Reader csv) {
        try (var parser = CSVParser.parse(csv, FORMAT)) {
            var lines = parser.iterator();
            var heads = lines.hasNext() ? heads(lines.next()) : List.<String>of();
            var missing = PlanColumn.missingIn(heads);
            if (!missing.isEmpty()) {
                return new Read(List.of(), missing.stream().map(head -> new Fault(1, head, "head-missing", null)).toList());
            }
            var rows = new ArrayList<PlanRow>();
            while (lines.hasNext() && rows.size() < MOST_ROWS) {
                var record = lines.next();
                if (!isEmpty(record)) {
                    rows.add(PlanRow.read(parser.getCurrentLineNumber(), cells(heads, record)));
                }
            }
            compare(rows);
            return new Read(rows, rows.stream().flatMap(row -> row.faults().stream()).toList());
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            return new Read(List.of(), List.of(new Fault(1, null, "unreadable", null)));
        }
    }

    private static List<String> heads(CSVRecord first) {
        var heads = new ArrayList<String>();
        first.forEach(head -> heads.add(PlanWords.plain(head.replace("\uFEFF", ""))));
        return heads;
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static Map<PlanColumn, String> cells(List<String> heads, CSVRecord record) {
        var cells = new EnumMap<PlanColumn, String>(PlanColumn.class);
        for (int i = 0; i < Math.min(heads.size(), record.size()); i++) {
            var cell = record.get(i).replace('\0', ' ');
            PlanColumn.under(heads.get(i)).ifPresent(column -> cells.put(column, withoutGuard(cell)));
        }
        return cells;
    }

    /** What is wrong between lines: two with one number, or one class under two names. */
    private static void compare(List<PlanRow> rows) {
        var numbers = new HashMap<String, PlanRow>();
        var names = new HashMap<String, String>();
        for (var row : rows.stream().filter(one -> one.faults().isEmpty()).toList()) {
            var place = row.section() + ' ' + row.year() + ' ';
            if (numbers.putIfAbsent(place + row.facts().code(), row) != null) {
                row.fault(PlanColumn.NUMBER, "double");
            }
            row.classes().forEach((code, name) -> {
                var before = names.putIfAbsent(place + code, name);
                if (before != null && !before.equals(name)) {
                    row.fault(columnOf(code), "class-name-differs");
                }
            });
        }
    }

    private static PlanColumn columnOf(String code) {
        return List.of(PlanColumn.LARGE, PlanColumn.MIDDLE, PlanColumn.SMALL).get(FileClass.levelOf(code) - 1);
    }

    /** Writes the files with the names of their classes ("section year code" to name) and sections. */
    void write(Collection<DossierView> dossiers, Map<String, String> classes, Map<String, String> sections, Writer out) {
        try {
            out.write('\uFEFF');
            var printer = new CSVPrinter(out, FORMAT);
            printer.printRecord((Object[]) PlanColumn.heads());
            for (var dossier : dossiers) {
                printer.printRecord(cells(dossier, classes, sections).stream().map(PlanTable::guarded).toList());
            }
            printer.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException("A filing plan could not be written out", broken);
        }
    }

    private static List<String> cells(DossierView dossier, Map<String, String> classes, Map<String, String> sections) {
        var facts = dossier.facts();
        var middle = FileClass.parentOf(facts.classCode());
        var place = dossier.section() + ' ' + dossier.fiscalYear() + ' ';
        return java.util.stream.Stream.of(
                        dossier.fiscalYear(), dossier.section(), sections.get(dossier.section()), facts.classCode(),
                        classes.get(place + FileClass.parentOf(middle)), classes.get(place + middle),
                        classes.get(place + facts.classCode()), facts.number(), facts.title(), facts.publicTitle(),
                        PlanWords.of(facts.retention()), facts.afterUse() == null ? null : PlanWords.of(facts.afterUse()),
                        facts.lawUntil(), facts.ground(), PlanWords.of(facts.medium()), facts.place(),
                        PlanWords.of(facts.disclosure()), facts.clause(), facts.closedUntil(),
                        facts.matters().stream().sorted().collect(Collectors.joining(" ")), PlanWords.of(dossier.state()),
                        dossier.completedYear(), dossier.keptFrom(), dossier.keptUntil(), dossier.disposalYear())
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String guarded(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }

    private static String withoutGuard(String cell) {
        return cell.matches("(?s)'[=+\\-@\\t\\r].*") ? cell.substring(1) : cell;
    }
}
