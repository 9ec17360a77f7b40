package jp.yakuba.document.model.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberSeries;

/** A register of numbers (発番簿): every number up to the last, those without record and reason named as gaps. */
public final class NumberBook {
    private NumberBook() {}

    /**
     * A part of a register: the numbers above {@code after} as far as {@code upTo}.
     *
     * @param section of no meaning for series of the town
     * @param year fiscal or calendar year, as the series counts
     */
    public record Part(NumberSeries series, String section, int year, long after, long upTo) {}

    /**
     * The numbers of a part, highest first, branches behind their number.
     *
     * @param used numbers that records bear
     * @param taken numbers that were taken ahead; those used by a record are not told twice
     */
    public static List<NumberLine> of(Part part, List<NumberLine> used, List<NumberLine> taken) {
        var lines = new ArrayList<>(used);
        taken.stream().filter(line -> !line.state().equals(TakenNumber.State.USED.name())).forEach(lines::add);
        var known = lines.stream().map(NumberLine::sequence).collect(Collectors.toSet());
        LongStream.rangeClosed(part.after() + 1, part.upTo()).filter(sequence -> !known.contains(sequence))
                .forEach(sequence -> lines.add(gap(part, sequence)));
        lines.sort(Comparator.comparingLong(NumberLine::sequence).reversed().thenComparingInt(NumberLine::branch));
        return List.copyOf(lines);
    }

    private static NumberLine gap(Part part, long sequence) {
        return new NumberLine(null, part.series(), part.section(), part.year(), sequence, 1, "第" + sequence + "号", null, "GAP", null, null, null, null);
    }
}
