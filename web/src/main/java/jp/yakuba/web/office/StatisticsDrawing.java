package jp.yakuba.web.office;

import java.util.List;
import java.util.function.ToLongFunction;
import jp.yakuba.application.api.ProcedureStatistics;
import jp.yakuba.web.office.BarDrawing.Series;
import jp.yakuba.web.shell.Messages;

/** The plan of a chart of procedures: bars of what is done, open in time and overdue. */
final class StatisticsDrawing {
    private StatisticsDrawing() {}

    /** The plan as JSON. */
    static String of(List<ProcedureStatistics> rows, Messages messages, boolean onDark) {
        return new BarDrawing(
                rows.stream().map(ProcedureStatistics::name).toList(),
                List.of(new Series(messages.get("office.done"), BarDrawing.GREEN, numbers(rows, ProcedureStatistics::done)),
                        new Series(messages.get("office.open.inTime"), BarDrawing.BLUE,
                                numbers(rows, row -> Math.max(0, row.open() - row.overdue()))),
                        new Series(messages.get("office.overdue"), BarDrawing.ORANGE,
                                numbers(rows, row -> Math.min(row.open(), row.overdue())))),
                true, onDark).plan();
    }

    private static List<Long> numbers(List<ProcedureStatistics> rows, ToLongFunction<ProcedureStatistics> number) {
        return rows.stream().mapToLong(number).boxed().toList();
    }
}
