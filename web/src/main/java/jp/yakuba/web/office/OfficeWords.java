package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.ExaminationView.Comparison;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.resident.api.ResidentProblem;
import jp.yakuba.web.application.AddressLine;
import jp.yakuba.web.application.StateWords;
import jp.yakuba.web.shell.EraDates;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Ui;

/** Short words of dense staff lists: 11/20 14:30, the sign of a state, an answer as it was given. */
@Named
@RequestScoped
public class OfficeWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M/d HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu/M/d HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d");

    @Inject
    private OfficeClock clock;

    @Inject
    private OfficeMenu menu;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    /** Leads from /office to the first page the actor may open. */
    public String open() {
        return menu.getFirst() + ".xhtml?faces-redirect=true";
    }

    public String shortDay(Instant moment) {
        return moment == null ? "" : MOMENT.format(LocalDateTime.ofInstant(moment, OfficeClock.ZONE));
    }

    /** A moment to the second, for the log. */
    public String exact(Instant moment) {
        return moment == null ? "" : EXACT.format(LocalDateTime.ofInstant(moment, OfficeClock.ZONE));
    }

    /** The first part of an id, enough to tell rows apart. */
    public String head(UUID id) {
        return id.toString().substring(0, 8);
    }

    /** The day somebody was born; nobody asks which day of the week it was. */
    public String born(LocalDate day) {
        return day == null ? "" : EraDates.era(day);
    }

    /** What sort of file it is, as people call it. */
    public String fileType(String mediaType) {
        return messages.orElse("office.file.type." + mediaType.replaceAll("\\s*;.*", ""), messages.get("office.file.type.other"));
    }

    /** The sign that goes with a comparison: something is to be done about a difference alone. */
    public String verdict(Comparison one) {
        return differs(one) ? "you" : agrees(one) ? "done" : "none";
    }

    public String shortDate(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** True if the day has passed. */
    public boolean overdue(LocalDate day) {
        return day != null && day.isBefore(clock.today());
    }

    /** The sign that goes with a state: whose turn it is. */
    public String code(ApplicationState state) {
        return switch (state) {
            case ARRIVED, EXAMINING, DECIDING -> "you";
            case WAITING, CORRECTION, IN_CORE -> "wait";
            case VISIT -> "book";
            case DONE -> "done";
            case REFUSED, WITHDRAWN -> "stop";
        };
    }

    /** A state as the office calls it, of whatever kind; what the applicant is asked to do is called otherwise at home. */
    public String state(ApplicationState state) {
        return messages.orElse("office.state." + state.name(), messages.get("application.state." + state.name()));
    }

    /** The state of an application (申請) or a notification (届出) as the office calls it. */
    public String stateOf(ApplicationState state, ProcedureKind kind) {
        return state == ApplicationState.EXAMINING ? messages.get(StateWords.key(state, kind)) : state(state);
    }

    /** What the applicant answered, with the run that is not in the ledger. */
    public Differing answered(Comparison one) {
        return differs(one) ? Differing.of(one.answer(), one.ledger()) : Differing.none(one.answer());
    }

    /** What the ledger says, with the run that the answer lacks; a dash if it says nothing. */
    public Differing recorded(Comparison one) {
        var ledger = one.ledger() == null || one.ledger().isEmpty() ? "—" : one.ledger();
        return differs(one) ? Differing.of(ledger, one.answer()) : Differing.none(ledger);
    }

    /** True if the ledger says something else, or writes it with another character; not if it knows nothing of the person. */
    static boolean differs(Comparison one) {
        return "DIFFERENT".equals(one.verdict()) || "VARIANT".equals(one.verdict());
    }

    /** True if the ledger says the same. */
    static boolean agrees(Comparison one) {
        return "SAME".equals(one.verdict());
    }

    /** What stands against an entry of the ledger, in words. */
    public String ledgerFault(String code) {
        return messages.orElse("problem." + ResidentProblem.ENTRY_INCOMPLETE.code() + "." + code, code);
    }

    /** True if the question has an answer of its own. */
    public boolean shown(FormPage.Question question) {
        return question.field().type() != FieldType.NOTE && question.field().type() != FieldType.GROUP;
    }

    /** The answer in words, files by their names. */
    public String answer(FormPage.Question question, Map<String, String> answers, List<AttachmentView> files) {
        return question.field().type() == FieldType.FILE
                ? files.stream().filter(file -> answers.getOrDefault(question.path(), "").contains(file.id().toString())).map(AttachmentView::name).collect(Collectors.joining("、"))
                : answer(question, answers);
    }

    /** The question in words; in a repeated group with the number of its entry. */
    public String label(FormPage.Question question) {
        var label = ui.text(question.field().label());
        return question.group() == null ? label : (question.index() + 1) + ". " + label;
    }

    /** The answer in words. */
    public String answer(FormPage.Question question, Map<String, String> answers) {
        var path = question.path();
        if (question.field().type() == FieldType.ADDRESS) {
            return AddressLine.of(part -> answers.getOrDefault(path + "." + part, ""));
        }
        var given = answers.getOrDefault(path, "");
        return question.field().choices().isEmpty() ? plain(question.field().type(), given) : chosen(question, given);
    }

    private String plain(FieldType type, String given) {
        try {
            return switch (given.isEmpty() ? FieldType.TEXT : type) {
                case DATE -> ui.day(LocalDate.parse(given));
                case APPOINTMENT -> ui.localMoment(LocalDateTime.parse(given));
                case YES_NO -> messages.get("yes".equals(given) ? "office.yes" : "office.no");
                default -> given;
            };
        } catch (DateTimeParseException asTyped) {
            return given;
        }
    }

    private String chosen(FormPage.Question question, String given) {
        var words = question.field().choices().stream().collect(Collectors.toMap(Choice::value, Choice::label, (a, b) -> a));
        return java.util.Arrays.stream(given.split(","))
                .map(value -> words.containsKey(value) ? ui.text(words.get(value)) : value)
                .collect(Collectors.joining("、"));
    }
}
