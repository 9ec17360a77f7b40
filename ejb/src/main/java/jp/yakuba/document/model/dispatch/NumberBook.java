package jp.yakuba.document.model.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberSeries;

/** A register of numbers (発番簿): every number up to the last, those without record and reason named as gaps. */
public final class NumberBook {
    private NumberBook() {}

    /**
     * All numbers in order.
     *
     * @param used numbers that records bear
     * @param taken numbers that were taken ahead; those used by a record are not told twice
     */
    public static List<NumberLine> of(NumberSeries series, String section, int year, List<NumberLine> used, List<NumberLine> taken) {
        var lines = new ArrayList<>(used);
        taken.stream().filter(line -> !line.state().equals(TakenNumber.State.USED.name())).forEach(lines::add);
        var known = new TreeSet<Long>();
        lines.forEach(line -> known.add(line.sequence()));
        long last = known.isEmpty() ? 0 : known.last();
        for (long sequence = 1; sequence < last; sequence++) {
            if (!known.contains(sequence)) {
                lines.add(new NumberLine(null, series, section, year, sequence, 1, "第" + sequence + "号", null, "GAP", null, null, null, null));
            }
        }
        lines.sort(Comparator.comparingLong(NumberLine::sequence).thenComparingInt(NumberLine::branch));
        return List.copyOf(lines);
    }
}
