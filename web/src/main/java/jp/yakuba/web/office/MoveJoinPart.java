package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.ResidentDesk;

/** The part of an application's page where a registrar finds the household that a family moves to, by a search with a reason. */
@Named
@ViewScoped
public class MoveJoinPart implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ResidentDesk residents;

    @Inject
    private MoveInDesk moves;

    @Inject
    private ExaminationPage page;

    private String words;
    private String reason;
    private transient FoundPeople found;

    /** Looks for people who live in that household; each who is shown is written down. */
    public void find() {
        found = FoundPeople.search(residents, words, reason);
    }

    /** Joins the family to the household of the person. */
    public String join(UUID person) {
        var move = page.getMove();
        moves.joinHousehold(move.eventId(), move.version(), person);
        return "/office/application.xhtml?faces-redirect=true&id=" + page.getId();
    }

    /** True once somebody was looked for. */
    public boolean isAsked() {
        return found != null;
    }

    /** Who fits and lives here; empty before a search. */
    public List<PersonLine> getFound() {
        return found == null ? List.of() : found.people().stream().filter(PersonLine::current).toList();
    }

    /** How many more fit than one list holds. */
    public long getMore() {
        return found == null ? 0 : found.more();
    }

    /** What is looked for; at first the head as the applicant wrote the name. */
    public String getWords() {
        return words == null ? page.getMove().joinsHead() : words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
