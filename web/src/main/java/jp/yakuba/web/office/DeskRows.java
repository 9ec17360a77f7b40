package jp.yakuba.web.office;

import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * The rows of a staff table, fetched from a desk page by page as they are looked at. After a turn of the page or another
 * order the browser is told the address that leads back to what it shows.
 */
public class DeskRows<T> extends LazyDataModel<T> {
    /** Rows of one page everywhere in the office. */
    public static final int ROWS = 50;

    private static final long serialVersionUID = 1L;

    private final transient Source<T> source;
    private final Placed place;
    private final int start;
    private long total = -1;

    /** A desk, asked for a part; the order is null for the list's own. */
    @FunctionalInterface
    public interface Source<T> {
        Page<T> read(PageRequest part, SortMeta order);
    }

    /** A page that can write down where it stands. */
    public interface Placed extends Serializable {
        /** The address of the part with that number in that order (null for the list's own). */
        String addressOf(int number, SortMeta order);
    }

    /** Rows that begin at the part with the number; {@code place} is null where the address must not tell. */
    public DeskRows(Source<T> source, int number, Placed place) {
        this.source = source;
        this.place = place;
        this.start = number * ROWS;
    }

    /** Where the table stands when the page is opened. */
    public int getStart() {
        return start;
    }

    /** How many rows there are. A page that says so above its table has read the table's first rows by that. */
    public long getTotal() {
        if (total < 0) {
            var part = source.read(new PageRequest(start / ROWS, ROWS), null);
            total = part.total();
            ofThisRequest().put(this, part);
        }
        return total;
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return Math.max((int) total, start + 1);
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        var order = sortBy.values().stream().filter(sort -> sort.isActive() && !sort.isHeaderRow()).findFirst().orElse(null);
        var part = read(first, order);
        total = part.total();
        setRowCount((int) total);
        if (place != null && PrimeFaces.current().isAjaxRequest()) {
            PrimeFaces.current().ajax().addCallbackParam("here", place.addressOf(first / ROWS, order));
        }
        return part.rows();
    }

    /** Asks the desk, unless the same part was read for its total a moment ago: nobody looks twice in one look. */
    @SuppressWarnings("unchecked") // under this key stands what this has put there
    private Page<T> read(int first, SortMeta order) {
        var known = order == null && first == start ? (Page<T>) ofThisRequest().remove(this) : null;
        return known == null ? source.read(new PageRequest(first / ROWS, ROWS), order) : known;
    }

    Map<Object, Object> ofThisRequest() {
        return FacesContext.getCurrentInstance().getAttributes();
    }
}
