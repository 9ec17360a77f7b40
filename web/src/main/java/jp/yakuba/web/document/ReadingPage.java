package jp.yakuba.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import jp.yakuba.document.api.ReadingLine;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.web.office.DeskRows;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import org.primefaces.model.SortMeta;

/** Behind {@code office/reading.xhtml}: what the reader was asked to read (供覧), unread or read. */
@Named
@ViewScoped
public class ReadingPage implements DeskRows.Placed {
    private static final long serialVersionUID = 1L;

    @Inject
    private RecordDesk desk;

    private boolean read;
    private int number;
    private transient DeskRows<ReadingLine> rows;

    public DeskRows<ReadingLine> getRows() {
        if (rows == null) {
            rows = new DeskRows<>((part, order) -> desk.listReadings(read, part), number, this);
        }
        return rows;
    }

    @Override
    public String addressOf(int other, SortMeta order) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("read", read ? "true" : null);
        parts.put("page", other == 0 ? null : other);
        return Paths.with("/office/reading", parts);
    }

    public boolean isRead() {
        return read;
    }

    public void setRead(boolean read) {
        this.read = read;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
