package jp.yakuba.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.document.api.RecordFilter.Order;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.web.office.AskedWords;
import jp.yakuba.web.office.DeskRows;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/** Behind {@code office/records.xhtml}: 収受簿, 発送簿, what is mine, what lies in no file, what lies in one file. */
@Named
@ViewScoped
public class RecordsPage implements DeskRows.Placed {
    private static final long serialVersionUID = 1L;
    private static final int YEARS = 6;
    private static final Map<String, Order> ORDERS = Map.of("number", Order.NUMBER, "recordedAt", Order.RECORDED, "title", Order.TITLE,
            "party", Order.PARTY, "state", Order.STATE, "staffName", Order.STAFF);

    @Inject
    private RecordDesk desk;

    @Inject
    private FilingDesk filing;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AskedWords askedWords;

    private String asked;
    private String book = "in";
    private String section;
    private Integer year;
    private String state;
    private String words;
    private UUID dossier;
    private String sort;
    private boolean down;
    private int number;
    private transient DeskRows<RecordLine> rows;
    private transient DossierView file;

    /** Takes words that were posted out of the address: the browser goes on to one that holds a sign for them. */
    public void open() throws IOException {
        if (Pages.isPost(request)) {
            asked = askedWords.keep(request.getParameter("words"));
            Pages.goTo(addressOf(0, null));
        } else {
            words = askedWords.of(asked);
        }
    }

    /** The lines of the book. */
    public DeskRows<RecordLine> getRows() {
        if (rows == null) {
            rows = new DeskRows<>(this::read, number, this);
        }
        return rows;
    }

    private Page<RecordLine> read(PageRequest part, SortMeta chosen) {
        var order = chosen == null ? null : ORDERS.get(chosen.getField());
        return desk.list(order == null ? filter(dossier == null ? Order.NUMBER : Order.RECORDED, true)
                : filter(order, chosen.getOrder() == SortOrder.DESCENDING), part);
    }

    private RecordFilter filter(Order order, boolean descending) {
        return new Register(book, getSection(), section, getYear(), year, state, words, dossier).filter(order, descending);
    }

    /** How the column is sorted when the list is opened: asc, desc or null. */
    public String orderOf(String column) {
        return !column.equals(sort) ? null : down ? "desc" : "asc";
    }

    @Override
    public String addressOf(int other, SortMeta order) {
        var parts = parts();
        if (order != null) {
            parts.put("sort", order.getField());
            parts.put("down", order.getOrder() == SortOrder.DESCENDING ? "true" : null);
        }
        parts.put("page", other == 0 ? null : other);
        return Paths.with("/office/records", parts);
    }

    private Map<String, Object> parts() {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("book", book);
        parts.put("section", section);
        parts.put("year", year);
        parts.put("state", state);
        parts.put("asked", asked);
        parts.put("dossier", dossier);
        return parts;
    }

    /** Address of the same list as a table for spreadsheets. */
    public String getCsv() {
        return Paths.with("/office/records.csv", parts());
    }

    /** The books there are. */
    public List<String> getBooks() {
        return Register.BOOKS;
    }

    /** The file whose records are listed; null if none is asked for. */
    public DossierView getFile() {
        if (file == null && dossier != null) {
            file = filing.get(dossier);
        }
        return file;
    }

    /** True for 収受簿, 発送簿 and 起案簿, which are always of one section and year. */
    public boolean isRegister() {
        return List.of("in", "out", "internal").contains(book);
    }

    /** The section chosen; null for the own, or any. */
    public String getSectionAsked() {
        return section;
    }

    /** The year chosen; null for the present, or any. */
    public Integer getYearAsked() {
        return year;
    }

    /** Sections to choose from. */
    public List<String> getSections() {
        return desk.listSectionsRead();
    }

    /** Fiscal years to choose from, latest first. */
    public List<Integer> getYears() {
        int now = FiscalYear.of(clock.today()).year();
        return IntStream.range(0, YEARS).mapToObj(back -> now - back).toList();
    }

    public RecordState[] getStates() {
        return RecordState.values();
    }

    public String getBook() {
        return book;
    }

    public void setBook(String book) {
        this.book = Register.BOOKS.contains(book) ? book : "in";
    }

    /** The section whose register is shown: the one asked for, else the own. */
    public String getSection() {
        return section == null ? actor.get().section() : section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    /** The year asked for, else the present one for a register. */
    public Integer getYear() {
        return year == null && dossier == null ? Integer.valueOf(FiscalYear.of(clock.today()).year()) : year;
    }

    public void setYear(Integer year) {
        this.year = year;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getWords() {
        return words;
    }

    /** The sign that stands in the address for the words. */
    public String getAsked() {
        return asked;
    }

    public void setAsked(String asked) {
        this.asked = asked;
    }

    public UUID getDossier() {
        return dossier;
    }

    public void setDossier(UUID dossier) {
        this.dossier = dossier;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public boolean isDown() {
        return down;
    }

    public void setDown(boolean down) {
        this.down = down;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
