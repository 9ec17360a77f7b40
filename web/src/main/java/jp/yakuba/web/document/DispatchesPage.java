package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberRegister;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.PostedNotice;
import jp.yakuba.document.api.PostingLine;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.SealLine;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.office.DeskRows;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;

/** Behind {@code office/dispatches.xhtml}: 発番簿 with missing numbers, 公印使用簿, the posting list, the notice board. */
@Named
@RequestScoped
public class DispatchesPage {
    private static final List<String> VIEWS = List.of("numbers", "seals", "posting", "notices");
    private static final int FIRST_YEAR = 1900;

    @Inject
    private DispatchDesk desk;

    @Inject
    private RecordDesk records;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private UUID once;
    private List<String> sections;
    private NumberRegister numbers;
    private Page<SealLine> seals;
    private List<PostingLine> posting;
    private Page<PostedNotice> notices;

    /** Takes a number or gives one up, if a form was sent. */
    public void open() throws IOException {
        sections = records.listSectionsRead();
        if (Pages.isPost(request)) {
            try {
                act();
            } catch (RuleViolation refusal) {
                faults.add(request.getParameter("y_take") == null ? "reason" : "purpose", messages.explain(refusal));
            }
        }
    }

    private void act() throws IOException {
        if (request.getParameter("y_take") != null && typed("purpose").isBlank()) {
            faults.add("purpose", messages.get("document.numbers.purpose.fault"));
            return;
        }
        if (request.getParameter("y_take") != null) {
            desk.takeNumber(getOnce(), getSeries(), getSection(), typed("purpose"));
        } else if (request.getParameter("y_missing") != null) {
            desk.giveUpNumber(Pages.id(typed("taken")), typed("reason"));
        }
        Pages.goTo(getHere());
    }

    /** Address of this register as it is shown. */
    public String getHere() {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("view", getView());
        parts.put("series", getSeries());
        parts.put("section", getSection());
        parts.put("year", getYear());
        return Paths.with("/office/dispatches", parts);
    }

    /** What was typed; empty before. */
    public String typed(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    public List<String> getViews() {
        return VIEWS;
    }

    public String getView() {
        return VIEWS.contains(typed("view")) ? typed("view") : VIEWS.get(0);
    }

    public NumberSeries getSeries() {
        return NumberSeries.outgoing().stream().filter(one -> one.name().equals(typed("series"))).findFirst().orElse(NumberSeries.LETTER);
    }

    public List<NumberSeries> getAllSeries() {
        return NumberSeries.outgoing();
    }

    public List<String> getSections() {
        return sections;
    }

    /** The section asked for, else the own one. */
    public String getSection() {
        return sections.contains(typed("section")) ? typed("section") : actor.get().section();
    }

    /** The year asked for, else the present one of the series. */
    public int getYear() {
        var today = clock.today();
        int usual = getSeries().isOfTown() ? today.getYear() : FiscalYear.of(today).year();
        return typed("year").matches("\\d{4}") && Integer.parseInt(typed("year")) >= FIRST_YEAR ? Integer.parseInt(typed("year")) : usual;
    }

    /** The day asked for, else today. */
    public LocalDate getDay() {
        try {
            return LocalDate.parse(typed("day"));
        } catch (DateTimeParseException none) {
            return clock.today();
        }
    }

    /** Id of the number to be taken, however often the form is sent. */
    public UUID getOnce() {
        if (once == null) {
            once = typed("once").isEmpty() ? UUID.randomUUID() : Pages.id(typed("once"));
        }
        return once;
    }

    /** The register of numbers. */
    public NumberRegister getNumbers() {
        if (numbers == null) {
            numbers = desk.listNumbers(getSeries(), getSection(), getYear(), part());
        }
        return numbers;
    }

    private PageRequest part() {
        return new PageRequest(typed("page").matches("\\d{1,4}") ? Integer.parseInt(typed("page")) : 0, DeskRows.ROWS);
    }

    /** Where the part before is; empty on the first. */
    public String getBefore() {
        return part().number() == 0 ? "" : there(part().number() - 1);
    }

    /** Where the next part is; empty on the last. */
    public String getAfter() {
        boolean more = switch (getView()) {
            case "numbers" -> getNumbers().hasNext();
            case "seals" -> getSeals().hasNext();
            case "notices" -> getNotices().hasNext();
            default -> false; // the posting list of a day is one
        };
        return more ? there(part().number() + 1) : "";
    }

    private String there(int number) {
        return getHere() + "&page=" + number;
    }

    /** The sign of a number's state. */
    public String codeOf(NumberLine line) {
        return switch (line.state()) {
            case "USED" -> "done";
            case "TAKEN" -> "wait";
            case "MISSING" -> "none";
            default -> "stop";
        };
    }

    /** True if the actor keeps the records of the section shown. */
    public boolean isKeeper() {
        return records.listSectionsKept().contains(getSection());
    }

    public Page<SealLine> getSeals() {
        if (seals == null) {
            seals = desk.listSeals(part());
        }
        return seals;
    }

    public List<PostingLine> getPosting() {
        if (posting == null) {
            posting = desk.listPosting(getSection(), getDay());
        }
        return posting;
    }

    public Page<PostedNotice> getNotices() {
        if (notices == null) {
            notices = desk.listPosted(part());
        }
        return notices;
    }

    /** True while it hangs on the board. */
    public boolean isUp(PostedNotice notice) {
        return !notice.until().isBefore(clock.today());
    }
}
