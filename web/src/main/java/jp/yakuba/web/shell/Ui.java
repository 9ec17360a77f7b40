package jp.yakuba.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import jp.yakuba.account.api.Zone;
import jp.yakuba.application.api.Text;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;

/** What every page asks while it is drawn: modes of the reader, dates in words, addresses of files. */
@Named
@RequestScoped
public class Ui {
    @Inject
    private Preferences preferences;

    @Inject
    private HttpServletRequest request;

    @Inject
    private OfficeClock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private FormToken token;

    @Inject
    private Messages messages;

    /** Code of the language: {@code ja}, {@code ja-easy}, {@code en}. */
    public String getLanguage() {
        return preferences.language().code();
    }

    /** Value of {@code html lang}. */
    public String getLang() {
        return preferences.language().html();
    }

    /** {@code easy} or null: drives ruby and line height. */
    public String getTextMode() {
        return preferences.language() == Language.EASY ? "easy" : null;
    }

    public String getSize() {
        return preferences.size();
    }

    public String getTheme() {
        return preferences.theme();
    }

    /** True at the listener of the staff. */
    public boolean isOffice() {
        return Listeners.zoneOf(request) == Zone.OFFICE;
    }

    /** {@code off} or null. */
    public String getKeys() {
        return preferences.keys();
    }

    /** {@code on} or null. */
    public String getKiosk() {
        return preferences.kiosk() ? "on" : null;
    }

    /** Path and query of this page. */
    public String getHere() {
        return Paths.asked(request);
    }

    /** This page as part of a query. */
    public String getHereEncoded() {
        return Paths.encode(getHere());
    }

    /** Where the page's files are: an address that changes when they do. */
    public String getAssets() {
        return Assets.PREFIX;
    }

    /** Address of the letters of rare names; null where a page is the same for everybody and names nobody. */
    public String getNames() {
        return AnonymousPageFilter.isForEverybody(request) ? null : Assets.NAMES;
    }

    /** True for a reader who may sit at a wide screen: only there the house's own font is worth its weight. */
    public boolean isWide() {
        return Preferences.isWide(request);
    }

    /** The form token of this page. */
    public String getToken() {
        return token.value((HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse());
    }

    /** True if somebody is signed in as a resident. */
    public boolean isSignedIn() {
        return actor.get().holds(jp.yakuba.kernel.Role.RESIDENT);
    }

    /** Name of whoever is signed in. */
    public String getName() {
        return actor.get().name();
    }

    /** A text of the catalogue or a form in the reader's language. */
    public String text(Text text) {
        var words = text == null ? "" : text.in(getLanguage());
        return preferences.isRead() ? Furigana.over(words) : words;
    }

    /** A day in words. */
    public String day(LocalDate day) {
        return day == null ? "" : EraDates.day(day, preferences.language());
    }

    /** A moment in words. */
    public String moment(Instant moment) {
        return moment == null ? "" : localMoment(LocalDateTime.ofInstant(moment, OfficeClock.ZONE));
    }

    /** A local moment, such as an appointment, in words. */
    public String localMoment(LocalDateTime moment) {
        return moment == null ? "" : EraDates.moment(moment, preferences.language());
    }

    /** An appointment as forms keep it, in words; as it is if it cannot be read. */
    public String appointment(String typed) {
        try {
            return localMoment(LocalDateTime.parse(typed));
        } catch (java.time.format.DateTimeParseException unreadable) {
            return typed;
        }
    }

    /** A date as typed into a form, in words; as it is if it is no date. */
    public String typedDate(String typed) {
        var parts = new DateParts().of(typed);
        return parts.date() == null ? typed : day(parts.date());
    }

    /** How many days are left, such as あと7日. */
    public String left(LocalDate until) {
        var days = ChronoUnit.DAYS.between(clock.today(), until);
        if (days < 0) {
            return messages.get("shell.days.over");
        }
        if (days > 1) {
            return messages.of("shell.days.left", days);
        }
        return messages.get(days == 1 ? "shell.days.tomorrow" : "shell.days.today");
    }

    /** A fee in yen with separators; free of charge if it is none. */
    public String yen(int amount) {
        return amount == 0 ? messages.get("shell.free") : money(amount);
    }

    /** Yen with separators. */
    public String money(long amount) {
        return messages.of("shell.yen", "%,d".formatted(amount));
    }

    /** A size in words. */
    public String size(long bytes) {
        final long kilo = 1024;
        return bytes < kilo * kilo
                ? "%,d KB".formatted(Math.max(1, bytes / kilo))
                : "%.1f MB".formatted(bytes / (double) (kilo * kilo));
    }

    /** An id of HTML made from the path of an answer. */
    public String id(String path) {
        return path.replace('.', '-');
    }
}
