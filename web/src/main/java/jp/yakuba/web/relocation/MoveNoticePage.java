package jp.yakuba.web.relocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.relocation.api.CloseNotice;
import jp.yakuba.relocation.api.EnterNotice;
import jp.yakuba.relocation.api.MoveNoticeDesk;
import jp.yakuba.relocation.api.NoticeSheet;
import jp.yakuba.relocation.api.NoticeState;
import jp.yakuba.relocation.api.RelocationProblem;
import jp.yakuba.resident.api.MeantPerson;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentProblem;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/move-notice.xhtml}: who is meant by a notice, who leads those who stay, and the move out. */
@Named
@RequestScoped
public class MoveNoticePage {
    @Inject
    private MoveNoticeDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private NoticeSheet sheet;
    private Map<String, MeantPerson> typed;

    /** Reads the notice and follows the button that was pressed. */
    public void open() throws IOException {
        sheet = desk.get(Pages.id(request.getParameter("id")));
        if (!Pages.isPost(request)) {
            return;
        }
        try {
            if (request.getParameter("y_enter") != null) {
                if (hasUnseen()) {
                    askToLook();
                    return;
                }
                desk.enter(new EnterNotice(getId(), seen(), numbers(), getRest(), relationships()));
            } else if (request.getParameter("y_look") != null) {
                return;
            } else if (request.getParameter("y_close") != null) {
                desk.close(new CloseNotice(getId(), seen(), getReason(), isNobody(), left()));
            }
            Pages.goTo("/office/move-notice?id=" + getId());
        } catch (RuleViolation refusal) {
            faults.add(fieldOf(refusal), messages.explain(refusal));
        }
    }

    /** The field at which it is said; null for the page. */
    private String fieldOf(RuleViolation refusal) {
        if (refusal.problem() == RelocationProblem.REASON_NEEDED) {
            return request.getParameter("y_enter") != null ? "rest" : "reason";
        }
        if (refusal.problem() == RelocationProblem.NOBODY_UNANSWERED) {
            return "nobody";
        }
        if (refusal.problem() == RelocationProblem.NOBODY_MEANT) {
            return "number0";
        }
        if (refusal.problem() == RelocationProblem.NOT_LEFT) {
            return "left";
        }
        if (refusal.problem() == RelocationProblem.PERSON_DOES_NOT_FIT || refusal.problem() == RelocationProblem.NUMBER_TWICE) {
            return refusal.details().size() > 1 ? "number" + refusal.details().get(1) : "left";
        }
        var heads = List.of(ResidentProblem.HEAD_NEEDED, ResidentProblem.UNKNOWN_RELATIONSHIP);
        return heads.contains(refusal.problem()) && !getStaying().isEmpty() ? "rel-" + getStaying().get(0).id() : null;
    }

    /** Nobody is entered whom the clerk has not seen: a number that was typed is shown as a person first. */
    private boolean hasUnseen() {
        return sheet.persons().stream().anyMatch(one -> isTyped(one) && !shown(one).equals(request.getParameter("looked" + one.position())));
    }

    private void askToLook() {
        sheet.persons().stream().filter(this::isTyped).forEach(one -> faults.add("number" + one.position(),
                messages.get(getTyped(one) == null ? "office.notice.typed.none" : "office.notice.typed.look")));
    }

    /** True if the number in the field is of none of those who are listed. */
    private boolean isTyped(NoticeSheet.Named person) {
        return !shown(person).isEmpty() && person.meant().stream().noneMatch(one -> one.person().number().equals(shown(person)));
    }

    /** Who has the number that was typed; null if nobody was typed, or nobody has it. */
    public MeantPerson getTyped(NoticeSheet.Named person) {
        if (typed == null) {
            var numbers = sheet.persons().stream().filter(this::isTyped).map(this::shown).collect(Collectors.toSet());
            typed = numbers.isEmpty() ? Map.of() : desk.look(getId(), numbers);
        }
        return isTyped(person) ? typed.get(shown(person)) : null;
    }

    /** The number that was shown as a person. */
    public String looked(NoticeSheet.Named person) {
        return isTyped(person) && getTyped(person) != null ? shown(person) : "";
    }

    /** True if a number was typed that nobody has. */
    public boolean isNobodys(NoticeSheet.Named person) {
        return isTyped(person) && getTyped(person) == null;
    }

    private long seen() {
        return words("version").matches("\\d{1,18}") ? Long.parseLong(words("version")) : -1;
    }

    private Map<Integer, String> numbers() {
        var numbers = new HashMap<Integer, String>();
        sheet.persons().forEach(one -> numbers.put(one.position(), shown(one)));
        return numbers;
    }

    private Map<UUID, String> relationships() {
        var said = new HashMap<UUID, String>();
        getStaying().stream().filter(one -> !relationship(one).isEmpty()).forEach(one -> said.put(one.id(), relationship(one)));
        return said;
    }

    /** The number in the field of a person: what was typed, else that of whoever fits in everything. */
    public String shown(NoticeSheet.Named person) {
        var number = request.getParameter("number" + person.position());
        return number != null ? number.strip() : Objects.requireNonNullElse(person.fitting(), "");
    }

    /** What was typed as relationship of who may stay. */
    public String relationship(PersonView person) {
        return words("rel-" + person.id());
    }

    /** Those who live with whoever may be meant, and may stay. */
    public List<PersonView> getStaying() {
        var leaving = sheet.persons().stream().map(this::shown).toList();
        var staying = new LinkedHashMap<UUID, PersonView>();
        sheet.persons().stream().flatMap(one -> Stream.concat(one.meant().stream(), Stream.ofNullable(getTyped(one)))).flatMap(one -> one.household().stream())
                .filter(one -> !leaving.contains(one.number())).forEach(one -> staying.putIfAbsent(one.id(), one));
        return List.copyOf(staying.values());
    }

    /** What was typed as reason why some are left away. */
    public String getRest() {
        return words("rest");
    }

    /** What was typed as reason for closing. */
    public String getReason() {
        return words("reason");
    }

    /** What was typed as numbers of those who have left. */
    public String getLeft() {
        return words("left");
    }

    private Set<String> left() {
        return Arrays.stream(getLeft().split("[\\s\u3000,、]+")).filter(number -> !number.isEmpty()).collect(Collectors.toSet());
    }

    /** True if it was ticked that nobody of the ledger is meant. */
    public boolean isNobody() {
        return request.getParameter("nobody") != null;
    }

    private String words(String field) {
        var words = request.getParameter(field);
        return words == null ? "" : words.strip();
    }

    public NoticeSheet getSheet() {
        return sheet;
    }

    /** True while something can be done with it. */
    public boolean isOpen() {
        return sheet.line().state() == NoticeState.OPEN;
    }

    public UUID getId() {
        return sheet.line().id();
    }
}
