package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.TIME_TAKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormPage.Question;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.VisitHours;
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

    /** The same pages, with the free half hours as choices wherever a visit is asked for. */
    public List<FormPage> offeredOn(List<FormPage> pages) {
        if (pages.stream().flatMap(page -> page.questions().stream()).noneMatch(Visits::asksForVisit)) {
            return pages;
        }
        var choices = listFree().stream().map(Visits::choice).toList();
        return pages.stream()
                .map(page -> new FormPage(page.section(), page.title(), page.intro(),
                        page.questions().stream().map(question -> offer(question, choices)).toList()))
                .toList();
    }

    /** Books what the answers chose; refused with {@code APL-012} if the seat is gone. */
    public Optional<LocalDateTime> book(UUID bundleId, List<FormPage> pages, Map<String, String> answers, String place) {
        var chosen = new ArrayList<String>();
        pages.forEach(page -> page.questions().stream()
                .filter(Visits::asksForVisit)
                .map(question -> answers.getOrDefault(question.path(), ""))
                .filter(answer -> !answer.isBlank())
                .forEach(chosen::add));
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        var time = read(chosen.get(0));
        boolean offered = VisitHours.offered(organization.calendar(), clock.localNow()).contains(time);
        if (!offered || !store.book(bundleId, time, place, VisitHours.SEATS)) {
            throw new RuleViolation(TIME_TAKEN, chosen.get(0));
        }
        return Optional.of(time);
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
