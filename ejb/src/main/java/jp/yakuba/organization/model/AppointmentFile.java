package jp.yakuba.organization.model;

import static jp.yakuba.organization.api.AppointmentFault.Kind.COLUMNS_WRONG;
import static jp.yakuba.organization.api.AppointmentFault.Kind.KIND_UNKNOWN;
import static jp.yakuba.organization.api.AppointmentFault.Kind.UNTIL_UNREADABLE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.yakuba.organization.api.AppointmentFault;
import jp.yakuba.organization.api.AppointmentKind;
import jp.yakuba.organization.api.AppointmentTerms;

/** Orders of appointments as a file of values divided by commas, every fault named by its line. */
public final class AppointmentFile {
    static final List<String> COLUMNS = List.of("staff", "post", "kind", "until");

    private final List<AppointmentFault> faults = new ArrayList<>();
    private final List<AppointmentTerms> orders = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    private AppointmentFile() {}

    /** Reads a file. */
    public static AppointmentFile read(String csv) {
        var file = new AppointmentFile();
        var rows = CsvRows.of(csv);
        if (rows.isEmpty() || !rows.get(0).values().equals(COLUMNS)) {
            file.faults.add(new AppointmentFault(1, COLUMNS_WRONG, String.join(",", COLUMNS)));
            return file;
        }
        rows.stream().skip(1).forEach(file::add);
        return file;
    }

    /** Writes a file. */
    public static String write(List<AppointmentTerms> orders) {
        return CsvRows.write(Stream.concat(Stream.of(COLUMNS), orders.stream().map(order -> Stream.of(
                        order.staffNumber(), order.post(), order.kind(), order.until())
                .map(value -> Objects.toString(value, "")).toList())).toList());
    }

    private void add(CsvRows.Row row) {
        if (row.values().size() != COLUMNS.size()) {
            faults.add(new AppointmentFault(row.line(), COLUMNS_WRONG, String.valueOf(row.values().size())));
            return;
        }
        var kind = row.values().get(2).strip();
        var until = row.values().get(3).strip();
        var known = Stream.of(AppointmentKind.values()).filter(one -> one.name().equals(kind)).findFirst();
        if (known.isEmpty()) {
            faults.add(new AppointmentFault(row.line(), KIND_UNKNOWN, kind));
        } else if (!isDay(until)) {
            faults.add(new AppointmentFault(row.line(), UNTIL_UNREADABLE, until));
        } else {
            orders.add(new AppointmentTerms(row.values().get(0).strip(), row.values().get(1).strip(), known.get(),
                    until.isEmpty() ? null : LocalDate.parse(until)));
            numbers.add(row.line());
        }
    }

    private static boolean isDay(String text) {
        try {
            return text.isEmpty() || text.length() == "2027-04-01".length() && LocalDate.parse(text) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** Orders that could be read. */
    public List<AppointmentTerms> orders() {
        return List.copyOf(orders);
    }

    /** What is wrong: with the file itself, and with what its orders mean. */
    public List<AppointmentFault> faults(AppointmentCheck check) {
        return Stream.concat(faults.stream(), check.faultsOf(orders).stream()
                        .map(fault -> new AppointmentFault(numbers.get(fault.line() - 1), fault.kind(), fault.value())))
                .sorted(Comparator.comparingInt(AppointmentFault::line))
                .toList();
    }
}
