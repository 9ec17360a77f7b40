package jp.yakuba.document.model.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.yakuba.document.model.drafting.Block.Cell;

/**
 * The plain form of a text, for people and browsers without an editor: {@code # } and {@code ## } before headings, {@code ・} or
 * {@code 1. } before items, {@code |} around cells ({@code *} first in one that is a head); an empty line ends a paragraph.
 * A line that only looks like one of these begins with a backslash.
 */
final class PlainForm {
    private static final Pattern HEADING = Pattern.compile("(#{1,2})\\s+(.*)");
    private static final Pattern BULLET = Pattern.compile("(?:・|- )\\s*(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}[.．]\\s*(.*)");
    private static final Pattern ROW = Pattern.compile("[|](.*)[|]\\s*");
    private static final Pattern MARKED = Pattern.compile("#{1,2}\\s.*|・.*|- .*|\\d{1,3}[.．].*|[|].*[|]\\s*|\\\\.*");

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private boolean numbered;

    private PlainForm() {}

    /** The parts that a person typed. */
    static List<Block> read(String typed) {
        var form = new PlainForm();
        typed.replace("\r\n", "\n").replace('\r', '\n').lines().map(String::stripTrailing).forEach(form::line);
        form.end();
        return List.copyOf(form.blocks);
    }

    private void line(String line) {
        var heading = HEADING.matcher(line);
        var bullet = BULLET.matcher(line);
        var number = NUMBER.matcher(line);
        var row = ROW.matcher(line);
        if (line.isBlank()) {
            end();
        } else if (heading.matches()) {
            end();
            blocks.add(new Block.Heading(heading.group(1).length() + 1, heading.group(2)));
        } else if (bullet.matches()) {
            item(false, bullet.group(1));
        } else if (number.matches()) {
            item(true, number.group(1));
        } else if (row.matches()) {
            row(row.group(1));
        } else {
            end(items, rows);
            lines.add(line.startsWith("\\") ? line.substring(1) : line);
        }
    }

    private void item(boolean withNumber, String text) {
        end(lines, rows);
        if (withNumber != numbered) {
            end();
        }
        numbered = withNumber;
        items.add(text);
    }

    private void row(String cells) {
        end(lines, items);
        rows.add(List.of(cells.split("[|]", -1)).stream().map(String::strip)
                .map(cell -> cell.startsWith("*") ? new Cell(true, cell.substring(1).strip()) : new Cell(false, cell)).toList());
    }

    private void end(List<?> one, List<?> other) {
        if (!one.isEmpty() || !other.isEmpty()) {
            end();
        }
    }

    private void end() {
        if (!lines.isEmpty()) {
            blocks.add(new Block.Paragraph(String.join("\n", lines)));
        }
        if (!items.isEmpty()) {
            blocks.add(new Block.Items(numbered, items));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(rows));
        }
        lines.clear();
        items.clear();
        rows.clear();
    }

    /** The parts as a person would type them. */
    static String write(List<Block> blocks) {
        return blocks.stream().map(PlainForm::written).collect(Collectors.joining("\n\n"));
    }

    private static String written(Block block) {
        if (block instanceof Block.Heading heading) {
            return "#".repeat(heading.level() - 1) + " " + heading.text();
        }
        if (block instanceof Block.Items list) {
            var out = new ArrayList<String>();
            list.texts().forEach(text -> out.add((list.numbered() ? out.size() + 1 + ". " : "・") + text));
            return String.join("\n", out);
        }
        if (block instanceof Block.Table table) {
            return table.rows().stream().map(PlainForm::row).collect(Collectors.joining("\n"));
        }
        return ((Block.Paragraph) block).text().lines()
                .map(line -> MARKED.matcher(line).matches() ? "\\" + line : line).collect(Collectors.joining("\n"));
    }

    private static String row(List<Cell> cells) {
        return cells.stream().map(cell -> (cell.head() ? "*" : "") + cell.text().replace('|', '｜'))
                .collect(Collectors.joining("|", "|", "|"));
    }
}
