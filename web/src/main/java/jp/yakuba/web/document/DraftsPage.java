package jp.yakuba.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import jp.yakuba.document.api.DraftFilter;
import jp.yakuba.document.api.DraftLine;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.web.office.DeskRows;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import org.primefaces.model.SortMeta;

/** Behind {@code office/drafts.xhtml}: drafts that one writes, or that the own sections write. */
@Named
@ViewScoped
public class DraftsPage implements DeskRows.Placed {
    private static final long serialVersionUID = 1L;
    private static final String ALL = "all";

    @Inject
    private DraftingDesk desk;

    private String scope = "mine";
    private String state;
    private String words;
    private int number;
    private transient DeskRows<DraftLine> rows;

    public DeskRows<DraftLine> getRows() {
        if (rows == null) {
            rows = new DeskRows<>((part, order) -> desk.list(filter(), part), number, this);
        }
        return rows;
    }

    private DraftFilter filter() {
        return new DraftFilter(isMine(),
                Stream.of(DraftState.values()).filter(one -> one.name().equals(state)).findFirst().orElse(null), words);
    }

    @Override
    public String addressOf(int other, SortMeta order) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("scope", scope);
        parts.put("state", state);
        parts.put("words", words);
        parts.put("page", other == 0 ? null : other);
        return Paths.with("/office/drafts", parts);
    }

    /** True if only the own ones are listed. */
    public boolean isMine() {
        return !ALL.equals(scope);
    }

    public DraftState[] getStates() {
        return DraftState.values();
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = ALL.equals(scope) ? ALL : "mine";
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

    public void setWords(String words) {
        this.words = words;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
