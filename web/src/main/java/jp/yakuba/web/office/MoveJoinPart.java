package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.ResidentDesk;

/** The part of an application's page where a registrar finds the household that a family moves to, by a search with a reason. */
@Named
@ViewScoped
public class MoveJoinPart implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    @Inject
    private ResidentDesk residents;

    @Inject
    private MoveInDesk moves;

    @Inject
    private ExaminationPage page;

    private String words;
    private String reason;
    private transient List<PersonLine> found;
    private transient long total;

    /** Looks for people who live in that household; each who is shown is written down. */
    public void find() {
        var answer = residents.search(new PersonSearch(words, null), new PageRequest(0, MOST), reason);
        found = answer.rows().stream().filter(PersonLine::current).toList();
        total = answer.total();
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
        return found == null ? List.of() : found;
    }

    /** How many more fit than one list holds. */
    public long getMore() {
        return Math.max(0, total - MOST);
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
