package jp.yakuba.document.api;

import java.util.List;
import jp.yakuba.kernel.PageRequest;

/**
 * A part of a register of numbers (発番簿), latest number first.
 *
 * @param rows its lines; branches stand behind their number
 * @param last highest number of the whole register; 0 while it is empty
 * @param gaps how many numbers of the whole register nobody has explained
 * @param open numbers of the whole register that were taken ahead and wait
 * @param request the part that was asked for, counted in numbers
 */
public record NumberRegister(List<NumberLine> rows, long last, long gaps, List<NumberLine> open, PageRequest request) {
    public NumberRegister {
        rows = List.copyOf(rows);
        open = List.copyOf(open);
    }

    /** True if lower numbers follow after this part. */
    public boolean hasNext() {
        return last > (long) request.offset() + request.size();
    }
}
