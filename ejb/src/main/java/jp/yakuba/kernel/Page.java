package jp.yakuba.kernel;

import java.util.List;

/**
 * A part of a list and how long the whole is.
 *
 * @param rows the rows of this page
 * @param total rows of the whole list
 * @param request the part that was asked for
 */
public record Page<T>(List<T> rows, long total, PageRequest request) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** True if rows follow after this page. */
    public boolean hasNext() {
        return (long) request.offset() + rows.size() < total;
    }
}
