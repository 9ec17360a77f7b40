package jp.yakuba.document.service.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.document.api.CalendarLine;
import jp.yakuba.document.model.filing.PlanWords;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the calendar of disposal as CSV, part by part, so that a long one is never held whole. */
@ApplicationScoped
public class CalendarTable {
    private static final Object[] HEADS =
            {"課コード", "課名", "年度", "分類・番号", "ファイル名", "保存期間", "状態", "満了日", "廃棄できる日", "延長", "停止", "文書"};

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Writes every part until one is empty; a part begins after the file named. */
    void write(Function<UUID, List<CalendarLine>> parts, Writer out) {
        var sections = organization.listSections(clock.today()).stream()
                .collect(Collectors.toMap(SectionView::code, SectionView::name, (one, other) -> one));
        try {
            var csv = new CSVPrinter(out, CSVFormat.RFC4180);
            csv.printRecord(HEADS);
            for (var part = parts.apply(null); !part.isEmpty(); part = parts.apply(part.get(part.size() - 1).id())) {
                for (var line : part) {
                    csv.printRecord(cells(line, sections.get(line.section())));
                }
            }
            csv.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException("The calendar of disposal could not be written out", broken);
        }
    }

    private static List<String> cells(CalendarLine line, String section) {
        return Stream.of(line.section(), section, line.fiscalYear(), line.code(), line.title(), PlanWords.of(line.retention()),
                        PlanWords.of(line.state()), line.keptUntil(), line.dueOn(), mark(line.extended()), mark(line.held()), line.records())
                .map(value -> value == null ? "" : guarded(value.toString()))
                .toList();
    }

    private static String mark(boolean set) {
        return set ? "○" : "";
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String guarded(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
