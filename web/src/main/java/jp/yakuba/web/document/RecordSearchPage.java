package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.FoundRecords;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.api.RecordSearchDesk;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.document.api.SaveSearch;
import jp.yakuba.document.api.SavedSearchView;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;

/** Behind {@code office/search-records.xhtml}: records by whatever is known of them, and searches that are kept. */
@Named
@RequestScoped
public class RecordSearchPage {
    private static final String PAGE = "/office/search-records";
    private static final int PART = 20;

    @Inject
    private RecordSearchDesk desk;

    @Inject
    private RecordDesk records;

    @Inject
    private RecordQuestion question;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private RecordQuery query = RecordQuery.of(null);
    private FoundRecords found;
    private List<SavedSearchView> saved;

    /** Reads the address, follows the button that was pressed, and looks. */
    public void open() throws IOException {
        if (given("open") != null) {
            var kept = desk.getSaved(Pages.id(given("open")));
            var parts = question.parts(kept.query());
            parts.put("saved", kept.id());
            Pages.goTo(Paths.with(PAGE, parts));
            return;
        }
        query = question.read();
        if (Pages.isPost(request)) {
            follow();
        } else if (!query.isEmpty()) {
            look();
        }
    }

    private void follow() throws IOException {
        try {
            if (given("y_save") != null) {
                desk.save(SaveSearch.asNew(given("name"), query));
            } else if (given("y_change") != null) {
                var kept = desk.getSaved(Pages.id(given("y_change")));
                desk.save(new SaveSearch(kept.id(), version(), kept.name(), query));
            } else if (given("y_remove") != null) {
                desk.remove(Pages.id(given("y_remove")), version());
                Pages.goTo(PAGE);
                return;
            } else {
                Pages.goTo(Paths.with(PAGE, question.parts(question.posted())));
                return;
            }
            Pages.goTo(getHere());
        } catch (RuleViolation refusal) {
            faults.add(given("y_save") == null ? null : "name", messages.explain(refusal));
            look();
        }
    }

    private void look() {
        if (query.isEmpty()) {
            return;
        }
        try {
            found = desk.find(query, given("behind") == null ? null : Pages.id(given("behind")), PART);
        } catch (RuleViolation refusal) {
            faults.add(refusal.problem() == DocumentProblem.DAYS_TURNED ? "from" : null, messages.explain(refusal));
        }
    }

    private long version() {
        var seen = given("version");
        return seen == null || !seen.matches("\\d{1,18}") ? -1 : Long.parseLong(seen);
    }

    private String given(String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The address of the page as it is open, from the first part on. */
    public String getHere() {
        return Paths.with(PAGE, question.partsHere());
    }

    /** Address of the same records as a table for spreadsheets. */
    public String getCsv() {
        return Paths.with(PAGE + ".csv", question.partsHere());
    }

    /** Address of the next part; null if everything was looked through. */
    public String getNext() {
        if (found == null || found.behind() == null) {
            return null;
        }
        var parts = question.partsHere();
        parts.put("behind", found.behind());
        return Paths.with(PAGE, parts);
    }

    /** What was found; null while nothing is looked for. */
    public FoundRecords getFound() {
        return found;
    }

    /** What is looked for. */
    public RecordQuery getQuery() {
        return query;
    }

    /** The name that was typed for a search to be kept. */
    public String getName() {
        return given("name");
    }

    /** How many records cannot be found by their words yet. */
    public long getWaiting() {
        return desk.countWaiting();
    }

    /** What the reader has kept. */
    public List<SavedSearchView> getSaved() {
        if (saved == null) {
            saved = desk.listSaved();
        }
        return saved;
    }

    /** The kept search that is open; null if none is. */
    public SavedSearchView getOpened() {
        var id = given("saved");
        return id == null ? null : getSaved().stream().filter(one -> one.id().toString().equals(id)).findFirst().orElse(null);
    }

    /** Sections to choose from. */
    public List<String> getSections() {
        return records.listSectionsRead();
    }

    public List<String> getDirections() {
        return RecordQuestion.DIRECTIONS;
    }

    public RecordState[] getStates() {
        return RecordState.values();
    }
}
