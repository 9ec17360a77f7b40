package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.ResidentDesk;

/**
 * Behind {@code office/residents.xhtml}: a search in the ledger, which asks why before it shows anything. What is asked stays
 * on the server, so that no name comes into an address.
 */
@Named
@ViewScoped
public class ResidentSearchPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ResidentDesk desk;

    private String words;
    private LocalDate birthDate;
    private String reason;
    private transient PersonSearch search;
    private transient DeskRows<PersonLine> rows;

    /** True once something was asked with a reason. */
    public boolean isAsked() {
        return search != null;
    }

    /** Asks; the answer stands on the same page, and turning its pages asks on for the same reason. */
    public void find() {
        var something = words != null && !words.isBlank() || birthDate != null;
        var asked = something ? new PersonSearch(words, birthDate) : null;
        var why = reason;
        search = asked;
        rows = new DeskRows<>((part, order) -> desk.search(asked, part, why), 0, null);
    }

    /** Who fits, page by page; each look is written down. */
    public DeskRows<PersonLine> getRows() {
        return rows;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public LocalDate getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
