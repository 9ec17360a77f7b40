package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.TIME_TAKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormPage.Question;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.VisitHours;
import jp.yakuba.application.store.AppointmentStore.Booked;
import jp.yakuba.application.store.AppointmentStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** The book of visits (来庁予約): which half hours are free, and to whom they are given. */
@ApplicationScoped
public class Visits {
    private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("M月d日(E) H:mm", Locale.JAPAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEE d MMM, H:mm", Locale.UK);

    @Inject
    private AppointmentStore store;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** The half hours that still have a seat. */
    public List<LocalDateTime> listFree() {
        var offered = VisitHours.offered(organization.calendar(), clock.localNow());
        if (offered.isEmpty()) {
            return List.of();
        }
        var taken = store.taken(offered.get(0), offered.get(offered.size() - 1).plusMinutes(1));
        return offered.stream().filter(time -> taken.getOrDefault(time, 0) < VisitHours.SEATS).toList();
    }

    /** The same pages, with the half hours as choices wherever a visit is asked for: the free ones, and one booked already. */
    public List<FormPage> offeredOn(List<FormPage> pages, LocalDateTime booked) {
        if (pages.stream().flatMap(page -> page.questions().stream()).noneMatch(Visits::asksForVisit)) {
            return pages;
        }
        var choices = Stream.concat(listFree().stream(), Stream.ofNullable(booked)).distinct().sorted().map(Visits::choice).toList();
        return pages.stream()
                .map(page -> new FormPage(page.section(), page.title(), page.intro(),
                        page.questions().stream().map(question -> offer(question, choices)).toList()))
                .toList();
    }

    /** When the bundle's visit is booked. */
    Optional<LocalDateTime> bookedBy(UUID bundleId) {
        return find(bundleId).map(Booked::startsAt);
    }

    /** When and where the bundle's visit is booked. */
    Optional<Booked> find(UUID bundleId) {
        return store.find(bundleId);
    }

    /** The half hours that still have a seat, in words. */
    List<Choice> listChoices() {
        return listFree().stream().map(Visits::choice).toList();
    }

    /** Gives the seat back. */
    void giveBack(UUID bundleId) {
        store.cancel(bundleId);
    }

    /** Books another time in place of what was booked; refused with {@code APL-012} if the seat is gone, and all stays as it was. */
    void move(UUID bundleId, LocalDateTime time, String place) {
        store.cancel(bundleId);
        take(bundleId, time, place);
    }

    /** Books what the answers chose; refused with {@code APL-012} if the seat is gone. */
    public Optional<LocalDateTime> book(UUID bundleId, List<FormPage> pages, Map<String, String> answers, String place) {
        var chosen = chosen(pages, answers);
        chosen.ifPresent(time -> take(bundleId, time, place));
        return chosen;
    }

    /** Books another time if a correction chose one; refused with {@code APL-012} if the seat is gone. */
    void rebook(UUID bundleId, List<FormPage> pages, Map<String, String> before, Map<String, String> after) {
        var chosen = chosen(pages, after);
        var booked = store.find(bundleId);
        boolean same = chosen.isEmpty() || chosen.equals(chosen(pages, before)) || chosen.equals(booked.map(Booked::startsAt));
        if (!same) {
            move(bundleId, chosen.get(), booked.map(Booked::place).orElse(""));
        }
    }

    private void take(UUID bundleId, LocalDateTime time, String place) {
        boolean offered = VisitHours.offered(organization.calendar(), clock.localNow()).contains(time);
        if (!offered || !store.book(bundleId, time, place, VisitHours.SEATS)) {
            throw new RuleViolation(TIME_TAKEN, time);
        }
    }

    private static Optional<LocalDateTime> chosen(List<FormPage> pages, Map<String, String> answers) {
        return pages.stream()
                .flatMap(page -> page.questions().stream())
                .filter(Visits::asksForVisit)
                .map(question -> answers.getOrDefault(question.path(), ""))
                .filter(answer -> !answer.isBlank())
                .map(Visits::read)
                .findFirst();
    }

    private static LocalDateTime read(String answer) {
        try {
            return LocalDateTime.parse(answer);
        } catch (DateTimeParseException unreadable) {
            throw new RuleViolation(TIME_TAKEN, answer);
        }
    }

    private static boolean asksForVisit(Question question) {
        return question.field().type() == FieldType.APPOINTMENT;
    }

    private static Choice choice(LocalDateTime time) {
        return new Choice(time.toString(), words(time));
    }

    /** The time as people read it. */
    static Text words(LocalDateTime time) {
        var japanese = time.format(JAPANESE);
        return new Text(japanese, japanese, time.format(ENGLISH));
    }

    private static Question offer(Question question, List<Choice> choices) {
        if (!asksForVisit(question)) {
            return question;
        }
        return new Question(
                question.path(), question.field().offering(choices), question.group(), question.index(), question.entries(), question.procedures());
    }
}
