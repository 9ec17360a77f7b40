package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.CounterDesk;
import jp.yakuba.application.api.CounterPerson;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/**
 * The part of the counter's sheet that says who of the ledger stands there: found by a search with a reason, chosen from its list,
 * and carried along as the number of that choice, which is good for this clerk and this sheet alone.
 */
@Named
@RequestScoped
public class CounterPersonPart {
    @Inject
    private ResidentDesk residents;

    @Inject
    private CounterDesk counter;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private FoundPeople found;
    private CounterPerson picked;

    /** Follows the buttons of this part; what the ledger tells is filled in where nothing was typed. */
    void open(Map<String, String> answers, String onceKey) {
        if (request.getParameter("y_unpick") != null) {
            return;
        }
        try {
            var chosen = request.getParameter("y_choose");
            var carried = request.getParameter("y_pick");
            if (chosen != null) {
                picked = counter.pick(Pages.id(chosen));
                picked.known().forEach((path, answer) -> answers.merge(path, answer, (typed, known) -> typed.isBlank() ? known : typed));
            } else if (carried != null && !carried.isBlank()) {
                picked = counter.getPicked(Pages.id(carried), onceKey);
            }
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
        if (request.getParameter("y_find") != null) {
            find();
        }
    }

    private void find() {
        if (getReason().isBlank()) {
            faults.add("findReason", messages.get("office.counter.find.reason.missing"));
        }
        if (getWords().isBlank()) {
            faults.add("findWords", messages.get("office.counter.find.words.missing"));
        }
        if (faults.getCount() == 0) {
            found = FoundPeople.search(residents, getWords(), getReason());
        }
    }

    /** Number of the choice, for the sheet that is sent; null if nobody was chosen. */
    UUID pickId() {
        return picked == null ? null : picked.pickId();
    }

    /** Who was chosen; null if nobody. */
    public CounterPerson getPicked() {
        return picked;
    }

    /** Who fits the search; null if none was made. */
    public List<PersonLine> getFound() {
        return found == null ? null : found.people();
    }

    /** How many more there are than are shown. */
    public long getMore() {
        return found == null ? 0 : found.more();
    }

    public String getReason() {
        return typed("findReason");
    }

    public String getWords() {
        return typed("findWords");
    }

    private String typed(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
