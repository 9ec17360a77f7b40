package jp.yakuba.document.model.importing;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.document.api.ImportFaultLine;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.filing.PlanWords;
import jp.yakuba.document.model.history.CanonicalForm;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.kernel.VisibleText;

/** A line of the list of an import: what it says, and what is wrong with it as far as the line alone can tell. */
public final class ImportRow {
    private static final Map<String, Direction> DIRECTIONS = Map.of(
            "収受", Direction.IN, "発送", Direction.OUT, "施行", Direction.OUT, "起案", Direction.INTERNAL, "内部", Direction.INTERNAL);
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_WORDS = 300;
    private static final int LONGEST_VALUE = 120;
    private static final int MOST_FILES = 100;
    private static final String VERSION = "yakuba-import-line-1";

    private final int line;
    private final Map<ImportColumn, String> cells;
    private final List<ImportFaultLine> faults = new ArrayList<>();
    private final LocalDate date;
    private final Direction direction;
    private final RetentionClass retention;
    private final Integer dossierYear;
    private final List<ListedFile> files;

    /** A file as the list names it. */
    public record ListedFile(String path, String sha256) {}

    private ImportRow(int line, Map<ImportColumn, String> cells, LocalDate today) {
        this.line = line;
        this.cells = cells;
        need(ImportColumn.NUMBER, LONGEST_NUMBER);
        this.date = date(today);
        this.direction = DIRECTIONS.get(plain(ImportColumn.DIRECTION));
        if (direction == null) {
            fault(ImportColumn.DIRECTION, "direction");
        }
        need(ImportColumn.SECTION, LONGEST_NUMBER);
        need(ImportColumn.TITLE, LONGEST_WORDS);
        need(ImportColumn.PARTY, LONGEST_WORDS);
        need(ImportColumn.FILE, LONGEST_NUMBER);
        this.dossierYear = year();
        this.retention = PlanWords.retention(cell(ImportColumn.RETENTION)).orElse(null);
        if (retention == null) {
            fault(ImportColumn.RETENTION, "retention");
        }
        this.files = listedFiles();
    }

    /**
     * Reads a line.
     *
     * @param line its number in the list, the heads being line 1
     */
    public static ImportRow read(int line, Map<ImportColumn, String> cells, LocalDate today) {
        return new ImportRow(line, cells, today);
    }

    private LocalDate date(LocalDate today) {
        var read = EraDate.parse(cell(ImportColumn.DATE)).orElse(null);
        if (read == null) {
            fault(ImportColumn.DATE, "date");
        } else if (read.isAfter(today)) {
            fault(ImportColumn.DATE, "date-ahead");
        }
        return read;
    }

    private Integer year() {
        var typed = plain(ImportColumn.FILE_YEAR);
        if (typed.matches("[0-9]{4}")) {
            return Integer.valueOf(typed);
        }
        if (!typed.isEmpty()) {
            fault(ImportColumn.FILE_YEAR, "year");
        }
        return date == null ? null : FiscalYear.of(date).year();
    }

    private List<ListedFile> listedFiles() {
        var paths = split(cell(ImportColumn.PATHS)).toList();
        var hashes = split(plain(ImportColumn.HASHES)).map(String::toLowerCase).toList();
        if (paths.isEmpty()) {
            fault(ImportColumn.PATHS, "missing");
        } else if (paths.size() > MOST_FILES) {
            fault(ImportColumn.PATHS, "too-many");
        } else if (paths.size() != hashes.size()) {
            fault(ImportColumn.HASHES, "count");
        } else if (hashes.stream().anyMatch(hash -> !hash.matches("[0-9a-f]{64}"))) {
            fault(ImportColumn.HASHES, "hash");
        } else {
            return IntStream.range(0, paths.size()).mapToObj(at -> new ListedFile(paths.get(at), hashes.get(at))).toList();
        }
        return List.of();
    }

    private void need(ImportColumn column, int longest) {
        var value = cell(column);
        if (value.isEmpty()) {
            fault(column, "missing");
        } else if (value.length() > longest) {
            fault(column, "long");
        }
    }

    private String cell(ImportColumn column) {
        return VisibleText.of(cells.getOrDefault(column, "").replace('\0', ' ')).strip();
    }

    private String plain(ImportColumn column) {
        return PlanWords.plain(cell(column));
    }

    private static Stream<String> split(String cell) {
        return Stream.of(cell.split("[;\\n]")).map(String::strip).filter(part -> !part.isEmpty());
    }

    /** Says what is wrong in a column. */
    public void fault(ImportColumn column, String reason) {
        fault(column, reason, cell(column));
    }

    /** Says what is wrong in a column, and what with. */
    public void fault(ImportColumn column, String reason, String value) {
        var shown = value == null || value.isEmpty() || !column.isShown() ? null
                : value.substring(0, Math.min(value.length(), LONGEST_VALUE));
        faults.add(new ImportFaultLine(line, faults.size() + 1, column.head(), reason, shown));
    }

    /** What is wrong so far. */
    public List<ImportFaultLine> faults() {
        return List.copyOf(faults);
    }

    /** True if nothing is wrong so far. */
    public boolean holds() {
        return faults.isEmpty();
    }

    public int line() {
        return line;
    }

    public String number() {
        return cell(ImportColumn.NUMBER);
    }

    public LocalDate date() {
        return date;
    }

    /** The fiscal year of its day. */
    public int fiscalYear() {
        return FiscalYear.of(date).year();
    }

    public Direction direction() {
        return direction;
    }

    public String section() {
        return plain(ImportColumn.SECTION);
    }

    public String title() {
        return cell(ImportColumn.TITLE);
    }

    public String party() {
        return cell(ImportColumn.PARTY);
    }

    /** The fiscal year of the plan in which its file stands. */
    public Integer dossierYear() {
        return dossierYear;
    }

    public String dossierCode() {
        return plain(ImportColumn.FILE);
    }

    public RetentionClass retention() {
        return retention;
    }

    /** Staff numbers of the named readers; none if it is not confidential. */
    public List<String> readers() {
        return split(plain(ImportColumn.READERS)).distinct().toList();
    }

    /** The number of the person of the ledger it is about (宛名番号); empty if nobody. */
    public String person() {
        return plain(ImportColumn.PERSON);
    }

    public List<ListedFile> files() {
        return files;
    }

    /** What caused the record: its number in the earlier system, always under the same id. */
    public UUID causeId(String origin) {
        var digest = Sha256.of(new CanonicalForm(VERSION)
                .add(origin).add(direction).add(section()).add(fiscalYear()).add(number()).bytes());
        var bits = ByteBuffer.wrap(digest);
        return new UUID(bits.getLong(), bits.getLong());
    }

    /** SHA-256 over everything that the line says. */
    public String digest() {
        var form = new CanonicalForm(VERSION);
        for (var column : ImportColumn.values()) {
            form.add(cell(column));
        }
        return Sha256.hex(form.bytes());
    }
}
