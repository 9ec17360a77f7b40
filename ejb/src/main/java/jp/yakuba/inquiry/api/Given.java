package jp.yakuba.inquiry.api;

import java.util.List;

/**
 * What was given as answer to a question.
 *
 * @param question its code
 * @param values one text, day ({@code yyyy-mm-dd}) or number; what was chosen; or the rows of a table, their cells parted by tabs
 */
public record Given(String question, List<String> values) {
    /** What parts the cells of a row. */
    public static final String CELL = "\t";

    public Given {
        values = List.copyOf(values);
    }
}
