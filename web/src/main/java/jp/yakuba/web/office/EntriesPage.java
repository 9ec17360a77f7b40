package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import jp.yakuba.resident.api.EntryDesk;
import jp.yakuba.resident.api.EntryLine;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import org.primefaces.model.SortMeta;

/** Behind {@code office/entries.xhtml}: moves and births that wait for the counter, and what stands in their way. */
@Named
@ViewScoped
public class EntriesPage implements DeskRows.Placed {
    private static final long serialVersionUID = 1L;

    @Inject
    private EntryDesk desk;

    @Inject
    private OfficeWords words;

    private int number;
    private transient DeskRows<EntryLine> rows;

    /** The entries, oldest first. */
    public DeskRows<EntryLine> getRows() {
        if (rows == null) {
            rows = new DeskRows<>((part, order) -> desk.listWaiting(part), number, this);
        }
        return rows;
    }

    /** The persons of an entry, in one line. */
    public String names(EntryLine line) {
        return String.join("、", line.names());
    }

    /** What stands against an entry, in words. */
    public String obstacles(EntryLine line) {
        return line.obstacles().stream()
                .map(words::ledgerFault)
                .collect(Collectors.joining("。", "", "。"));
    }

    @Override
    public String addressOf(int other, SortMeta order) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("page", other == 0 ? null : other);
        return Paths.with("/office/entries", parts);
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
