package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.HoldDesk;
import jp.yakuba.document.api.HoldGround;
import jp.yakuba.document.api.HoldView;
import jp.yakuba.document.api.PlaceHold;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Town;

/** Behind {@code office/holds.xhtml}: every hold that stands, or those of one file or record with the deeds on them. */
@Named
@RequestScoped
public class HoldsPage {
    private static final int PART = 50;

    @Inject
    private Town town;

    @Inject
    private HoldDesk desk;

    @Inject
    private FilingDesk filing;

    @Inject
    private RecordDesk records;

    @Inject
    private HttpServletRequest request;

    @Inject
    private OfficeClock clock;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private DossierView dossier;
    private RecordLine record;
    private List<HoldView> holds;

    /** Reads the address and follows the button that was pressed. */
    public void open() throws IOException {
        if (!given("dossier").isEmpty()) {
            dossier = filing.get(Pages.id(given("dossier")));
        } else if (!given("record").isEmpty()) {
            record = records.get(Pages.id(given("record"))).line();
        }
        if (Pages.isPost(request)) {
            follow();
        }
        holds = list();
    }

    private List<HoldView> list() {
        if (dossier != null) {
            return desk.listOf(dossier.id());
        }
        if (record != null) {
            return desk.listOfRecord(record.id());
        }
        return desk.listStanding(given("after").isEmpty() ? null : Pages.id(given("after")), PART + 1);
    }

    private void follow() throws IOException {
        try {
            if (request.getParameter("y_place") != null) {
                place();
            } else if (request.getParameter("y_lift") != null) {
                lift(Pages.id(given("y_lift")));
            }
        } catch (RuleViolation refusal) {
            faults.add(fieldOf(refusal), messages.explain(refusal));
        }
    }

    private String fieldOf(RuleViolation refusal) {
        return refusal.problem() == DocumentProblem.HOLD_AHEAD ? "from"
                : refusal.problem() == DocumentProblem.TEXT_TOO_LONG && request.getParameter("y_place") != null ? "reason" : null;
    }

    private void place() throws IOException {
        var from = day();
        var ground = ground();
        need("reason", given("reason").isEmpty(), "document.hold.reason.missing");
        need("ground", ground == null, "document.hold.ground.missing");
        if (faults.getCount() == 0 && (dossier != null || record != null)) {
            desk.place(new PlaceHold(dossier == null ? null : dossier.id(), record == null ? null : record.id(), ground,
                    given("reference"), given("reason"), from));
            Pages.goTo(getHere());
        }
    }

    private void lift(UUID hold) throws IOException {
        var field = "lift" + hold;
        need(field, given(field).isEmpty(), "document.hold.lift.missing");
        if (faults.getCount() == 0) {
            desk.lift(hold, given(field));
            Pages.goTo(getHere());
        }
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(given("from"));
        } catch (DateTimeParseException noDay) {
            faults.add("from", messages.get("document.hold.from.missing"));
            return null;
        }
    }

    private HoldGround ground() {
        return Stream.of(HoldGround.values()).filter(one -> one.name().equals(given("ground"))).findFirst().orElse(null);
    }

    private void need(String field, boolean missing, String key) {
        if (missing) {
            faults.add(field, messages.get(key));
        }
    }

    /** What was typed into a field, so that nothing is lost by a fault. */
    public String typed(String name) {
        return given(name);
    }

    private String given(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** The address of the page as it is open. */
    public String getHere() {
        return dossier != null ? "/office/holds?dossier=" + dossier.id() : record != null ? "/office/holds?record=" + record.id()
                : "/office/holds";
    }

    /** The day that is proposed: the one typed, else today. */
    public String getFrom() {
        return given("from").isEmpty() ? clock.today().toString() : given("from");
    }

    /** What is held, in one line; empty if the page lists every hold. */
    public String getTitle() {
        return dossier != null ? dossier.code() + " " + dossier.title() : record != null ? record.number() : "";
    }

    public List<HoldView> getHolds() {
        return holds.size() > PART && isAll() ? holds.subList(0, PART) : holds;
    }

    /** True if every hold is listed, not those of one thing. */
    public boolean isAll() {
        return dossier == null && record == null;
    }

    /** The address of the next part; null if there is none. */
    public String getNext() {
        return isAll() && holds.size() > PART ? "/office/holds?after=" + holds.get(PART - 1).id() : null;
    }

    /** True if the reader may place and lift holds here. */
    public boolean isKeeper() {
        var kept = records.listSectionsKept();
        return dossier != null ? kept.contains(present(dossier.section()))
                : record != null && (kept.contains(present(record.holder())) || kept.contains(present(record.section())));
    }

    private String present(String section) {
        var today = town.section(section);
        return today == null ? section : today.code();
    }

    /** True once nothing is left to hold. */
    public boolean isGone() {
        return dossier != null && dossier.state().isGone();
    }

    public DossierView getDossier() {
        return dossier;
    }

    public RecordLine getRecord() {
        return record;
    }

    public HoldGround[] getGrounds() {
        return HoldGround.values();
    }
}
