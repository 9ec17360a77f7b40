package jp.yakuba.document.model.filing;

import static jp.yakuba.document.model.filing.PlanColumn.AFTER_USE;
import static jp.yakuba.document.model.filing.PlanColumn.CLASS;
import static jp.yakuba.document.model.filing.PlanColumn.CLAUSE;
import static jp.yakuba.document.model.filing.PlanColumn.CLOSED_UNTIL;
import static jp.yakuba.document.model.filing.PlanColumn.DISCLOSURE;
import static jp.yakuba.document.model.filing.PlanColumn.GROUND;
import static jp.yakuba.document.model.filing.PlanColumn.LARGE;
import static jp.yakuba.document.model.filing.PlanColumn.LAW_UNTIL;
import static jp.yakuba.document.model.filing.PlanColumn.MATTERS;
import static jp.yakuba.document.model.filing.PlanColumn.MEDIUM;
import static jp.yakuba.document.model.filing.PlanColumn.MIDDLE;
import static jp.yakuba.document.model.filing.PlanColumn.NUMBER;
import static jp.yakuba.document.model.filing.PlanColumn.PLACE;
import static jp.yakuba.document.model.filing.PlanColumn.PUBLIC_TITLE;
import static jp.yakuba.document.model.filing.PlanColumn.RETENTION;
import static jp.yakuba.document.model.filing.PlanColumn.SECTION;
import static jp.yakuba.document.model.filing.PlanColumn.SMALL;
import static jp.yakuba.document.model.filing.PlanColumn.TITLE;
import static jp.yakuba.document.model.filing.PlanColumn.YEAR;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.PlanImport.Fault;

/** One line of a filing plan as a table: what it says of a file, or everything that is wrong with it. */
public final class PlanRow {
    private static final int MOST = 999;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST = 200;

    private final long line;
    private final Map<PlanColumn, String> cells;
    private final List<Fault> faults = new ArrayList<>();
    private final DossierFacts facts;
    private final int year;

    private PlanRow(long line, Map<PlanColumn, String> cells) {
        this.line = line;
        this.cells = cells;
        this.year = number(YEAR, FIRST_YEAR, LAST_YEAR);
        this.facts = readFacts();
    }

    /** Reads a line. */
    public static PlanRow read(long line, Map<PlanColumn, String> cells) {
        return new PlanRow(line, cells);
    }

    private DossierFacts readFacts() {
        needed(SECTION);
        var code = PlanWords.plain(cells.get(CLASS));
        if (FileClass.levelOf(code) != 3 || !FileClass.CODE.matcher(code).matches()) {
            fault(CLASS, "class-code");
        }
        Stream.of(LARGE, MIDDLE, SMALL, TITLE, GROUND).forEach(this::needed);
        var read = new DossierFacts(code, number(NUMBER, 1, MOST), text(TITLE), text(PUBLIC_TITLE),
                word(RETENTION, PlanWords::retention), text(AFTER_USE) == null ? null : word(AFTER_USE, PlanWords::retention),
                day(LAW_UNTIL), text(GROUND), word(MEDIUM, PlanWords::medium), text(PLACE),
                word(DISCLOSURE, PlanWords::disclosure), text(CLAUSE), day(CLOSED_UNTIL), matters());
        DossierRule.contradictions(read).forEach(contradiction -> fault(contradiction.column(), contradiction.reason()));
        return read;
    }

    private Set<String> matters() {
        var typed = PlanWords.plain(cells.get(MATTERS));
        return typed.isEmpty() ? Set.of() : Stream.of(typed.split("[\\s,、]+")).collect(Collectors.toSet());
    }

    private <T> T word(PlanColumn column, Function<String, Optional<T>> meaning) {
        return meaning.apply(cells.get(column)).orElseGet(() -> {
            fault(column, "word");
            return null;
        });
    }

    private LocalDate day(PlanColumn column) {
        var typed = PlanWords.plain(cells.get(column));
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.replace('/', '-'));
        } catch (DateTimeParseException noDay) {
            fault(column, "day");
            return null;
        }
    }

    private int number(PlanColumn column, int least, int most) {
        var typed = PlanWords.plain(cells.get(column));
        if (typed.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(typed);
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault(column, "number");
        return least;
    }

    private void needed(PlanColumn column) {
        if (text(column) == null) {
            fault(column, "empty");
        } else if (text(column).length() > LONGEST) {
            fault(column, "long");
        }
    }

    private String text(PlanColumn column) {
        var typed = cells.get(column);
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** Adds what is wrong beyond the line itself. */
    public void fault(PlanColumn column, String reason) {
        faults.add(new Fault(line, column == null ? null : column.head(), reason, column == null ? null : cells.get(column)));
    }

    /** What is wrong with it. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Names of its classes by their codes, from the top. */
    public Map<String, String> classes() {
        var names = new TreeMap<String, String>();
        var small = facts.classCode();
        var middle = FileClass.parentOf(small);
        names.put(FileClass.parentOf(middle), text(LARGE));
        names.put(middle, text(MIDDLE));
        names.put(small, text(SMALL));
        return names;
    }

    /** What it says of the file; of use only without faults. */
    public DossierFacts facts() {
        return facts;
    }

    public int year() {
        return year;
    }

    public String section() {
        return PlanWords.plain(cells.get(SECTION));
    }

    public long line() {
        return line;
    }
}
