package jp.yakuba.document.model.drafting;

import java.util.List;

/** A part of a text: a paragraph, a heading, a list or a table. */
public sealed interface Block {
    /** Lines that belong together. */
    record Paragraph(String text) implements Block {}

    /** A heading of level 2 or 3. */
    record Heading(int level, String text) implements Block {}

    /** A list, with numbers or without. */
    record Items(boolean numbered, List<String> texts) implements Block {
        public Items {
            texts = List.copyOf(texts);
        }
    }

    /** A table, row by row. */
    record Table(List<List<Cell>> rows) implements Block {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A cell; head is true for one that names what stands beside or below. */
    record Cell(boolean head, String text) {}
}
