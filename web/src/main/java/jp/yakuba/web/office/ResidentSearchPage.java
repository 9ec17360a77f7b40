package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/residents.xhtml}: a search in the ledger, which asks why before it shows anything. */
@Named
@RequestScoped
public class ResidentSearchPage {
    private static final int ROWS = 50;

    @Inject
    private ResidentDesk desk;

    private String words;
    private LocalDate birthDate;
    private String reason;
    private int number;
    private Page<PersonLine> found;

    /** True once something was asked with a reason. */
    public boolean isAsked() {
        return reason != null && !reason.isBlank() && (words != null && !words.isBlank() || birthDate != null);
    }

    /** Asks; the answer stands on the same page, so that no name comes into an address. */
    public String find() {
        return null;
    }

    /** Who fits; asked once per request because each look is written down. */
    public Page<PersonLine> getFound() {
        if (found == null && isAsked()) {
            found = desk.search(new PersonSearch(words, birthDate), new PageRequest(number, ROWS), reason);
        }
        return found;
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

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
